"""The configuration check finds all that is wrong, and only that."""

from gim_manager.domain.decide import Answer
from tests.language.build import EXTRACT
from tests.language.story import Story


def test_R11_maintenance_inside_the_window_refuses_every_start(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect()
    story.asks(EXTRACT).answered(Answer.REFUSED, "R28")
