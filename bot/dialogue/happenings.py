"""What else happened, told in one sentence or with two taps: the tables that the conversation is made of.

`STATEMENTS` stand before all others; `VERBS` are buttons; `QUESTIONS` are names of questions and what reads a typed
answer; `menu` offers the taps. What each row keeps, and the way back, is in the modules named `happening_*`.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import (
    happening_circumstances,
    happening_contacts,
    happening_doubts,
    happening_ends,
    happening_events,
    happening_menu,
    happening_offers,
    happening_requests,
    happening_unclear,
)
from bot.dialogue.happening_menu import Handler, menu
from bot.dialogue.happening_rows import ACTUAL, DONE
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from storage.facts import Opportunity

__all__ = ["QUESTIONS", "STATEMENTS", "VERBS", "menu"]


@concerning("news")
def _news(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    menu(talk, opportunity)


STATEMENTS: tuple[Statement, ...] = (
    *happening_unclear.STATEMENTS,
    *happening_ends.STATEMENTS,
    *happening_offers.STATEMENTS,
    *happening_events.STATEMENTS,
    *happening_requests.STATEMENTS,
    *happening_contacts.STATEMENTS,
    *happening_circumstances.STATEMENTS,
    Statement(
        "news",
        sounds(
            f"{ACTUAL}{DONE}^\\W*(i (have|got|'ve got)|i've got|there('s| is| are)|got|some|big|an?)?( some"
            f"| an?)? ?(news|update)\\b[^,.;]{{0,30}}[.!]?$"
            "|^\\W*something (has )?happened\\b.{0,30}$"
        ),
        _news,
        weak=True,
    ),
    *happening_doubts.STATEMENTS,
)
VERBS: dict[str, Handler] = {**happening_menu.VERBS, **happening_unclear.VERBS}
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {
    **happening_menu.QUESTIONS,
    "ev_window": happening_doubts.take_window,
}
