"""A question whose topic is known: for this person, with their own day, and what can be done about it now."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.answers import WAYS, answer
from bot.coaching.elsewhere import has_offered
from bot.decide import readers
from bot.decide.beside import is_answered_elsewhere, says
from bot.decide.buttons import show_press
from bot.decide.meant import clear
from bot.decide.taking_back import kept_last
from bot.decide.worries import is_only_felt
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.ledger import Ledger
from bot.learn.said_before import another
from bot.words.named import Press, Presses, Text, Value, lines, text
from scheduler import nudges
from storage.facts import Opportunity

STATED = ("nothing_heard", "window", "window_moved")
"""Acts whose own line says from when they may be asked."""
OF_THE_OTHER = ("other_offer", "bluff", "name_other")
"""Topics that are about the one who has made no offer."""
TO_WHOM = ("contact_away", "several_interviewers", "recruiter_or_manager", "no_address", "other_contact", "no_name")
"""Topics of who is to be written to, which is somebody else once that one has left."""
OF_THE_OFFER = (
    "conditions",
    "time_asked",
    "deadline",
    "yes_then_other",
    "negotiate",
    "time_to_decide",
    "pulled",
    "take_it",
    "spoken_offer",
    "papers_late",
    "counter_offer",
    "say_no",
    "which_offer",
    "check_flag",
)


def question(ledger: Ledger, act: Act) -> None:
    """Answer it."""
    if is_only_felt(ledger, act):
        return
    advise(ledger, act, str(act.get("topic")))


def advise(ledger: Ledger, act: Act, topic: str) -> None:
    """Say what there is to say about a topic to this Person; where things stand is said once a turn."""
    if topic == "time_to_decide" and says(ledger, "accepted"):
        return  # who takes it in the same breath needs no more time
    opportunity = about(ledger, act, topic)
    told = answer(topic, ledger.known, opportunity, ledger.now, way=_way(ledger, topic))
    said = _by_name(ledger, act, opportunity, topic) or [one for one in told.said if _is_news(ledger, act, one)]
    said = _by_words(ledger, act, opportunity, topic, said)
    presses: Presses = ()
    if opportunity is not None and not is_answered_elsewhere(ledger):
        presses = _presses(ledger, opportunity, told.draft, parks=told.parks)
    if said:
        values: list[Value] = list(said)
        ledger.tell(lines(values, " "), presses)


def _by_words(ledger: Ledger, act: Act, opportunity: Opportunity | None, topic: str, said: list[Text]) -> list[Text]:
    """Another first sentence, where the words ask for more than their topic tells."""
    asked = words_of(fold(act.span))
    if opportunity is None or not said:
        return said
    if topic == "when_to_ask" and is_said(asked, "how_often"):
        return [text("advice.how_often.agency" if opportunity.via_agency else "advice.how_often"), *said[1:]]
    if topic == "no_address" and not opportunity.via_agency and is_said(asked, "only_by_phone"):
        return [text("advice.no_address.by_phone")]
    if topic in TO_WHOM and (is_said(asked, "left_them") or "contact_left" in kept_last(ledger.person.journal)):
        return [text("advice.contact_away.left"), *said[1:]]
    if topic in ("spoken_offer", "resign", "papers_late") and is_said(asked, "writes_nothing"):
        return [text("advice.spoken_offer.unwritten"), *said[1:]]
    return said


def _way(ledger: Ledger, topic: str) -> int:
    """Another one for who asks again."""
    return int(another(ledger, (f"advice.{topic}", WAYS[topic])).rpartition(".")[2]) if topic in WAYS else 1


def _by_name(ledger: Ledger, act: Act, opportunity: Opportunity | None, topic: str) -> list[Text]:
    """To whom it goes, by name: where several are known, or it is asked which one of them."""
    if topic not in ("several_interviewers", "no_address") or opportunity is None:
        return []
    if (only := readers.only(ledger, opportunity, act)) is not None:
        return [only]
    named, talk = readers.told(ledger, opportunity, act), ledger.last_over(opportunity)
    if topic != "several_interviewers":
        return []
    if named is None or talk is None:
        return []
    if named.key == "readers.thanks":
        return [named, text("advice.several_others")]
    return [named] if is_said(words_of(fold(act.span)), "to_whom") else []


def _is_news(ledger: Ledger, act: Act, said: Text) -> bool:
    """Whether nothing else in this turn says it."""
    if said.key.startswith("advice."):
        return True
    asked = [other for other in ledger.acts if other.name in ("ask_meaning", "ask_advice", "question")]
    is_second = act in asked and asked.index(act) > 0
    return not (is_second or is_answered_elsewhere(ledger) or says(ledger, *STATED))


def _presses(ledger: Ledger, opportunity: Opportunity, draft: str | None, *, parks: bool) -> Presses:
    if draft is not None:
        return ((show_press(ledger.known, opportunity, draft),),)
    return ((Press("park", opportunity.id),),) if parks else ()


def about(ledger: Ledger, act: Act, topic: str = "") -> Opportunity | None:
    """Nobody who asks for advice is asked which one: the one that fits the topic, is named, or was spoken of."""
    spoken = ledger.find(Opportunity, ledger.person.topic)
    found = ledger.found(Opportunity, act.row) if act.row else clear(ledger, act) or spoken
    running = [o for o in ledger.open_opportunities if not nudges.has_ended(ledger.known, o)]
    if topic in OF_THE_OTHER or topic in OF_THE_OFFER:
        fits = [o for o in running if has_offered(ledger.known, o) is (topic in OF_THE_OFFER)]
        return found if found in fits or not fits else fits[0]
    return found if found is not None and (found in ledger.open_opportunities or found is spoken) else None


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"question": question}
