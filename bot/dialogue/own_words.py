"""The Person's own words: a mail is checked, and kept for its day when it is too early; the one sentence is kept.

What is found in a text lives in `bot.coaching.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bot.coaching import plan
from bot.coaching.checks import About, Purpose, check, spoken
from bot.coaching.drafts import Draft
from bot.coaching.showing import QUESTIONS as FOLLOW_UPS
from bot.coaching.showing import contacts_sent, in_block, last_interview, sent_button
from bot.dialogue import contact
from bot.dialogue.drafting import with_name
from bot.dialogue.reporting import remember_shown
from bot.dialogue.statement import Statement, concerning
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.dialogue.which_draft import LETTER, PLEASE, fitting, named_in
from bot.turn import Button
from bot.words import Html, plain
from scheduler import policy
from scheduler.policy import Answer
from storage.facts import NoteKind, Opportunity, Parked

MOST_FINDINGS = 5
LONGEST_SENTENCE = 300
FEWEST_WORDS = 3
"""What is shorter is a "please", and no letter."""
PURPOSES = {
    "thank_you": Purpose.THANK_YOU,
    "follow_up": Purpose.FOLLOW_UP,
    "second_follow_up": Purpose.SECOND_FOLLOW_UP,
    "deadline": Purpose.DEADLINE,
    "rejection_thanks": Purpose.AFTER_NO,
    "withdrawal": Purpose.WITHDRAWAL,
    "reply_invitation": Purpose.REPLY,
    "document_sent": Purpose.REPLY,
    "offer_received": Purpose.REPLY,
    "more_time": Purpose.REPLY,
    "spoken_offer": Purpose.REPLY,
}


# A mail


def _own(talk: Talk, opportunity: Opportunity, name: str) -> None:
    talk.ask("own_text", opportunity.id, name)
    talk.say("ask.own_text", employer=opportunity.employer)


def show_checked(talk: Talk, opportunity: Opportunity, name: str, text: str) -> None:
    """The text in a block, what could be better, most important first, and what can be done with it."""
    text = text.strip()[: contact.LONGEST_DRAFT]
    verdict = plan.verdict_on(talk, opportunity)
    findings = check(text, _about(talk, opportunity, name, verdict))[:MOST_FINDINGS]
    found = talk.join(spoken(findings, talk.person.language))
    buttons: list[tuple[Button, ...]] = []
    if name in FOLLOW_UPS and contact.may_park(verdict):
        found = Html(f"{found}\n\n{plan.sentences(talk, verdict)}")
        buttons.append((_keep_button(talk, opportunity, text, verdict),))
    elif sent := sent_button(talk, opportunity, name):
        buttons.append((sent,))
    change = plain("own_text.change", talk.person.language)
    version = contacts_sent(talk, opportunity)
    buttons.append((talk.button(f"own.draft={name}", opportunity.id, version, label=change),))
    remember_shown(talk, opportunity, name)
    talk.say("own_text.checked", tuple(buttons), draft=in_block(talk, Draft(None, text)), findings=found)


def _about(talk: Talk, opportunity: Opportunity, name: str, verdict: policy.Verdict) -> About:
    interview = last_interview(talk, opportunity)
    details = [n for n in talk.known.notes if n.kind is NoteKind.DETAIL and n.opportunity_id == opportunity.id]
    return About(
        purpose=PURPOSES.get(name, Purpose.OTHER),
        employer=opportunity.employer,
        role=opportunity.role,
        interviewers=interview.interviewers if interview else (),
        detail=details[-1].text if details else None,
        may_ask=verdict.verdict is Answer.GO and verdict.kind is policy.Kind.FOLLOW_UP,
        channel=opportunity.preferred_channel,
        language=talk.person.language,
    )


def _keep_button(talk: Talk, opportunity: Opportunity, text: str, verdict: policy.Verdict) -> Button:
    """The text is put aside, as if handed over already; the button makes it wait for its day."""
    aside = talk.add(Parked, opportunity_id=opportunity.id, text=text, at=talk.now, handed_at=talk.now)
    day = talk.day(verdict.asks_from or talk.here.date())
    return talk.button("own.keep", aside.id, label=plain("own_text.keep", talk.person.language, opens=day))


def _keep(talk: Talk, pressed: Pressed) -> None:
    parked = talk.find(Parked, pressed.row)
    if parked is None or parked.handed_at != parked.at:
        return finished(talk)
    opportunity = talk.opportunity_of(parked)
    opens = plan.question_opens(talk, opportunity)
    if opportunity.closed_at is not None or opens is None:
        return finished(talk)
    talk.change(parked, handed_at=None)
    buttons = ((talk.button("throw", parked.id),),)
    talk.say("parked.kept", buttons, employer=opportunity.employer, opens=talk.day(opens))
    return None


def take_own_text(talk: Talk, text: str) -> bool:
    """A mail in the Person's own words."""
    opportunity = talk.find(Opportunity, talk.person.asking_about)
    if opportunity is None:
        return True
    name = talk.person.asking_text or fitting(talk, opportunity)
    show_checked(talk, opportunity, name, text)
    return True


