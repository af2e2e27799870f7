"""What a server says of itself, and whether the others leave the schedule to it."""

from gim_manager.domain.lease import OBSTACLES, Standing


def test_R35_who_leads_or_stands_by_can_lead_and_of_the_others_it_is_said_why_not() -> None:
    assert [standing for standing in Standing if standing.can_lead] == [Standing.RUNNING, Standing.STANDBY]
    assert set(OBSTACLES) == set(Standing) - {Standing.RUNNING, Standing.STANDBY}


def test_a_word_of_a_newer_program_says_nothing_against_its_server() -> None:
    assert Standing("dancing") is Standing.STANDBY
