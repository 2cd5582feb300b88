"""Rules for waiting."""

from __future__ import annotations

from bot.hear.clause import Rule

RULES: tuple[Rule, ...] = ()
