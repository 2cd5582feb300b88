"""The table of acts, and the sentences that belong to it."""

from datetime import UTC, date, datetime

import pytest

from bot.hear import house, inventory
from bot.hear.act import Act, By, Slot
from bot.hear.acts import KINDS, valid


def test_no_act_stands_in_the_table_twice() -> None:
    assert len(KINDS) == len(inventory.ROWS) + len(house.ROWS)


def test_what_the_table_does_not_know_is_dropped() -> None:
    act = Act("interview", {"about": "Acme", "colour": "red", "stage": "seventh", "over": True, "day": "2026-12-01"})
    kept = valid(act)
    assert kept is not None
    assert dict(kept.slots) == {"about": "Acme", "over": True}
    assert valid(Act("applauded")) is None


def test_a_slot_holds_its_kind_of_value() -> None:
    day, moment = date(2026, 12, 1), datetime(2026, 12, 1, 15, tzinfo=UTC)
    slots: dict[str, Slot] = {"day": day, "start": moment, "with": ("Priya",), "minutes": 45, "via_agency": True}
    assert valid(Act("interview", slots)) == Act("interview", slots)
    wrong: dict[str, Slot] = {"day": moment, "start": day, "with": (), "minutes": 0, "via_agency": False}
    kept = valid(Act("interview", wrong))
    assert kept is not None
    assert not kept.slots
    naive = valid(Act("interview", {"start": moment.replace(tzinfo=None)}))
    assert naive is not None
    assert not naive.slots


def test_a_slot_that_is_needed_may_only_be_left_open_by_a_button() -> None:
    assert valid(Act("felt")) is None
    assert valid(Act("heard", by=By.BUTTON)) == Act("heard", by=By.BUTTON)
    assert valid(Act("quiet_hours", {"from": "22:00", "until": "7:30"})) == Act("quiet_hours", {"from": "22:00"})


@pytest.mark.parametrize("name", KINDS)
def test_every_act_says_what_it_means(name: str) -> None:
    kind = KINDS[name]
    assert kind.meaning
    assert kind.modalities
    assert kind.needs <= set(kind.slots)
