"""Nothing has gone to them yet: what may go now is said at once."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.standing import standing
from bot.decide.beside import is_alone, is_answered_elsewhere
from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.which import opportunity_for


def unsent(ledger: Ledger, act: Act) -> None:
    """Where it stands without it, unless another answer of this turn says so."""
    opportunity = opportunity_for(ledger, act, new=False)
    if opportunity is not None and not is_answered_elsewhere(ledger):
        ledger.tell(standing(ledger.known, opportunity, ledger.now))
    elif opportunity is None and is_alone(ledger, act):
        ledger.answer("small.fine")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"unsent": unsent}
