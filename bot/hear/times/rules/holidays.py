"""Holidays, the turn of the year, and stretches without agreed ends."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.context import Kind
from bot.hear.times.feasts import feast
from bot.hear.times.line import Hit
from bot.hear.times.rule import NOT_TIMED, Meaning, Rule
from bot.hear.times.values import Number, Trouble, Window


def holiday(hit: Hit) -> Meaning:
    name = next(word.removeprefix("holiday:") for word in hit.words if word.startswith("holiday:"))
    years = [int(value.low) for value in hit.values if isinstance(value, Number) and 2000 < value.low < 2100]
    if hit.has("next"):
        years = [hit.at.today.year + 1]
    return feast(hit.at, name, years[0] if years else None)


def new_year(hit: Hit) -> Meaning:
    return feast(hit.at, "new_year")


def in_the_new_year(hit: Hit) -> Meaning:
    """From the first working day after 1 January; the end is open."""
    found = feast(hit.at, "new_year")
    negated = hit.negated
    if found is None or found.back is None or (hit.has("until") and not negated):
        return None
    return Window(found.back, None) if hit.at.kind is Kind.WINDOW else spans.day(found.back)


def after_the_holidays(hit: Hit) -> Meaning:
    """From September on, and in the first days of January, these are the holidays at the end of the year."""
    near = hit.at.today.month >= 9 or (hit.at.today.month, hit.at.today.day) < (1, 5)
    return in_the_new_year(hit) if near else Trouble(Reason.SEASON)


def before_the_holidays(hit: Hit) -> Meaning:
    """In the last months of the year the day is that before Christmas; at other times there are several holidays."""
    found = feast(hit.at, "christmas_eve") if hit.at.today.month >= 9 else None
    return Window(None, found.first) if found is not None else Trouble(Reason.SEASON)


RULES = (
    Rule(
        "in the new year",
        "(in|into|until|be|notbefore|during|early|in early|in the early) newyear(?! holiday)",
        in_the_new_year,
        ("in the new year -> 2027-01-04..",),
        NOT_TIMED,
    ),
    Rule(
        "after the holidays",
        "(until )?(after|ONCE) theholidays( are during)?",
        after_the_holidays,
        ("after the holidays -> ask season",),
        NOT_TIMED,
    ),
    Rule(
        "before the holidays",
        "(before|by|until|bytime) theholidays",
        before_the_holidays,
        ("before the holidays -> ask season",),
        NOT_TIMED,
    ),
    Rule(
        "the holidays", "theholidays", lambda _: Trouble(Reason.SEASON), ("over the holidays -> ask season",), NOT_TIMED
    ),
    Rule(
        "holiday in a year", "holiday:[a-z_]+( of)? (<num>|next year)", holiday, ("by Christmas 2026 -> ..2026-12-25",)
    ),
    Rule(
        "holiday",
        "(the )?holiday:[a-z_]+( weekend)?",
        holiday,
        ("by Christmas -> ..2026-12-25", "after Labor Day -> 2027-05-03.."),
    ),
    Rule("new year", "newyear", new_year, ("before the new year -> ..2026-12-31",)),
    Rule(
        "week of a holiday",
        "<holiday> week",
        lambda hit: spans.week_of(hit[0].first),
        ("Christmas week -> 2026-12-21..2026-12-25",),
    ),
    Rule(
        "season",
        "(the |this |next |early |mid |late |finish )*season( of| (<num>|next|this) year)?",
        lambda _: Trouble(Reason.SEASON),
        ("sometime in the spring -> ask season",),
        NOT_TIMED,
    ),
)
