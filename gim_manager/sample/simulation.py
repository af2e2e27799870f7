"""The calls as they happen: one day of the sample centre, that owes nothing to the day before."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from random import Random

from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch
from gim_manager.sample.agenda import Agenda
from gim_manager.sample.centre import Centre
from gim_manager.sample.consultations import Consultations
from gim_manager.sample.dialling import Dialling
from gim_manager.sample.ledger import SLOT_SECONDS, Ledger
from gim_manager.sample.lines import Lines
from gim_manager.sample.profile import CLOSED_FROM, HOURLY, LAST_CALL_ENDS, MINUTE, WEEKLY, poisson
from gim_manager.sample.recorder import Recorder
from gim_manager.sample.staff import Floor
from gim_manager.sample.switch import Scene, Switch
from gim_manager.sample.talk import Talk


def bounds(day: date, zone: tzinfo) -> tuple[int, int]:
    """The epoch seconds at which a local day begins and ends."""
    clock = LocalClock(zone=zone)
    return to_epoch(clock.instant(day, timedelta())), to_epoch(clock.instant(day + timedelta(days=1), timedelta()))


class Day:
    """A day under way; everything that chance decides comes from the seed and the date."""

    def __init__(
        self, centre: Centre, day: date, *, zone: tzinfo, seed: int, calls_per_day: int, recorder: Recorder
    ) -> None:
        self.day = day
        self.start, self.end = bounds(day, zone)
        self.recorder = recorder
        self.ledger = Ledger(self.start)
        self._centre, self._clock = centre, LocalClock(zone=zone)
        self._random, self._agenda = Random(f"{seed}/{day.isoformat()}"), Agenda()
        self._calls = calls_per_day * WEEKLY[day.weekday()]
        self._closed = to_epoch(self._clock.instant(day, timedelta(seconds=CLOSED_FROM)))
        self._set_up()

    def run(self, until: int) -> None:
        """Let everything happen up to and including this second."""
        self._agenda.run(until)

    def _set_up(self) -> None:
        agenda, switch = self._agenda, Switch(self.recorder, self.ledger)
        scene = Scene(centre=self._centre, switch=switch, agenda=agenda, random=self._random)
        floor = Floor(scene)
        self._lines = lines = Lines(scene, floor)
        talk = Talk(scene, floor, lines)
        consultations, dialling = Consultations(scene, floor, lines, talk), Dialling(scene, floor, lines, talk)
        floor.next_call, floor.idle = lines.next_call, dialling.idle
        lines.answered, talk.ask = talk.begin, consultations.ask
        floor.open(self.start, self.day.weekday())
        agenda.at(self.start, self._quarter_hour)
        last = to_epoch(self._clock.instant(self.day, timedelta(seconds=LAST_CALL_ENDS)))
        for moment, close in ((last, lines.close), (last, consultations.close), (last + MINUTE, floor.close)):
            agenda.at(moment, close)

    def _quarter_hour(self, moment: int) -> None:
        """The calls of the quarter hour that begins: how many for each line, and when."""
        expected = self._calls * self._weight(moment)
        for line in self._centre.lines:
            for _ in range(poisson(self._random, expected * line.service.share)):
                arrival = moment + int(self._random.random() * SLOT_SECONDS)
                if arrival < self._closed:
                    self._agenda.at(arrival, self._lines.arrive, line)
        if moment + SLOT_SECONDS < self.end:
            self._agenda.at(moment + SLOT_SECONDS, self._quarter_hour)

    def _weight(self, moment: int) -> float:
        """The part of a day's calls that comes in this quarter hour, between the weights of the hours around it."""
        local = self._clock.local(from_epoch(moment))
        hour = local.hour + (local.minute + 7.5) / 60 - 0.5
        before, part = int(hour // 1), hour % 1
        weight = HOURLY[before % 24] * (1 - part) + HOURLY[(before + 1) % 24] * part
        return weight / sum(HOURLY) / 4
