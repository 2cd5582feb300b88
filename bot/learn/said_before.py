"""What somebody has been told before: a comforting sentence comes as another one each time.

Kept with the Person by its name in the catalogue, so it outlives restarts and costs a few bytes a sentence.
"""

from __future__ import annotations

from bot.learn.ledger import Ledger


def another(ledger: Ledger, *stems: tuple[str, int]) -> str:
    """The name of a sentence that this Person has not been told yet, out of `<stem>.1` to `<stem>.<ways>`.

    The stems are used up one after the other. When all have been told, the one that was told longest ago comes again.
    """
    names = [f"{stem}.{way}" for stem, ways in stems for way in range(1, ways + 1)]
    told = ledger.person.comforted
    fresh = next((name for name in names if name not in told), None)
    chosen = fresh or min(names, key=told.index)
    ledger.change_person(comforted=(*(name for name in told if name != chosen), chosen))
    return chosen
