"""What a worry is most likely about, from what is known: the talk that is over or ahead, the wait, a no, the night."""

from __future__ import annotations

from datetime import timedelta

from bot.coaching.answers.rows import ROWS
from bot.coaching.letters import last_over
from bot.coaching.looking_back import is_reproach
from bot.coaching.standing import next_ahead
from bot.coaching.verdicts import verdict_on
from bot.decide.beside import says
from bot.decide.meant import clear
from bot.hear.act import Act
from bot.hear.clause import Word
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.ends import is_one_of_many
from bot.learn.ledger import Ledger
from scheduler import nudges
from scheduler.policy import Answer
from storage.facts import EventType, Interview, Mood, NoteKind, Opportunity

NIGHT_FROM, NIGHT_UNTIL = 22, 6
JUST_OVER = timedelta(hours=36)
STILL_HURTS = timedelta(hours=12)
SOON = timedelta(hours=18)
"""A talk that is nearer than this keeps people awake."""
FRESH_NO = timedelta(days=7)
DECIDED = ("accepted", "declined", "withdrew", "offer")
"""News after which nobody is only waiting."""
BAD_NOTES = (NoteKind.BADLY, NoteKind.UNPREPARED)
BAD_NEWS = ("rejected", "position_gone")


def case_of(ledger: Ledger, opportunity: Opportunity | None) -> str:
    """What the worry is about: the first that fits."""
    is_no = says(ledger, *BAD_NEWS) or _has_fresh_no(ledger, opportunity)
    if _says_many_noes(ledger) or (is_no and is_one_of_many(ledger)):
        return "noes"
    if not ledger.known.opportunities:
        return "stranger"
    if not says(ledger, *BAD_NEWS) and _tells_of_one_ahead(ledger):
        return "before" if is_said(_words(ledger), "worried") or not _has_just_had_a_no(ledger) else "no"
    if is_no:
        return "no"
    if feels_no_use(ledger):
        return "no_use"
    ours = [opportunity] if opportunity is not None else list(ledger.open_opportunities)
    return _by_the_clock(ledger, ours)


def _words(ledger: Ledger) -> tuple[Word, ...]:
    return words_of(fold(ledger.incoming.text))


def feels_no_use(ledger: Ledger) -> bool:
    """ "What's the point": all of it, and no more of it is offered then."""
    return is_said(_words(ledger), "no_use")


def _has_just_had_a_no(ledger: Ledger) -> bool:
    """Whether a no has come so lately that it is still what hurts, whoever else is spoken of."""
    noes = (event.at for event in ledger.known.events if event.type is EventType.REJECTED)
    return any(ledger.now - at <= STILL_HURTS for at in noes)


def _by_the_clock(ledger: Ledger, ours: list[Opportunity]) -> str:
    """Where nothing that was told decides it: by the hour, and by what is over or ahead."""
    ahead = [i for o in ours if (i := next_ahead(ledger.known, o, ledger.now)) is not None]
    over = [i for o in ours if (i := last_over(ledger.known, o, ledger.now)) is not None]
    if is_night(ledger):
        return "eve" if any(_is_soon(ledger, interview) for interview in ahead) else "night"
    if any(ledger.now - interview.end <= JUST_OVER for interview in over):
        return "over"
    if ahead:
        return "before"
    waited = [o for o in ours if not nudges.has_ended(ledger.known, o)]
    if not waited:
        return "plain"
    return "late" if all(_is_late(ledger, one) for one in waited) else "wait"


def _is_soon(ledger: Ledger, interview: Interview) -> bool:
    return interview.start - ledger.now <= SOON


def _is_late(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether the day that they named has gone by."""
    talk = last_over(ledger.known, opportunity, ledger.now)
    return talk is not None and talk.window_latest is not None and talk.window_latest < ledger.today


def _says_many_noes(ledger: Ledger) -> bool:
    """ "My fifth rejection": told by themselves, whoever said them."""
    return is_said(_words(ledger), "many_noes")


def _tells_of_one_ahead(ledger: Ledger) -> bool:
    """Whether this message tells of a talk to come: the fear is of that one."""
    old = {interview.id for interview in ledger.before.interviews}
    return any(one.id not in old and one.start > ledger.now and not one.cancelled for one in ledger.known.interviews)


def is_night(ledger: Ledger) -> bool:
    """Whether it surely is: by a clock that the Person has confirmed, or on which all live who write so."""
    is_sure = ledger.person.zone_confirmed or len(nudges.possible_zones(ledger.person)) == 1
    return is_sure and (ledger.here.hour >= NIGHT_FROM or ledger.here.hour < NIGHT_UNTIL)


def is_only_felt(ledger: Ledger, act: Act) -> bool:
    """ "What is the point" after a no: it sounds like a question about the wait, and nobody waits any more."""
    if act.name != "question" or "?" in ledger.incoming.text or not says(ledger, "worry"):
        return False
    row = ROWS[str(act.get("topic"))]
    return row.has_day and "refused" not in row.variants and case_of(ledger, clear(ledger, act)) in ("no", "noes")


def said_of(ledger: Ledger, act: Act, case: str) -> str:
    """The case that the sentence may speak of: not of a bad talk, nor of waiting, where nobody told of either."""
    if case == "over" and not _went_badly(ledger, act):
        return "plain"
    waits = case in ("wait", "late")
    return "plain" if waits and (says(ledger, *DECIDED) or _owes_an_answer(ledger, act)) else case


def _owes_an_answer(ledger: Ledger, act: Act) -> bool:
    """Whether it is the Person who has to answer: then nobody is waiting for the others."""
    opportunity = clear(ledger, act)
    return opportunity is not None and verdict_on(ledger.known, opportunity, ledger.now).verdict is Answer.REPLY_NOW


def _went_badly(ledger: Ledger, act: Act) -> bool:
    """Whether the Person has said so: of the talk that is just over, or in this message."""
    told = any(other.get("mood") == Mood.ROUGH or other.get("kind") in BAD_NOTES for other in ledger.acts)
    over = [i for i in ledger.known.interviews if timedelta() <= ledger.now - i.end <= JUST_OVER]
    return told or is_reproach(act.span) or any(interview.mood is Mood.ROUGH for interview in over)


def _has_fresh_no(ledger: Ledger, opportunity: Opportunity | None) -> bool:
    noes = [e for e in ledger.known.events if e.type is EventType.REJECTED and ledger.now - e.at <= FRESH_NO]
    about = opportunity.id if opportunity is not None else None
    return any(about in (None, event.opportunity_id) for event in noes)
