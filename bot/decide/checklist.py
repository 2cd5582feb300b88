"""What the plan needs to know of a talk that is over: four things at most, asked one at a time, never twice in a row.

A question that was put and not answered is put aside: the conversation goes on, and the check-in comes back to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache, partial

from bot.decide.question import Question
from bot.hear.act import Act, By, Slot
from bot.hear.fold import fold, words_of
from bot.hear.scene import Expected
from bot.hear.vocabulary import vocabulary
from bot.learn.exchanged import is_thanked
from bot.learn.ledger import Ledger
from bot.words import languages
from bot.words.named import Press, text
from scheduler import nudges
from storage.facts import Answer, EventType, Interview, Known, Mood, Opportunity
from storage.grouping import Same, about, numbered, pursued

Means = Callable[[Ledger, Act], Act | None]
ENOUGH = "enough"
"""Among the questions passed over: the Person wants no more of them."""
ASIDE = "aside:"
"""Before the name of a question, among those passed over: it was put once and not answered."""
MOST_OF_A_YES = 6
"""Words of a "yes, I said so"."""
FRESH = timedelta(days=5)
"""So long after a talk it is asked how it went; later only what the wait depends on."""
FIELDS = {"mood": "mood", "said": "interest_said", "window": "window_answer", "promised": "promise_answer"}
"""The questions in their order, and the field of the Interview that the answer fills."""
THEIR_ANSWERS = (EventType.INVITATION, EventType.VERBAL_OFFER, EventType.OFFER)
SKIPPED: dict[str, Mood | Answer] = {**dict.fromkeys(FIELDS, Answer.SKIPPED), "mood": Mood.SKIPPED}


def missing(interview: Interview, now: datetime | None = None) -> list[str]:
    """What is not known yet of what the plan needs, in the order in which it is asked."""
    late = now is not None and now - interview.end > FRESH
    names = ("window",) if late else tuple(FIELDS)
    return [name for name in names if getattr(interview, FIELDS[name]) is None]


def first_missing(interview: Interview) -> str | None:
    """The first thing the plan needs and that is not known."""
    return next(iter(missing(interview)), None)


def is_complete(interview: Interview) -> bool:
    """Whether all that the plan needs is known."""
    return not missing(interview)


def has_begun(known: Known, interview: Interview) -> bool:
    """Whether the Person was asked how it went, or has told something of it."""
    asked = any(nudged.once.startswith(f"check_in:{interview.id}:") for nudged in known.nudged)
    return asked or any(getattr(interview, field) is not None for field in FIELDS.values())


def may_be_asked(known: Known, interview: Interview, now: datetime) -> bool:
    """Whether it took place, is over, and of an Opportunity that is still being pursued, and wanted."""
    opportunity = numbered(known.opportunities, interview.opportunity_id)
    if opportunity is None or opportunity.closed_at is not None or interview.cancelled or interview.end > now:
        return False
    if ENOUGH in interview.passed_over or interview.still_wanted is Answer.NO or _is_answered(known, interview):
        return False
    return not nudges.is_muted(opportunity, now) and not nudges.has_ended(known, opportunity)


def _is_answered(known: Known, interview: Interview) -> bool:
    """Whether they have made up their mind about this talk: what it was like does not matter for the wait any more."""
    ours = about(known.events, interview.opportunity_id)
    return any(event.type in THEIR_ANSWERS and event.at >= interview.end for event in ours)


def _open_for(name: str, known: Known, now: datetime) -> int | None:
    """The talk this is open about; nobody is asked about two of them by turns."""
    interview = _asked_now(known, now)
    return interview.id if interview is not None and _is_wanted(name, interview, known, now) else None


def _asked_now(known: Known, now: datetime) -> Interview | None:
    """The talk of which something is to be asked: the one spoken of now, else the latest."""
    return _asked_of(Same(known), now)


@lru_cache(maxsize=2)  # each part of the checklist asks for it in turn
def _asked_of(told: Same[Known], now: datetime) -> Interview | None:
    known = told.value
    running = [i for i in pursued(known) if may_be_asked(known, i, now) and any(_wanted(i, known, now))]
    spoken = [i for i in running if i.opportunity_id == known.person.topic]
    return max(spoken or running, key=lambda interview: interview.end, default=None)


def _wanted(interview: Interview, known: Known, now: datetime) -> Iterator[bool]:
    return (_is_wanted(name, interview, known, now) for name in FIELDS)


def _is_wanted(name: str, interview: Interview, known: Known, now: datetime) -> bool:
    aside = f"{ASIDE}{name}" in interview.passed_over and known.person.asking != name
    return name in missing(interview, now) and not aside


def put_aside(ledger: Ledger, name: str, row: int) -> None:
    """It was put, and the answer was about something else."""
    opportunity = ledger.find(Opportunity, row)
    talks = ledger.interviews_of(opportunity) if opportunity else []
    interview = ledger.find(Interview, row) or (talks[-1] if talks else None)
    if interview is not None and f"{ASIDE}{name}" not in interview.passed_over:
        ledger.change(interview, passed_over=(*interview.passed_over, f"{ASIDE}{name}"))


def take_up(ledger: Ledger, interview: Interview) -> Interview:
    """What was put aside may be asked again."""
    kept = tuple(name for name in interview.passed_over if not name.startswith(ASIDE) and name != ENOUGH)
    return ledger.change(interview, passed_over=kept)


# What a bare answer means


def _as(ledger: Ledger, act: Act, name: str, **slots: Slot) -> Act:
    """The act that it is here, about the talk of its button, or of the open question."""
    row = act.row or ledger.before.person.asking_about or 0
    return replace(act, name=name, slots=slots, row=row, by=By.BUTTON if act.verb else By.BARE)


def _said(ledger: Ledger, act: Act) -> Act | None:
    if act.name in ("yes", "no"):
        return _as(ledger, act, "interest", said=act.name)
    return _as(ledger, act, "skip", asked="said") if act.name == "skip" else None


def _promised(ledger: Ledger, act: Act) -> Act | None:
    if act.name == "promised":
        return _is_for_somebody(ledger, act)
    if act.name == "skip":
        return _as(ledger, act, "skip", asked="promised")
    if act.name == "yes" and _has_said_so(ledger, act):
        return replace(_as(ledger, act, "interest", said="yes"), by=By.RULES)
    name = {"no": "nothing_promised", "yes": "ask_promise"}.get(act.name)
    return _as(ledger, act, name) if name else None


def _has_said_so(ledger: Ledger, act: Act) -> bool:
    """ "Ja, habe ich gesagt": by its words the answer to the question that was put before and passed over."""
    talk = ledger.find(Interview, ledger.before.person.asking_about)
    is_open = talk is not None and talk.interest_said is None and f"{ASIDE}said" in talk.passed_over
    if act.verb or not is_open:
        return False
    said = words_of(fold(ledger.incoming.text))
    return len(said) <= MOST_OF_A_YES and any(vocabulary(one)["told_so"].find(said) is not None for one in languages())


def _is_for_somebody(ledger: Ledger, act: Act) -> Act | None:
    """ "Do Carol's first": a bare answer that names somebody from the talk, and no day, wishes for the note to them."""
    talk = ledger.find(Interview, ledger.before.person.asking_about)
    if talk is None or act.by is not By.BARE or act.has("due"):
        return None
    said = {word.text for word in words_of(fold(act.span))}
    names = [name for name in talk.interviewers if said & _forms(name)]
    if len(names) != 1 or is_thanked(ledger, ledger.opportunity_of(talk), talk):
        return None
    return Act("ask_draft", {"kind": "thank_you", "to": names[0]}, span=act.span, by=By.RULES)


def _forms(name: str) -> set[str]:
    first = words_of(fold(name))[:1]
    return {form for word in first for form in (word.text, f"{word.text}s")}


def _window(ledger: Ledger, act: Act) -> Act | None:
    if act.name == "no":
        return _as(ledger, act, "window", none=True)
    return _as(ledger, act, "skip", asked="window") if act.name == "skip" else None


def _mood(ledger: Ledger, act: Act) -> Act | None:
    return _as(ledger, act, "skip", asked="mood") if act.name == "skip" else None


# What is asked


def _say(name: str, ledger: Ledger, row: int) -> None:
    interview = ledger.found(Interview, row)
    presses = tuple(tuple(Press(verb, row) for verb in line) for line in BY_NAME[name].presses)
    opportunity = ledger.opportunity_of(interview)
    employer, is_named = opportunity.employer, name == "mood" or ledger.named == opportunity.id
    if not is_named and len(ledger.open_opportunities) > 1:
        return ledger.pose("ask.at", presses, employer=employer, question=text(f"ask.{name}", employer=employer))
    return ledger.pose(f"ask.{name}", presses, employer=employer)


def _question(name: str, expects: Expected, means: Means, *rows: tuple[str, ...]) -> Question:
    last = (f"{name}.skipped",) if name == "mood" else (f"{name}.skipped", ENOUGH)
    return Question(
        name=name,
        open=partial(_open_for, name),
        expects=expects,
        means=means,
        answered_by=frozenset({_ANSWERED[name], "skip"}),
        presses=(*rows, last),
        say=partial(_say, name),
    )


_ANSWERED = {"mood": "felt", "said": "interest", "window": "window", "promised": "promised"}
PARTS = (
    _question("mood", Expected.MOOD, _mood, ("mood.great", "mood.fine", "mood.rough"), ("mood.not_held",)),
    _question("said", Expected.YES_NO, _said, ("said.yes", "said.no", "said.unsure")),
    _question("window", Expected.WINDOW, _window, ("window.no",)),
    _question("promised", Expected.PROMISE, _promised, ("promised.no", "promised.yes")),
)
BY_NAME = {question.name: question for question in PARTS}
