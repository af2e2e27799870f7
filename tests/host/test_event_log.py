"""The event log is written by the system's own command; where there is no Windows it says so."""

from dataclasses import replace

import pytest

from gim_manager.domain.alarm import Kind
from gim_manager.domain.channel import ChannelFailed
from gim_manager.host import event_log
from tests.language.notices import NOTICE


def test_the_command_has_type_number_and_line() -> None:
    raised = event_log.words(NOTICE)
    assert raised[:5] == ["eventcreate", "/L", "APPLICATION", "/SO", "GIM Manager"]
    assert raised[5:] == ["/T", "ERROR", "/ID", "1", "/D", NOTICE.line]
    cleared = event_log.words(replace(NOTICE, kind=Kind.CLEARED))
    assert cleared[6:9] == ["INFORMATION", "/ID", "3"]


def test_elsewhere_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_log, "HAS_ONE", False)
    with pytest.raises(ChannelFailed, match="only Windows has one"):
        event_log.send(NOTICE, seconds=1)
