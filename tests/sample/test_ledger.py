"""The ledger keeps its laws, and agrees with what a plain reading of ICON's rows gives."""

from collections import Counter

from gim_manager.domain.icon import AgentState, PartyState
from gim_manager.sample.ledger import (
    AGENT_FACTS,
    DAY_FACTS,
    QUEUE_FACTS,
    SESSION_FACTS,
    SLOT_SECONDS,
    Ledger,
    Page,
    slot_of,
)
from tests.sample.lived import wild_day


def _facts(page: Page, names: tuple[str, ...]) -> dict[tuple[object, ...], dict[str, int]]:
    keys = len(page.table.columns) - len(names)
    for place in page._rows:
        page._touched.add(place[0])
    _, rows = page.take()
    return {row[:keys]: dict(zip(names, map(int, row[keys:]), strict=True)) for row in rows}


def test_A05_the_queue_laws_hold_in_every_row() -> None:
    rows = _facts(wild_day().day.ledger.queue, QUEUE_FACTS)
    assert rows
    for row in rows.values():
        assert row["entered"] == row["abandoned"] + row["cleared"] + row["distributed"]
        assert row["distributed"] == sum(
            row[name] for name in ("accepted", "abandoned_invite", "redirected", "routed_other")
        )
        assert row["abandoned_short"] <= row["abandoned"]


def test_A05_the_agent_law_holds_in_every_row() -> None:
    rows = _facts(wild_day().day.ledger.agent, AGENT_FACTS)
    assert {key[3] for key in rows} == {"received", "made", "consult_made", "consult_received", "taken_over", "joined"}
    for row in rows.values():
        assert row["offered"] == row["accepted"] + row["notaccepted"]
        assert row["abandoned_invite"] <= row["notaccepted"]


def test_A05_states_never_exceed_the_quarter_hour_and_add_up_to_the_login() -> None:
    for row in _facts(wild_day().day.ledger.session, SESSION_FACTS).values():
        assert 0 < row["login_time"] <= SLOT_SECONDS
        assert row["login_time"] == sum(value for name, value in row.items() if name != "login_time")


def test_every_customer_is_answered_or_gives_up() -> None:
    ((_, row),) = _facts(wild_day().day.ledger.day, DAY_FACTS).items()
    assert row["offered"] == row["answered"] + row["abandoned"]
    assert row["calls"] > row["offered"] > 0


def test_entered_and_abandoned_are_the_stays_of_the_idb() -> None:
    lived, seen = wild_day(), Counter[tuple[int, int, str]]()
    for stay in lived.rows["g_virtual_queue"]:
        _count_stay(seen, stay["created_ts"], stay["vqdbid"], gone=stay["cause"] == 2)
    for party in lived.rows["g_party"]:
        if party["prole"] in (3, 4):
            _count_stay(seen, party["created_ts"], party["endpointid"], gone=party["cause"] == 3)
    told = Counter[tuple[int, int, str]]()
    for key, row in _facts(lived.day.ledger.queue, QUEUE_FACTS).items():
        for name in ("entered", "abandoned"):
            told[(int(str(key[0])), int(str(key[1])), name)] += row[name]
    assert +told == seen


def _count_stay(seen: Counter[tuple[int, int, str]], began: int, endpoint: int, *, gone: bool) -> None:
    seen[(slot_of(began), endpoint, "entered")] += 1
    if gone:
        seen[(slot_of(began), endpoint, "abandoned")] += 1


def test_talk_and_hold_are_the_histories_of_the_idb() -> None:
    lived, seen = wild_day(), Counter[tuple[int, int]]()
    agents = {party["partyid"]: party["agentid"] for party in lived.rows["g_party"] if party["agentid"]}
    for partyid, history in lived.by("g_party_history", "partyid").items():
        for row in history[1:] if partyid in agents else ():
            seen[(agents[partyid], row["prevstate"])] += row["added_ts"] - row["prevsenter_ts"]
    for fact, state in (
        ("talk_time", PartyState.CONNECTED),
        ("hold_time", PartyState.HOLD),
        ("ring_time", PartyState.ALERTING),
    ):
        told = Counter[int]()
        for key, row in _facts(lived.day.ledger.agent, AGENT_FACTS).items():
            told[int(str(key[1]))] += row[fact]
        assert +told == +Counter({agent: value for (agent, of), value in seen.items() if of == state})


def test_wrap_is_the_after_call_work_of_the_idb() -> None:
    lived = wild_day()
    rows = lived.rows["g_agent_state_history"]
    seconds = sum(
        row["added_ts"] - row["prevsenter_ts"] for row in rows if row["prevstate"] == AgentState.AFTER_CALL_WORK
    )
    assert lived.day.ledger.agent.total("wrap_time") == seconds == lived.day.ledger.session.total("wrap_time") > 0


def test_a_state_is_clipped_to_its_quarter_hours() -> None:
    ledger = Ledger(0)
    ledger.state(7, AgentState.READY, 800, 2000)
    assert _facts(ledger.session, SESSION_FACTS) == {
        (0, 7): dict.fromkeys(SESSION_FACTS, 0) | {"login_time": 100, "ready_time": 100},
        (900, 7): dict.fromkeys(SESSION_FACTS, 0) | {"login_time": 900, "ready_time": 900},
        (1800, 7): dict.fromkeys(SESSION_FACTS, 0) | {"login_time": 200, "ready_time": 200},
    }


def test_only_slots_that_changed_are_taken_and_those_whole() -> None:
    ledger = Ledger(0)
    ledger.stay(1, 100, entered=1)
    ledger.stay(2, 200, entered=1)
    ledger.stay(1, 1000, entered=1)
    assert ledger.queue.take()[0] == [0, 900]
    ledger.abandoned(1, 100, 109)
    slots, rows = ledger.queue.take()
    assert slots == [0]
    assert sorted(row[:5] for row in rows) == [(0, 1, 1, 1, 1), (0, 2, 1, 0, 0)]


def test_a_caller_who_leaves_after_ten_seconds_is_not_short() -> None:
    ledger = Ledger(0)
    ledger.abandoned(1, 100, 110)
    assert (ledger.queue.total("abandoned"), ledger.queue.total("abandoned_short")) == (1, 0)