@concerning("check")
def _check(talk: Talk, opportunity: Opportunity, text: str) -> None:
    """ "Check this: …", with the text or before it."""
    asked = _CHECK.match(text)
    rest = text[asked.end() :].strip(" \n:.,-–—?") if asked else text
    name = _meant(talk, opportunity, asked[0] if asked else "", rest)
    if len(rest.split()) >= FEWEST_WORDS:
        show_checked(talk, opportunity, name, rest)
    else:
        talk.ask("own_text", opportunity.id, name)
        talk.say("ask.check_text", employer=opportunity.employer)


def _meant(talk: Talk, opportunity: Opportunity, asked: str, letter: str) -> str:
    """What a text of the Person's is for: as they call it, else as the policy would have it, else as it sounds."""
    called = named_in(asked)
    if called:
        return called
    name = fitting(talk, opportunity)
    thanks_only = re.search(r"\bthank", letter, re.IGNORECASE) and not contact.asks_how_things_stand(letter)
    if name in FOLLOW_UPS and thanks_only and contact.owes_thanks(talk, opportunity):
        return "thank_you"
    return "follow_up" if name == "thank_you" and contact.asks_how_things_stand(letter) else name


def check_letter(talk: Talk, text: str) -> bool:
    """A whole letter of the Person's own, without a word about what to do with it."""
    return _check(talk, text)


# The one sentence


def _ask_sentence(talk: Talk, _pressed: Pressed) -> None:
    talk.ask("own_sentence")
    talk.say("ask.own_sentence")


def take_sentence(talk: Talk, text: str) -> bool:
    """How the Person says that they want a job: one sentence, at most two (advice 1, 6)."""
    sentence = " ".join(text.split())
    stops = len(re.findall(r"[.!?…]+(?=\s|$)", sentence))
    if not re.search(r"\w", sentence) or len(sentence) > LONGEST_SENTENCE or stops > 2:
        return False
    talk.change_person(sentence=sentence)
    talk.say("own_sentence.kept", sentence=sentence)
    return True


_CHECK = re.compile(
    rf"{PLEASE}(check|proof-?read|review|look (over|at)|have a look at|read( over| through)?|correct|go over) "
    rf"(this|that|it|the following|(my|this|the) (\w+ )?{LETTER}( note| mail| e-?mail| letter| message)?)"
    rf"( {LETTER})*( (for me|please|before i send it))*(?=\W|$)"
    r"|^\W*(is|does) this (ok|okay|good|fine|sound|look|work)\b[\w ]*(?=[:?\n])",
    re.IGNORECASE,
)

STATEMENTS: tuple[Statement, ...] = (Statement("check", _CHECK, _check),)
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {
    "own_text": take_own_text,
    "own_sentence": take_sentence,
}
VERBATIM = tuple(QUESTIONS)
VERBS: dict[str, Handler] = {
    "own.draft": partial(with_name, _own),
    "own.sentence": _ask_sentence,
    "own.keep": _keep,
}
