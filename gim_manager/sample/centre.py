"""Who works in the sample centre and which numbers it has: people, places and DNs with their DBIDs."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from gim_manager.domain.icon import EndpointType
from gim_manager.sample.profile import GENERAL, NIGHT, Profile, Service, Shift

TENANT = 1
SWITCH = 101
FIRST_SKILL, FIRST_GROUP, FIRST_QUEUE = 151, 201, 501
FIRST_AGENT, FIRST_PLACE, FIRST_EXTENSION, FIRST_POSITION, FIRST_LOGIN = 10_001, 20_001, 30_001, 40_001, 50_001
FEW = 12
"""Below so many agents everyone can do everything."""

FIRST_NAMES = (
    "Alba", "Amir", "Anna", "Aylin", "Ben", "Carla", "Chen", "Clara", "Daniel", "Elena", "Emil", "Farah", "Felix",
    "Greta", "Hana", "Henri", "Ida", "Ivan", "Jana", "Jonas", "Kofi", "Lara", "Leon", "Lina", "Luis", "Maja", "Mateo",
    "Mina", "Nils", "Noor", "Olga", "Oskar", "Paul", "Priya", "Rosa", "Samir", "Sofia", "Tariq", "Tom", "Vera", "Yara",
    "Zoe",
)  # fmt: skip
LAST_NAMES = (
    "Adler", "Bauer", "Berg", "Costa", "Diaz", "Egger", "Fischer", "Franke", "Garcia", "Haas", "Ito", "Jansen", "Kaya",
    "Keller", "Kim", "Koch", "Lang", "Lindqvist", "Lopez", "Marin", "Moreau", "Novak", "Okafor", "Olsen", "Peeters",
    "Pohl", "Rao", "Rossi", "Sato", "Silva", "Sommer", "Tran", "Vogel", "Weiss", "Wolf", "Yilmaz", "Zeller",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Device:
    """A DN."""

    id: int
    dn: str
    type: EndpointType


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person:
    """An agent."""

    id: int
    first: str
    last: str
    username: str
    employee: str
    place: int
    login: int
    phone: Device
    """The extension that calls ring on."""
    position: Device | None
    """A second telephone of the same login, which some have."""
    skills: tuple[tuple[str, int], ...]
    """With their levels, the best first."""
    shift: Shift

    @property
    def team(self) -> str:
        """The skill whose team the agent belongs to."""
        return self.skills[0][0]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A service and the DNs that its calls pass."""

    service: Service
    entry: Device
    """The ACD queue, or the routing point."""
    queues: tuple[Device, ...]
    """Its virtual queues: none, one, or one and a second for those who wait."""

    def skill_of(self, queue: int) -> str:
        """The skill that the virtual queue of this number asks for."""
        return self.service.skill if queue == 0 else GENERAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """The whole centre."""

    profile: Profile
    people: tuple[Person, ...]
    lines: tuple[Line, ...]

    @property
    def skills(self) -> tuple[str, ...]:
        """Every skill that a call asks for."""
        return skills_of(self.profile)

    def line(self, name: str) -> Line:
        """The line of the service of this name."""
        return next(one for one in self.lines if one.service.name == name)


def skills_of(profile: Profile) -> tuple[str, ...]:
    """Every skill that a call of this profile asks for, each once."""
    return tuple(dict.fromkeys([*(service.skill for service in profile.services), GENERAL]))


def build_centre(profile: Profile, *, agents: int, seed: int) -> Centre:
    """The centre of this many agents; the same for the same seed."""
    random = Random(f"{seed}/people")
    crew = _shifts_of(profile, agents)
    people = tuple(_person(profile, random, index, crew[index], everything=agents < FEW) for index in range(agents))
    return Centre(profile=profile, people=people, lines=_lines(profile))


def _shifts_of(profile: Profile, agents: int) -> list[Shift]:
    """Each shift gets its share of the staff, evenly spread; a small centre has its people where the calls are."""
    owed = [0.0] * len(profile.shifts)
    made = []
    for _ in range(agents):
        owed = [due + shift.share for due, shift in zip(owed, profile.shifts, strict=True)]
        most = max(range(len(owed)), key=owed.__getitem__)
        owed[most] -= 1.0
        made.append(profile.shifts[most])
    return made


def _person(profile: Profile, random: Random, index: int, shift: Shift, *, everything: bool) -> Person:
    first, last = random.choice(FIRST_NAMES), random.choice(LAST_NAMES)
    phone = Device(id=FIRST_EXTENSION + index, dn=str(60_001 + index), type=EndpointType.EXTENSION)
    position = Device(id=FIRST_POSITION + index, dn=str(80_001 + index), type=EndpointType.ACD_POSITION)
    return Person(
        id=FIRST_AGENT + index,
        first=first,
        last=last,
        username=f"{first}.{last}.{index + 1}".lower(),
        employee=f"E{index + 1:05}",
        place=FIRST_PLACE + index,
        login=FIRST_LOGIN + index,
        phone=phone,
        position=position if index % 3 == 0 else None,
        skills=_skills(profile, random, everything=everything or shift is NIGHT),
        shift=shift,
    )


def _skills(profile: Profile, random: Random, *, everything: bool) -> tuple[tuple[str, int], ...]:
    names = [service.skill for service in profile.services]
    shares = [service.share for service in profile.services]
    first = random.choices(names, shares)[0]
    others = [name for name in names if name != first]
    random.shuffle(others)
    if not everything:
        others = others[: random.choice((1, 2, 2, 3))]
    general = [(GENERAL, 1)] if everything or random.random() < 0.7 else []
    return ((first, random.randint(7, 10)), *((name, random.randint(2, 7)) for name in others), *general)


def _lines(profile: Profile) -> tuple[Line, ...]:
    numbers = iter(range(FIRST_QUEUE, FIRST_QUEUE + 5 * len(profile.services)))
    made = []
    for place, service in enumerate(profile.services):
        kind = EndpointType.ROUTING_POINT if service.routed else EndpointType.ACD_QUEUE
        entry = Device(id=next(numbers), dn=str((7001 if service.routed else 5001) + place), type=kind)
        names = [f"VQ_{service.name}"] if service.routed else []
        names += [f"VQ_{service.name}_Any"] if service.spill_after is not None else []
        queues = tuple(Device(id=next(numbers), dn=name, type=EndpointType.VIRTUAL_QUEUE) for name in names)
        made.append(Line(service=service, entry=entry, queues=queues))
    return tuple(made)
