"""What is looked at: what repeats over the Person's interviews, why to wait, and whether any of it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.repeats import missing
from bot.decide.meant import is_asked, meant
from bot.hear.act import Act
from bot.learn.how_often import tell_set
from bot.learn.ledger import Ledger
from bot.words.named import Press, Presses, Text, text
from storage.facts import PICTURES_OFF as OFF

SHARE: Presses = ((Press("progress.share"),),)


def ask_progress(ledger: Ledger, _act: Act) -> None:
    """Everything that can be said by now, and from FEWEST interviews on one to show to others."""
    can_be_drawn = missing(ledger.known, ledger.now) == 0 and ledger.person.pictures != OFF
    ledger.tell(Text("@progress"), SHARE if can_be_drawn else ())


def share_progress(ledger: Ledger, _act: Act) -> None:
    """The same picture without a name in it; without a picture there is nothing to share."""
    ledger.tell(Text("@shared") if ledger.person.pictures != OFF else text("progress.no_picture"))


def pictures(ledger: Ledger, act: Act) -> None:
    """In what colours pictures are drawn, or that everything comes in words alone."""
    ledger.change_person(pictures=str(act.get("do")))
    tell_set(ledger, act, f"kept.pictures.{act.get('do')}")


def show_wait(ledger: Ledger, act: Act) -> None:
    """Where today is in the time of one of them."""
    opportunity = meant(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("may_i.nobody.follow_up")
    return ledger.tell(text("@wait", opportunity=opportunity.id))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "ask_progress": ask_progress,
    "share_progress": share_progress,
    "pictures": pictures,
    "show_wait": show_wait,
}
