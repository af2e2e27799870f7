"""The tables of ICON's database that are extracted, as far as they are read (domain/data.md, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Index, MetaData, Table

from gim_manager.domain.icon import Provider, Role
from gim_manager.schema.columns import GUID, INT, KEY, NAME, SMALL, TEXT, TS, WHEN, col, key, opt

IDB = MetaData()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """An IDB table and how it is read."""

    table: Table
    provider: Provider
    roles: frozenset[Role]
    moment: str
    """The epoch column that dates a row; the GIDB copy is partitioned by it (M02) and the mark shows it."""
    updated: bool = True
    """Whether ICON changes rows after writing them, so that GSYS_USEQ must be read beside GSYS_SEQ."""


def moment(name: str, *, mandatory: bool = False) -> list[Column[Any]]:
    """One time as ICON stores it three times: for people, in seconds UTC, and as a key of G_TIMECODE."""
    seconds = col(f"{name}_ts", TS) if mandatory else opt(f"{name}_ts", TS)
    return [opt(name, WHEN), seconds, opt(f"{name}_tcode", INT)]


def gsys() -> list[Column[Any]]:
    """The system columns at the end of every operational table."""
    return [
        opt("gsys_domain", INT), opt("gsys_partition", INT), opt("gsys_sys_id", INT),
        opt("gsys_seq", KEY), opt("gsys_useq", KEY), opt("gsys_ts", WHEN), opt("gsys_tc", INT),
        opt("gsys_ext_vch1", NAME), opt("gsys_ext_vch2", NAME), opt("gsys_ext_int1", INT), opt("gsys_ext_int2", INT),
    ]  # fmt: skip


def table(name: str, *columns: Column[Any] | list[Column[Any]]) -> Table:
    """An IDB table with its system columns, indexed by both sequences as the extraction reads them."""
    flat = [one for column in columns for one in (column if isinstance(column, list) else [column])]
    made = Table(name, IDB, *flat, *gsys())
    Index(f"ix_{name}_seq", made.c.gsys_seq)
    Index(f"ix_{name}_useq", made.c.gsys_useq)
    return made


def lifetime() -> list[Column[Any]]:
    """CREATED, DELETED and LASTCHANGE of a configuration object."""
    return [col("status", INT), *moment("created", mandatory=True), *moment("deleted"), *moment("lastchange")]


def span() -> list[Column[Any]]:
    """CREATED, TERMINATED and LASTCHANGE of something that happens."""
    return [*moment("created", mandatory=True), *moment("terminated"), *moment("lastchange")]


def link(name: str, first: str, second: str, *more: Column[Any]) -> Table:
    """A GCX_ table: which two configuration objects belong together, and since when."""
    return table(
        name, key("id"), col(first, INT), col(second, INT), *more,
        col("status", INT), moment("created", mandatory=True), moment("deleted"),
    )  # fmt: skip


gc_tenant = table("gc_tenant", key("id"), col("name", NAME), lifetime())
gc_switch = table("gc_switch", key("id"), col("name", NAME), opt("type", INT), opt("tenantid", INT), lifetime())
gc_agent = table(
    "gc_agent", key("id"), opt("tenantid", INT), opt("folderid", INT), col("username", NAME), opt("firstname", NAME),
    opt("lastname", NAME), col("employeeid", NAME), opt("email", NAME), col("type", INT), col("state", INT),
    opt("placeid", INT), lifetime(),
)  # fmt: skip
gc_endpoint = table(
    "gc_endpoint", key("id"), col("dn", NAME), opt("name", NAME), col("type", INT), opt("switchid", INT),
    opt("tenantid", INT), opt("state", INT), lifetime(),
)  # fmt: skip
gc_place = table("gc_place", key("id"), col("name", NAME), opt("tenantid", INT), opt("state", INT), lifetime())
gc_group = table(
    "gc_group", key("id"), col("name", NAME), opt("tenantid", INT), opt("folderid", INT), col("type", INT),
    opt("dngrouptype", INT), opt("state", INT), opt("script", TEXT), lifetime(),
)  # fmt: skip
gc_login = table(
    "gc_login", key("id"), col("logincode", NAME), opt("tenantid", INT), opt("switchid", INT), opt("folderid", INT),
    opt("state", INT), lifetime(),
)  # fmt: skip
gc_skill = table("gc_skill", key("id"), col("name", NAME), opt("tenantid", INT), lifetime())

gcx_group_agent = link("gcx_group_agent", "groupid", "agentid")
gcx_group_endpoint = link("gcx_group_endpoint", "groupid", "endpointid")
gcx_group_place = link("gcx_group_place", "groupid", "placeid")
gcx_agent_place = link("gcx_agent_place", "placeid", "agentid")
gcx_endpoint_place = link("gcx_endpoint_place", "endpointid", "placeid")
gcx_login_info = link("gcx_login_info", "loginid", "agentid", opt("wrapuptime", INT))
gcx_skill_level = link("gcx_skill_level", "skillid", "agentid", col("slevel", INT))

g_ir = table(
    "g_ir", key("id"), col("irid", GUID), col("state", INT), opt("parentirid", GUID), opt("parentlinktype", INT),
    col("rootcallid", GUID), col("rootirid", GUID), span(),
)  # fmt: skip
g_call = table(
    "g_call", key("id"), col("callid", GUID), opt("parentcallid", GUID), opt("mergecallid", GUID), opt("mergetype", INT),
    opt("connid", GUID), opt("connidnum", KEY), opt("switchcallid", INT), col("irid", GUID), col("state", INT),
    col("calltype", INT), col("mediatype", INT), opt("tenantid", INT), opt("switchid", INT), opt("callani", NAME),
    opt("calldnis", NAME), span(),
)  # fmt: skip
g_party = table(
    "g_party", key("id"), col("partyid", GUID), col("partyguid", GUID), col("type", INT), col("prole", INT),
    opt("parentpartyid", GUID), opt("parentlinktype", INT), col("callid", GUID), col("state", INT), opt("prevstate", INT),
    opt("cause", INT), col("endpointdn", NAME), opt("endpointid", INT), opt("endpointtype", INT), opt("agentid", INT),
    opt("tenantid", INT), span(),
)  # fmt: skip
g_party_history = table(
    "g_party_history", key("phid"), col("partyid", GUID), col("callid", GUID), col("pseq", INT), col("cseq", INT),
    col("changetype", INT), col("state", INT), opt("prevstate", INT), opt("cause", INT), opt("ccevent", INT),
    opt("cceventcause", INT), opt("refid", GUID), moment("added", mandatory=True), moment("prevsenter"),
)  # fmt: skip
g_virtual_queue = table(
    "g_virtual_queue", key("id"), col("vqid", GUID), col("vqdbid", INT), col("callid", GUID), opt("origcallid", GUID),
    opt("distcallid", GUID), opt("connid", GUID), opt("partyid", GUID), col("status", INT), col("cause", INT),
    moment("created", mandatory=True), moment("terminated"), moment("lastchange"),
)  # fmt: skip
g_route_result = table(
    "g_route_result", key("id"), col("callid", GUID), opt("connid", GUID), col("partyid", GUID), opt("irid", GUID),
    opt("endpointid", INT), opt("rtargetruleselected", NAME), opt("rtargetobjectselected", NAME),
    opt("rtargettypeselected", INT), opt("rtargetagentselected", NAME), opt("rtargetplaceselected", NAME),
    opt("rtenant", NAME), opt("rstrategyname", NAME), opt("rrequestedskill", NAME), opt("result", INT), opt("vqid", GUID),
    moment("added", mandatory=True),
)  # fmt: skip
g_userdata_history = table(
    "g_userdata_history", key("id"), col("callid", GUID), opt("partyid", GUID), opt("endpointid", INT),
    opt("agentid", INT), opt("tenantid", INT), opt("switchid", INT), opt("pseq", INT), opt("cseq", INT),
    col("changetype", INT), col("keyname", NAME), opt("value", TEXT), moment("added", mandatory=True),
)  # fmt: skip

g_login_session = table(
    "g_login_session", key("id"), col("loginsessionid", GUID), col("agentid", INT), opt("loginid", INT),
    opt("placeid", INT), col("state", INT), opt("primarydeviceid", INT), opt("tenantid", INT), opt("mediatype", INT), span(),
)  # fmt: skip
gx_session_endpoint = table(
    "gx_session_endpoint", key("id"), col("agentid", INT), col("endpointid", INT), opt("endpointtype", INT),
    opt("queueid", INT), opt("queuetype", INT), opt("placeid", INT), col("loginsessionid", GUID), col("state", INT), span(),
)  # fmt: skip
g_agent_state_history = table(
    "g_agent_state_history", key("id"), col("loginsessionid", GUID), col("agentid", INT), col("type", INT),
    col("state", INT), opt("pendingstate", INT), opt("prevstate", INT), col("seq", INT), opt("workmode", INT),
    opt("endpointid", INT), opt("queueid", INT), opt("cause", INT), opt("causecallid", GUID),
    moment("added", mandatory=True), moment("prevsenter"),
)  # fmt: skip
g_agent_state_rc = table(
    "g_agent_state_rc", key("id"), col("sessionid", GUID), col("agentid", INT), col("endpointid", INT), opt("queueid", INT),
    col("agentstate", INT), col("workmode", INT), col("hwflag", SMALL), col("keyname", NAME), opt("value", NAME),
    col("lseq", INT), moment("created", mandatory=True), moment("terminated"),
)  # fmt: skip


def dss(provider: str) -> Table:
    """A G_DSS_ table: one row per connection of ICON to a data source, up to when its data are complete."""
    return table(
        f"g_dss_{provider}_provider", key("dss_id"), col("icon_dbid", INT), col("ds_dbid", INT), opt("ds_dbid_prim", INT),
        opt("ds2_dbid", INT), col("ds_type", INT), moment("created", mandatory=True), opt("icon_stime", WHEN),
        opt("dsconn_stime", WHEN), opt("dsconn_sdstime", WHEN), opt("dsconn_sdsts", INT), opt("dsconn_type", INT),
        opt("icon_etime", WHEN), opt("dsconn_etime", WHEN), opt("fevent_itime", WHEN), opt("fevent_dstime", WHEN),
        opt("fevent_dsseq", NAME), opt("fevent_dsutc", TS), opt("levent_itime", WHEN), opt("levent_dstime", WHEN),
        opt("levent_dsseq", NAME), opt("levent_dsutc", TS),
    )  # fmt: skip


g_dss_cfg_provider = dss("cfg")
g_dss_gcc_provider = dss("gcc")
g_dss_gls_provider = dss("gls")
g_dss_gud_provider = dss("gud")
g_dss_gos_provider = dss("gos")

g_prov_control = Table(
    "g_prov_control", IDB,
    key("domainid", INT), key("providertag", INT), opt("primaryid", INT), opt("seqcounter", KEY), col("seqcurrent", KEY),
)  # fmt: skip
"""Read whole at the start of an extraction, never copied: its SEQCURRENT bounds every table of its provider (X02)."""

_CFG = frozenset({Role.ICON_CFG})
_CALLS = frozenset({Role.ICON_CORE, Role.ICON_MM})


def _source(made: Table, provider: Provider, roles: frozenset[Role], *, updated: bool = True) -> SourceTable:
    dated = "created_ts" if "created_ts" in made.c else "added_ts"
    return SourceTable(table=made, provider=provider, roles=roles, moment=dated, updated=updated)


SOURCE_TABLES: tuple[SourceTable, ...] = (
    *(
        _source(made, Provider.CFG, _CFG)
        for made in (
            gc_tenant, gc_switch, gc_agent, gc_endpoint, gc_place, gc_group, gc_login, gc_skill, gcx_group_agent,
            gcx_group_endpoint, gcx_group_place, gcx_agent_place, gcx_endpoint_place, gcx_login_info, gcx_skill_level,
            g_dss_cfg_provider,
        )
    ),
    *(_source(made, Provider.GCC, _CALLS) for made in (g_ir, g_call, g_party, g_virtual_queue, g_dss_gcc_provider)),
    *(_source(made, Provider.GCC, _CALLS, updated=False) for made in (g_party_history, g_route_result)),
    _source(g_userdata_history, Provider.GUD, _CALLS, updated=False),
    _source(g_dss_gud_provider, Provider.GUD, _CALLS),
    *(_source(made, Provider.GLS, _CALLS) for made in (g_login_session, gx_session_endpoint, g_dss_gls_provider)),
    *(_source(made, Provider.GLS, _CALLS, updated=False) for made in (g_agent_state_history, g_agent_state_rc)),
    _source(g_dss_gos_provider, Provider.GOS, frozenset({Role.ICON_OCS})),
)  # fmt: skip
"""Every table that Job_ExtractICON reads, configuration first."""
