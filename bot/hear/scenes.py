"""Moments in which a text may be typed, by name: for `afterword hear`, and for tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.hear.scene import Employer, Expected, Scene, Talk

ZONE = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def _acme(*people: str, is_open: bool = True, answer_by: date | None = None) -> Employer:
    start = _at("2026-12-01T15:00")
    talk = Talk(start=start, end=start + HOUR)
    return Employer(
        name="Acme", role="product designer", is_open=is_open, people=people, talks=(talk,), answer_by=answer_by
    )


_PLAIN, _MET = _acme(), _acme("Priya", "Tom", answer_by=date(2026, 12, 11))
_SECOND = Talk(start=_at("2026-12-09T11:00"), end=_at("2026-12-09T12:00"))
_GLOBEX = Employer(name="Globex", role="data analyst", people=("Dana Reed",), talks=(_SECOND,))
_OFFERED = Employer(name="Globex", role="data analyst", offered=True)
SCENES: dict[str, Scene] = {
    "stranger": Scene(now=_at("2026-11-30T18:00")),
    "before": Scene(now=_at("2026-11-30T18:00"), employers=(_PLAIN,)),
    "just_over": Scene(
        now=_at("2026-12-01T16:10"), employers=(_PLAIN,), asked="mood", expects=Expected.MOOD, about="Acme"
    ),
    "told": Scene(now=_at("2026-12-02T12:00"), employers=(_MET,), about="Acme"),
    "waiting": Scene(now=_at("2026-12-07T10:00"), employers=(_MET,), about="Acme"),
    "overdue": Scene(now=_at("2026-12-16T10:00"), employers=(_MET,), about="Acme"),
    "two": Scene(now=_at("2026-12-07T10:00"), employers=(_MET, _GLOBEX)),
    "offer": Scene(now=_at("2026-12-14T10:00"), employers=(_MET, _OFFERED)),
    "after_no": Scene(now=_at("2026-12-14T10:00"), employers=(_acme("Priya", "Tom", is_open=False),), about="Acme"),
}
"""By name."""
