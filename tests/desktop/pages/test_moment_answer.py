"""Why at a moment, below the lanes."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.moment_answer import MomentAnswer
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.run_view import Evidence, Why


def test_before_there_is_a_question_it_says_how_to_ask(theme: Theme, qtbot: QtBot) -> None:
    answer = MomentAnswer(theme)
    qtbot.addWidget(answer)
    answer.show()
    assert answer.hint.isVisible()
    why = Why(status=None, cause=None, sentence="Job_ExtractICON did not run at 03:30:00",
              evidence=(Evidence(time="00:30:00", fact="The window was closed.", rule="R02"),))  # fmt: skip
    answer.show_why(why, "Job_ExtractICON at 03:30:00")
    assert not answer.hint.isVisible()
    assert answer.subject.text() == "Job_ExtractICON at 03:30:00"
    assert "R02" in answer.why_view.accessibleDescription()
    answer.grab()
