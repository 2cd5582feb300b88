"""What is said around the matter: hello, thanks, goodbye, an insult, something else, something not to be understood."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.standing import most_urgent, standing
from bot.decide.beside import CHAT, is_alone
from bot.decide.question import pose
from bot.decide.questions import current
from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.words.named import Moment, Value, lines, text
from scheduler import nudges

GREETING = ("hello", "thanks", "bye")


def _is_all(ledger: Ledger, act: Act) -> bool:
    """Whether nothing weightier is in the message: of a hello and a thanks only the last one is answered."""
    alone = is_alone(ledger, act) and all(a.name in GREETING for a in ledger.acts if a.name in CHAT)
    return alone and (not ledger.acts or ledger.acts[-1].name == act.name)


def hello(ledger: Ledger, act: Act) -> None:
    """A greeting back, and the one thing that matters most now."""
    if not _is_all(ledger, act):
        return
    name = ledger.person.name
    greeting = text("small.hello_named", name=name) if name else text("small.hello_unnamed")
    ledger.tell(lines([greeting, _where(ledger)], " "))


def _where(ledger: Ledger) -> Value:
    first = next(iter(most_urgent(ledger.known, ledger.open_opportunities, ledger.now)), None)
    return text("small.tell_me") if first is None else standing(ledger.known, first, ledger.now)


def thanks(ledger: Ledger, act: Act) -> None:
    """You're welcome."""
    if _is_all(ledger, act):
        ledger.answer("small.thanks")


def bye(ledger: Ledger, act: Act) -> None:
    """Goodbye, with the moment at which I come back by myself."""
    if not _is_all(ledger, act):
        return
    moments = [at for at, _ in nudges.coming(ledger.known, ledger.now).values()]
    if moments and not nudges.is_paused(ledger.person, ledger.now):
        ledger.answer("small.bye_until", when=Moment(min(moments)))
    else:
        ledger.answer("small.bye")


def insult(ledger: Ledger, act: Act) -> None:
    """Calm stays calm."""
    if is_alone(ledger, act):
        ledger.answer("small.insult")


def off_topic(ledger: Ledger, act: Act) -> None:
    """Something that has nothing to do with it."""
    if is_alone(ledger, act):
        ledger.answer("small.off_topic")


def unclear(ledger: Ledger, act: Act) -> None:
    """Not to be understood: the open question once more, else what could be said."""
    if any(other.name != act.name for other in ledger.acts):
        return None
    question, person = current(ledger), ledger.before.person
    if question is None:
        return ledger.answer("unclear.example")
    ledger.answer("unclear.asked")
    return pose(ledger, question, person.asking_about or 0, person.asking_text)


def address_me(ledger: Ledger, act: Act) -> None:
    """How the coach is to address the Person: told as it is."""
    ledger.answer(f"address_me.{act.get('by')}")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "address_me": address_me,
    "hello": hello,
    "thanks": thanks,
    "bye": bye,
    "insult": insult,
    "off_topic": off_topic,
    "unclear": unclear,
}
