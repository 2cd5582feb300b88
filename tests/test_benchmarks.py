"""The benchmarks run with tiny numbers and print their tables. How fast anything is, no test says."""

import pytest

from benchmarks import common, fairness, hearing, nudges, real_model, turns, waiting
from tests.model.endpoint import FAULTS, standing


def test_updates_go_through_each_bot_and_none_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    turns.main(["--updates", "8", "--chats", "4", "--quiet", "0.1", "--rounds", "1"])
    lines = rows(capsys.readouterr().out)
    assert [line.partition("  ")[0] for line in lines] == list(turns.BOTS)
    assert {line.split()[-1] for line in lines} <= {"0", "installed"}


def test_a_profile_names_the_steps_of_a_turn(capsys: pytest.CaptureFixture[str]) -> None:
    turns.main(["--updates", "8", "--chats", "4", "--quiet", "0.1", "--profile"])
    assert "conversation" in capsys.readouterr().out


def test_people_who_wait_are_woken_and_answered(capsys: pytest.CaptureFixture[str]) -> None:
    waiting.main(["--people", "200,400", "--rounds", "3"])
    printed = capsys.readouterr().out
    stores, _, steps = printed.partition("\n\n")
    assert [line.split()[0] for line in rows(stores)] == ["200", "400"]
    assert all(line.startswith(name) for line, name in zip(rows(steps), waiting.NAMES, strict=False))
    assert "Statements that read through" in printed


def test_due_nudges_arrive_and_none_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    nudges.main(["--nudges", "4", "--rounds", "1", "--kills", "1", "--only", "Afterword", "--people", "50"])
    first = rows(capsys.readouterr().out)[0]
    assert first.startswith("Afterword")
    assert first.split()[-1] == "0"


def test_people_who_wait_fall_due_after_those_who_are_woken() -> None:
    facts, now = waiting.at_follow_up(waiting.WAITING, waiting.END)
    assert facts.person.id == 1
    assert now > waiting.END


@pytest.mark.parametrize(("share", "value"), [(0.5, 2), (0.75, 3), (0.99, 4), (1, 4), (0.01, 1)])
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(share: float, value: int) -> None:
    assert common.percentile([3, 1, 4, 2], share) == value


def rows(printed: str) -> list[str]:
    """The lines below the rule of the first table."""
    lines = printed.splitlines()
    rule = next(number for number, line in enumerate(lines) if line.startswith("---"))
    return lines[rule + 1 :]


def test_somebody_is_answered_beside_a_flood() -> None:
    name, asked, *milliseconds, _, _ = fairness.row(fairness.WITH, 3, 1)
    assert (name, len(milliseconds)) == (fairness.WITH, len(fairness.HEAD) - 4)
    assert int(asked) >= 1
    assert all(int(one) > 0 for one in milliseconds)


async def test_what_a_server_answers_and_why_it_does_not_is_counted() -> None:
    told = hearing.messages(2)
    async with standing() as endpoint:
        seen = await real_model.asked(f"{endpoint.url}/v1", told, 5.0)
    assert (seen.usable, seen.tokens, len(endpoint.asked)) == (2, 8000, 2)
    async with standing(act=FAULTS["is broken"]) as endpoint:
        seen = await real_model.asked(f"{endpoint.url}/v1", told, 5.0)
    assert (seen.usable, dict(seen.none_because)) == (0, {"broken": 2})
