"""The contact centre of the stories: its configuration, and what its agents do when they are logged in."""

from itertools import count
from typing import Any

from gim_manager.domain.icon import AGENT_STATE_CHANGE, AgentState, EndpointType, ObjectStatus
from tests.language.calls import (
    AGENTS,
    GROUP,
    OTHER_QUEUE,
    OTHER_VIRTUAL_QUEUE,
    QUEUE,
    QUEUE_GROUP,
    ROUTING_POINT,
    SKILL,
    SWITCH,
    T0,
    TENANT,
    VIRTUAL_QUEUE,
    Call,
    Idb,
)

_numbers = count(1)


class Login:
    """An agent's login, with the states of its DNs."""

    def __init__(self, idb: Idb, agent: int, at: int) -> None:
        self.idb = idb
        self.agent = agent
        self.id = f"login-{next(_numbers)}"
        self._sequence = count(1)
        self.row = idb.add(
            "g_login_session",
            loginsessionid=self.id,
            agentid=agent,
            placeid=agent + 200,
            state=1,
            tenantid=TENANT,
            mediatype=1,
            created_ts=T0 + at,
        )

    def state(self, state: AgentState, at: int, *, call: Call | None = None, dn: int | None = None) -> "Login":
        """A change of state, of the agent's own DN unless told otherwise."""
        self.idb.add(
            "g_agent_state_history",
            loginsessionid=self.id,
            agentid=self.agent,
            type=AGENT_STATE_CHANGE,
            state=state,
            seq=next(self._sequence),
            endpointid=dn or self.agent + 100,
            causecallid=call.id if call else None,
            added_ts=T0 + at,
        )
        return self

    def reason(self, state: AgentState, value: str, at: int, until: int, *, hardware: bool = True) -> "Login":
        """A reason for a state, as ICON writes it when it ends."""
        self.idb.add(
            "g_agent_state_rc",
            sessionid=self.id,
            agentid=self.agent,
            endpointid=self.agent + 100,
            agentstate=state,
            workmode=0,
            hwflag=int(hardware),
            keyname="ReasonCode" if hardware else "Reason",
            value=value,
            lseq=1,
            created_ts=T0 + at,
            terminated_ts=T0 + until,
        )
        return self

    def logout(self, at: int) -> "Login":
        """The end of the login."""
        self.state(AgentState.LOGGED_OFF, at)
        self.row |= {"state": 2, "terminated_ts": T0 + at}
        return self


def configuration() -> Idb:
    """The tenant, four agents with DN and place, queues, a routing point, virtual queues, groups and a skill."""
    idb = Idb()
    born = {"status": ObjectStatus.ACTIVE, "created_ts": T0 - 86400}

    def named(table: str, dbid: int, **values: Any) -> None:
        row = idb.add(table, **values, **born)
        row["id"] = dbid

    named("gc_tenant", TENANT, name="Environment")
    named("gc_switch", SWITCH, name="switch", tenantid=TENANT)
    for agent in AGENTS:
        person = {
            "username": f"agent{agent}",
            "employeeid": f"E{agent}",
            "firstname": "Ann",
            "lastname": f"Agent {agent}",
        }
        named("gc_agent", agent, type=2, state=1, tenantid=TENANT, **person)
        named(
            "gc_endpoint",
            agent + 100,
            dn=str(agent + 100),
            type=EndpointType.EXTENSION,
            switchid=SWITCH,
            tenantid=TENANT,
        )
        named("gc_place", agent + 200, name=f"place {agent}", tenantid=TENANT)
        idb.add("gcx_group_agent", groupid=GROUP, agentid=agent, **born)
    for dn, kind in (
        (QUEUE, EndpointType.ACD_QUEUE),
        (OTHER_QUEUE, EndpointType.ACD_QUEUE),
        (ROUTING_POINT, EndpointType.ROUTING_POINT),
        (VIRTUAL_QUEUE, EndpointType.VIRTUAL_QUEUE),
        (OTHER_VIRTUAL_QUEUE, EndpointType.VIRTUAL_QUEUE),
    ):
        named("gc_endpoint", dn, dn=str(dn), name=f"dn {dn}", type=kind, switchid=SWITCH, tenantid=TENANT)
    named("gc_group", GROUP, name="Sales", type=1, tenantid=TENANT)
    named("gc_group", QUEUE_GROUP, name="Sales queues", type=3, tenantid=TENANT)
    idb.add("gcx_group_endpoint", groupid=QUEUE_GROUP, endpointid=QUEUE, **born)
    named("gc_skill", SKILL, name="English", tenantid=TENANT)
    idb.add("gcx_skill_level", skillid=SKILL, agentid=AGENTS[0], slevel=7, **born)
    return idb
