"""The guide's sample schedule, a whole day of it: every decision with its time, its job and its rule."""

from gim_manager.domain.commands import Command, Launch, QueueLaunch, StartRun, StopRun
from tests.language.build import SAMPLE, at
from tests.language.story import Story

WORDS: dict[type[Command], str] = {Launch: "launch", QueueLaunch: "queue", StartRun: "start", StopRun: "stop"}

THE_DAY = """
04:00 launch Job_AggregateGIM R14
06:30 launch Job_ExtractICON R03
06:34 launch Job_TransformGIM R05
07:00 launch Job_ExtractICON R03
07:04 launch Job_TransformGIM R05
07:30 launch Job_ExtractICON R03
07:34 launch Job_TransformGIM R05
08:00 launch Job_ExtractICON R03
08:04 launch Job_TransformGIM R05
08:30 launch Job_ExtractICON R03
08:34 launch Job_TransformGIM R05
09:00 launch Job_ExtractICON R03
09:04 launch Job_TransformGIM R05
09:30 launch Job_ExtractICON R03
09:34 launch Job_TransformGIM R05
10:00 launch Job_ExtractICON R03
10:04 launch Job_TransformGIM R05
10:30 launch Job_ExtractICON R03
10:34 launch Job_TransformGIM R05
11:00 launch Job_ExtractICON R03
11:04 launch Job_TransformGIM R05
11:30 launch Job_ExtractICON R03
11:34 launch Job_TransformGIM R05
12:00 launch Job_ExtractICON R03
12:04 launch Job_TransformGIM R05
12:30 launch Job_ExtractICON R03
12:34 launch Job_TransformGIM R05
13:00 launch Job_ExtractICON R03
13:04 launch Job_TransformGIM R05
13:30 launch Job_ExtractICON R03
13:34 launch Job_TransformGIM R05
14:00 launch Job_ExtractICON R03
14:04 launch Job_TransformGIM R05
14:30 launch Job_ExtractICON R03
14:34 launch Job_TransformGIM R05
15:00 launch Job_ExtractICON R03
15:04 launch Job_TransformGIM R05
15:30 launch Job_ExtractICON R03
15:34 launch Job_TransformGIM R05
16:00 launch Job_ExtractICON R03
16:04 launch Job_TransformGIM R05
16:30 launch Job_ExtractICON R03
16:34 launch Job_TransformGIM R05
17:00 launch Job_ExtractICON R03
17:04 launch Job_TransformGIM R05
17:30 launch Job_ExtractICON R03
17:34 launch Job_TransformGIM R05
18:00 launch Job_ExtractICON R03
18:04 launch Job_TransformGIM R05
18:30 launch Job_ExtractICON R03
18:34 launch Job_TransformGIM R05
19:00 launch Job_ExtractICON R03
19:04 launch Job_TransformGIM R05
19:30 launch Job_ExtractICON R03
19:34 launch Job_TransformGIM R05
20:00 launch Job_ExtractICON R03
20:04 launch Job_TransformGIM R05
20:30 launch Job_ExtractICON R03
20:34 launch Job_TransformGIM R05
21:00 launch Job_ExtractICON R03
21:04 launch Job_TransformGIM R05
21:30 launch Job_ExtractICON R03
21:34 launch Job_TransformGIM R05
22:00 launch Job_ExtractICON R03
22:04 launch Job_TransformGIM R05
22:30 launch Job_ExtractICON R03
22:34 launch Job_TransformGIM R05
23:00 launch Job_ExtractICON R03
23:04 launch Job_TransformGIM R05
23:30 launch Job_ExtractICON R03
23:34 launch Job_TransformGIM R05
00:00 launch Job_ExtractICON R03
00:04 launch Job_TransformGIM R05
00:30 launch Job_ExtractICON R04
00:34 launch Job_TransformGIM R05
03:00 stop Job_AggregateGIM R14
03:00 queue Job_MaintainGIM R08
03:00 start Job_MaintainGIM R08
04:00 launch Job_AggregateGIM R14
"""
"""Monday 04:00 to Tuesday 06:30: 37 cycles, then maintenance in the one hour that aggregation leaves free."""


def test_R03_R04_R05_R08_R14_the_guides_sample_day_is_exactly_this(story: Story) -> None:
    story.options(**SAMPLE).given(created_at=at("04:00"))
    story.now = at("04:00")
    story.through("2026-11-24T06:30", extract=4, transform=6, maintain=20)
    told = [f"{moment:%H:%M} {WORDS[event.kind]} {event.job} {event.rule}" for moment, event in story.lived]
    assert told == THE_DAY.strip().splitlines()
