"""The lanes under mouse and keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.canvas import Canvas
from gim_manager.desktop.timeline.plot import HEAD, LANE
from gim_manager.domain.job import Job
from gim_manager.presenters.time_span import HOUR, Unit, instant_of, seconds_of, span_of
from gim_manager.presenters.timeline import Key, Kind
from tests.desktop.timeline.painted import bar, on_screen, place
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW

TRANSFORM, STATS = Key(Job.TRANSFORM), Key(Job.UPDATE_STATS)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    made = Canvas(theme, span_of(Unit.DAY, seconds_of(NOW), BERLIN), NOW)
    on_screen(made, qtbot)
    made.setFocus()
    return made


def test_a_click_on_a_bar_chooses_its_run_and_says_so(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.chosen) as chosen:
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=bar(canvas, 48206))
    assert chosen.args is not None
    assert chosen.args[0].run_id == 48206
    assert canvas.accessibleDescription().startswith("Job_TransformGIM 48206. Failed, error. 09:05:57 – 09:08:05")


def test_a_click_on_an_empty_spot_asks_for_that_moment(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.chosen) as chosen:
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=place(canvas, TRANSFORM, clock("03:30")))
    assert chosen.args is not None
    mark = chosen.args[0]
    assert (mark.kind, mark.key) == (Kind.MOMENT, TRANSFORM)
    assert abs(instant_of(mark.since) - clock("03:30")) < timedelta(minutes=2)


def test_beside_the_lanes_nothing_is_chosen(canvas: Canvas, qtbot: QtBot) -> None:
    for spot in (QPoint(600, 20), QPoint(40, HEAD + 20), QPoint(600, HEAD + LANE * 7 + 20)):
        assert canvas.mark_at(spot) is None
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot)
    assert canvas.scene.chosen is None


def test_return_and_a_double_click_lead_to_the_list(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.opened) as opened:
        qtbot.mouseDClick(canvas.viewport(), LEFT, pos=bar(canvas, 48206))
    assert opened.args == [48206]
    canvas.choose(canvas.scene.picture.find(48203))
    with qtbot.waitSignal(canvas.opened) as opened:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert opened.args == [48203]
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(canvas.opened):
        qtbot.keyClick(canvas, Qt.Key.Key_Enter)


def test_arrows_walk_runs_in_a_lane_and_between_lanes(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.choose(canvas.scene.picture.find(48206))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.scene.chosen is not None
    assert canvas.scene.chosen.run_id == 48208
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.scene.chosen.run_id == 48204
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.scene.chosen.run_id == 48206


def test_the_first_arrow_begins_at_the_present(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.scene.chosen is not None
    assert canvas.scene.chosen.key == Key(Job.EXTRACT)


def test_a_walk_moves_what_is_looked_at_along(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.choose(canvas.scene.picture.find(48100))
    since = canvas.scene.span.since
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.scene.span.since < since


def test_with_ctrl_arrows_go_from_flag_to_flag_and_return_leads_to_the_option(canvas: Canvas, qtbot: QtBot) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignals([canvas.flag_chosen] * 2):
        for _ in range(2):
            qtbot.keyClick(canvas, Qt.Key.Key_Left, ctrl)
    assert canvas.accessibleDescription() == "08:12:00: m.keller set [schedule] etl-frequency from 20 to 30"
    with qtbot.waitSignal(canvas.option_wanted) as wanted:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert wanted.args == ["schedule", "etl-frequency"]
    qtbot.keyClick(canvas, Qt.Key.Key_Right, ctrl)
    assert canvas.accessibleDescription() == "eu-idb2 late since 09:55"
    with qtbot.assertNotEmitted(canvas.option_wanted):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.scene.flag is None


def test_a_click_on_a_flag_chooses_it_and_a_double_click_leads_to_its_option(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.grab()
    spot = next(QPoint(x, 12) for x in range(1100) if "etl-frequency" in canvas.tip_at(QPoint(x, 12)))
    with qtbot.waitSignal(canvas.flag_chosen):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot)
    with qtbot.waitSignal(canvas.option_wanted):
        qtbot.mouseDClick(canvas.viewport(), LEFT, pos=spot)


def test_home_is_now_plus_and_minus_zoom_and_pages_move(canvas: Canvas, qtbot: QtBot) -> None:
    day = canvas.scene.span
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.scene.span.until == day.since
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.scene.span.holds(seconds_of(NOW))
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scene.span.length == pytest.approx(day.length / 1.5)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scene.span.length == pytest.approx(day.length)
    with qtbot.waitSignal(canvas.moved):
        qtbot.keyClick(canvas, Qt.Key.Key_PageDown)


def test_other_keys_are_left_to_the_window(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.scene
    qtbot.keyClick(canvas, Qt.Key.Key_A)
    assert canvas.scene == before


def test_dragging_pans_and_chooses_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    view, since = canvas.viewport(), canvas.scene.span.since
    start = bar(canvas, 48206)
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, start + QPoint(100, 0))
    qtbot.mouseRelease(view, LEFT, pos=start + QPoint(100, 0))
    moved = (since - canvas.scene.span.since) * canvas.scene.plot(view.width()).scale.rate
    assert moved == pytest.approx(100, abs=1)
    assert canvas.scene.chosen is None
    assert canvas.scene.span.unit is None


def wheel(canvas: Canvas, down: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(600, 100)
    event = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, down), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_the_wheel_zooms_at_the_pointer_with_ctrl_and_moves_without(canvas: Canvas) -> None:
    under, day = canvas.seconds_at(600), canvas.scene.span
    wheel(canvas, 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scene.span.length < day.length
    assert canvas.seconds_at(600) == pytest.approx(under, abs=1)
    before = canvas.scene.span
    wheel(canvas, -120)
    assert canvas.scene.span.since > before.since


def test_lanes_without_room_scroll_and_a_walk_brings_them_into_view(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.resize(1100, HEAD + LANE * 3)
    qtbot.waitUntil(lambda: canvas.verticalScrollBar().maximum() > 0)
    since = canvas.scene.span.since
    wheel(canvas, -120)
    assert canvas.verticalScrollBar().value() > 0
    assert canvas.scene.span.since == since
    canvas.verticalScrollBar().setValue(0)
    canvas.choose(canvas.scene.picture.find(48191))
    for _ in range(4):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.scene.chosen is not None
    assert canvas.scene.chosen.key == Key(Job.EXPORT)
    assert 0 < canvas.place_of(canvas.scene.chosen).y() <= canvas.viewport().height() - LANE // 2


def test_the_hand_shows_what_can_be_chosen(canvas: Canvas) -> None:
    assert cursor_at(canvas, bar(canvas, 48206)) is Qt.CursorShape.PointingHandCursor
    assert cursor_at(canvas, place(canvas, TRANSFORM, clock("03:30"))) is Qt.CursorShape.ArrowCursor


def cursor_at(canvas: Canvas, spot: QPoint) -> Qt.CursorShape:
    """Told to the widget itself: a screen that others look at has one pointer only."""
    view, at = canvas.viewport(), QPointF(spot)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, moved)
    return view.cursor().shape()


def test_zooming_out_far_ends_at_a_month(canvas: Canvas, qtbot: QtBot) -> None:
    for _ in range(20):
        qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scene.span.length == 31 * 24 * HOUR + HOUR


def test_the_focus_is_seen_on_the_lanes_and_then_on_what_is_chosen(canvas: Canvas, theme: Theme, qtbot: QtBot) -> None:
    canvas.activateWindow()
    qtbot.waitUntil(canvas.hasFocus)
    assert canvas.grab().toImage().pixelColor(1, HEAD + 10) == theme["accent"]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.grab().toImage().pixelColor(1, HEAD + 10) != theme["accent"]
