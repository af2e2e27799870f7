"""The sample centre as the Configuration Database has it: the GC_ and GCX_ rows."""

from __future__ import annotations

from collections.abc import Iterator

from gim_manager.domain.icon import EndpointType, GroupType, ObjectStatus
from gim_manager.sample.centre import FIRST_GROUP, FIRST_SKILL, SWITCH, TENANT, Centre, Device
from gim_manager.sample.counters import Counters
from gim_manager.sample.records import CFG_SESSION, Row, Value, when

ENABLED, AGENT, VOICE_SWITCH = 1, 2, 1
WRAP_UP_SECONDS = 0
EVERYONE = "All agents"

Rows = dict[str, list[dict[str, Value]]]


def configuration(centre: Centre, created: int, counters: Counters) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """Each table with its columns and rows; the objects were made at this second. Moves `counters.cfg` on."""
    counters.cfg += 1
    for table, rows in {**_objects(centre), **_links(centre)}.items():
        whole = [_complete(table, row, number, created, counters) for number, row in enumerate(rows, 1)]
        if whole:
            yield table, tuple(whole[0]), [tuple(row.values()) for row in whole]


def _complete(table: str, row: dict[str, Value], number: int, created: int, counters: Counters) -> dict[str, Value]:
    counters.cfg += 1
    times: dict[str, Value] = {"status": int(ObjectStatus.ACTIVE), "created": when(created), "created_ts": created}
    if not table.startswith("gcx_"):
        times |= {"lastchange": when(created), "lastchange_ts": created}
    return {
        "id": number, **row, **times,
        "gsys_domain": CFG_SESSION, "gsys_seq": counters.cfg, "gsys_useq": counters.cfg,
    }  # fmt: skip


def _objects(centre: Centre) -> Rows:
    owned: dict[str, Value] = {"tenantid": TENANT, "state": ENABLED}
    return {
        "gc_tenant": [{"id": TENANT, "name": "Resources"}],
        "gc_switch": [{"id": SWITCH, "name": "Voice", "type": VOICE_SWITCH, "tenantid": TENANT}],
        "gc_skill": [{"id": key, "name": name, "tenantid": TENANT} for name, key in _skills(centre).items()],
        "gc_agent": [
            {"id": one.id, "username": one.username, "firstname": one.first, "lastname": one.last, "placeid": one.place,
             "employeeid": one.employee, "email": f"{one.username}@centre.example", "type": AGENT, **owned}
            for one in centre.people
        ],
        "gc_place": [{"id": one.place, "name": f"Place {one.employee[1:]}", **owned} for one in centre.people],
        "gc_login": [
            {"id": one.login, "logincode": str(one.login), "switchid": SWITCH, **owned} for one in centre.people
        ],
        "gc_group": [
            {"id": key, "name": name, "type": int(kind), "dngrouptype": 0, **owned}
            for name, (key, kind) in _groups(centre).items()
        ],
        "gc_endpoint": [
            {"id": device.id, "dn": device.dn, "name": name, "type": int(device.type), "switchid": SWITCH, **owned}
            for device, name in _devices(centre)
        ],
    }  # fmt: skip


def _links(centre: Centre) -> Rows:
    skills, groups = _skills(centre), _groups(centre)
    people = centre.people
    return {
        "gcx_skill_level": [
            {"skillid": skills[name], "agentid": one.id, "slevel": level}
            for one in people for name, level in one.skills
        ],
        "gcx_group_agent": [
            {"groupid": groups[name][0], "agentid": one.id} for one in people for name in (_team(one.team), EVERYONE)
        ],
        "gcx_group_endpoint": [
            {"groupid": groups[name][0], "endpointid": device.id} for device, name in _queues(centre)
        ],
        "gcx_agent_place": [{"placeid": one.place, "agentid": one.id} for one in people],
        "gcx_endpoint_place": [
            {"endpointid": device.id, "placeid": one.place}
            for one in people for device in (one.phone, one.position) if device
        ],
        "gcx_login_info": [
            {"loginid": one.login, "agentid": one.id, "wrapuptime": WRAP_UP_SECONDS} for one in people
        ],
    }  # fmt: skip


def _skills(centre: Centre) -> dict[str, int]:
    return {name: FIRST_SKILL + place for place, name in enumerate(centre.skills)}


def _team(skill: str) -> str:
    return f"{skill} team"


def _groups(centre: Centre) -> dict[str, tuple[int, GroupType]]:
    """Every agent is in two groups, the team and EVERYONE; every queue is in one or two."""
    agents = [*(_team(name) for name in dict.fromkeys(one.skill for one in centre.profile.services)), EVERYONE]
    queues = list(dict.fromkeys(name for _, name in _queues(centre)))
    named = [(name, GroupType.AGENT_GROUP) for name in agents] + [(name, GroupType.DN_GROUP) for name in queues]
    return {name: (FIRST_GROUP + place, kind) for place, (name, kind) in enumerate(named)}


def _queues(centre: Centre) -> Iterator[tuple[Device, str]]:
    for line in centre.lines:
        yield line.entry, "Entry points"
        for device in line.queues or (line.entry,):
            yield device, f"{line.service.name} queues"


def _devices(centre: Centre) -> Iterator[tuple[Device, str]]:
    for line in centre.lines:
        routed = line.entry.type == EndpointType.ROUTING_POINT
        yield line.entry, f"{'RP' if routed else 'Q'}_{line.service.name}"
        for queue in line.queues:
            yield queue, queue.dn
    for one in centre.people:
        yield one.phone, f"{one.phone.dn}@Voice"
        if one.position:
            yield one.position, f"{one.position.dn}@Voice"
