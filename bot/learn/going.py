"""How a talk went: the feeling, the interest, who was there, and what is worth noting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.coaching.letters import line_for, made
from bot.coaching.looking_back import is_reproach
from bot.coaching.verdicts import verdict_on
from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn import ends
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import draft, keep, shown, stands
from bot.learn.people import met, named_in, named_there
from bot.learn.pressed import about, also, talk, told_of
from bot.learn.reported import draft_of_just_now
from bot.learn.talks import is_correcting
from bot.learn.which import POINTED
from scheduler.policy import Kind
from storage.facts import Answer, Interview, Known, Mood, Note, NoteKind, Opportunity

FIELDS = {"mood": "mood", "said": "interest_said", "shown": "interest_shown", "wanted": "still_wanted"}
"""The questions, and the field of the Interview that the answer fills."""
MOODS = (Mood.GREAT, Mood.FINE, Mood.ROUGH)
"""The gravest last."""
FEW_MORE = 4
"""Whoever has said so few words more has said it of the whole talk."""
WELL_SHOWN = 4
"""From here on the interest came across."""
FEELINGS = ("worry", "anger", "joy")
"""Acts with an answer of their own."""
THANKS = "thank_you"
LONGEST_NOTE = 600
"""Characters: ten notes fit into one message of Telegram."""
LENGTHS = ("too_long", "too_short", "right")
ANSWERED_BY = {NoteKind.DETAIL: "detail_answer", NoteKind.NEXT_STEP: "next_step_answer"}
"""Notes that answer a question of their own."""
ONLY_TO_PRACTISE = "kept.note.badly"
"""What somebody blames themselves for is kept, and not said back."""
LINES = {
    NoteKind.NEXT_STEP: "kept.note.next_step",
    NoteKind.UNPREPARED: "kept.note.unprepared",
    NoteKind.BADLY: ONLY_TO_PRACTISE,
    NoteKind.LEARNED: "kept.note.learned",
}


def felt(ledger: Ledger, act: Act) -> None:
    """How it was, in a word. Of several in one message the gravest counts."""
    mood = Mood(act.get("mood"))
    others = [Mood(other.get("mood")) for other in ledger.acts if other.name == act.name and _is_of_same(act, other)]
    graver = any(MOODS.index(other) > MOODS.index(mood) for other in others if other in MOODS)
    if not graver or mood not in MOODS or act.by is By.BUTTON:
        again = None if also(ledger, *FEELINGS) else ".again"
        key = "kept.felt.so_so" if mood is Mood.FINE and _is_so_so(act) else f"kept.felt.{mood}"
        _answer(ledger, act, "mood", mood, key, again=again if key == f"kept.felt.{mood}" else None)


def _is_so_so(act: Act) -> bool:
    """Whether it was told with a word between good and bad: nobody is told then that it was a solid talk."""
    return is_said(words_of(fold(act.span)), "so_so")


def _is_of_same(act: Act, other: Act) -> bool:
    return bool(act.get("about") == other.get("about"))


def interest(ledger: Ledger, act: Act) -> None:
    """Whether the Person said that they want the job."""
    said = Answer(act.get("said"))
    _answer(ledger, act, "said", said, f"kept.interest.{said}")


def show_of_interest(ledger: Ledger, act: Act) -> None:
    """How well the interest came across, from 1 to 5."""
    value = int(act.get("value"))
    key = "kept.shown.well" if value >= WELL_SHOWN else "kept.shown.weakly"
    _answer(ledger, act, "shown", value, key)


def wanted(ledger: Ledger, act: Act) -> None:
    """Whether the Person still wants it. A no that answers the question is a decision to leave (R8)."""
    value = Answer(act.get("value"))
    if value is Answer.NO:
        return _not_wanted(ledger, act)
    return _answer(ledger, act, "wanted", value, f"kept.wanted.{value}")


def _not_wanted(ledger: Ledger, act: Act) -> None:
    interview = talk(ledger, act, "wanted", FIELDS["wanted"])
    if interview is None:
        return None
    before = interview.still_wanted
    changed = ledger.change(interview, still_wanted=Answer.NO)
    opportunity = ledger.opportunity_of(changed)
    if act.by in POINTED:
        return ends.leave(ledger, opportunity)
    say = stands if before is Answer.NO else keep
    return say(ledger, opportunity, "kept.wanted.no", draft(ledger, opportunity, "withdrawal"))


def _answer(ledger: Ledger, act: Act, question: str, value: Any, key: str, *, again: str | None = "") -> None:
    """Fill in one answer; what is told later counts. `again`: how the sentence ends when it was known; None: unsaid."""
    field = FIELDS[question]
    interview = talk(ledger, act, question, field)
    if interview is None:
        return
    opportunity, before = ledger.opportunity_of(interview), getattr(interview, field)
    if before == value:
        if again is not None:
            stands(ledger, opportunity, f"{key}{again}")
    elif is_of_a_part(ledger, act) and _is_an_answer(before):
        _note_part(ledger, opportunity, interview, act)
    else:
        ledger.change(interview, **{field: value})
        keep(ledger, opportunity, key)


def is_of_a_part(ledger: Ledger, act: Act) -> bool:
    """Whether it was said in passing, of some part of it: neither as an answer, nor as a correction, nor as the whole
    message. So much changes nothing that was told before."""
    if act.by is not By.RULES or is_correcting(ledger):
        return False
    return len(ledger.incoming.text.split()) - len(act.span.split()) > FEW_MORE


def _is_an_answer(value: Any) -> bool:
    return value is not None and value not in (Mood.SKIPPED, Answer.SKIPPED)


def _note_part(ledger: Ledger, opportunity: Opportunity, interview: Interview, act: Act) -> None:
    words = " ".join(act.span.split())[:LONGEST_NOTE]
    if all(one.text != words for one in _alike(ledger, opportunity, interview, NoteKind.DAY)):
        _add(ledger, opportunity, interview, NoteKind.DAY, words)
    keep(ledger, opportunity, "kept.note", what=shown(words))


# Notes


def note(ledger: Ledger, act: Act) -> None:
    """Something worth keeping, in the Person's own words."""
    kind, words = NoteKind(act.get("kind")), " ".join(str(act.get("text")).split())[:LONGEST_NOTE]
    interview = None if kind is NoteKind.LEARNED else _noted_talk(ledger, act)
    opportunity = ledger.opportunity_of(interview) if interview else _learned_from(ledger, act, kind)
    if opportunity is None:
        return None
    known = _alike(ledger, opportunity, interview, kind)
    key = f"kept.note.length.{words}" if kind is NoteKind.LENGTH and words in LENGTHS else LINES.get(kind, "kept.note")
    if kind is NoteKind.DETAIL:
        key = line_for(ledger.known, opportunity, interview, words)
    key = ONLY_TO_PRACTISE if kind is NoteKind.UNPREPARED and is_reproach(words) else key
    said: dict[str, Any] = {} if key == ONLY_TO_PRACTISE else {"what": shown(words)}
    if any(one.text.casefold() == words.casefold() for one in known):
        return stands(ledger, opportunity, key, **said)
    if kind is NoteKind.LENGTH:
        ledger.remove(Note, *(one.id for one in known))
    before = ledger.known
    _add(ledger, opportunity, interview, kind, words)
    keep(ledger, opportunity, key, **said)
    return _put_in(ledger, opportunity, before) if kind is NoteKind.DETAIL else None


def _put_in(ledger: Ledger, opportunity: Opportunity, before: Known) -> None:
    """The thank-you that is being written comes back with it, if it stands in there."""
    written = draft_of_just_now(ledger)
    waits = verdict_on(ledger.known, opportunity, ledger.now).kind is Kind.THANK_YOU
    follows = Act("show_draft", {"draft": THANKS}, row=opportunity.id, by=By.CHOSEN)
    is_shown = follows in ledger.queue or also(ledger, "ask_draft", "change_draft")
    if written != (opportunity, THANKS) or not waits or is_shown:
        return
    if made(before, opportunity, ledger.now, THANKS) != made(ledger.known, opportunity, ledger.now, THANKS):
        ledger.queue.append(follows)


def who_was_there(ledger: Ledger, act: Act) -> None:
    """Their names; the thank-you that is being written comes back with the one whom it is for."""
    before, written = ledger.known, draft_of_just_now(ledger)
    met(ledger, act)
    if written is not None:
        _put_in(ledger, written[0], before)


def _learned_from(ledger: Ledger, act: Act, kind: NoteKind) -> Opportunity | None:
    return about(ledger, act) if kind is NoteKind.LEARNED else None


def _noted_talk(ledger: Ledger, act: Act) -> Interview | None:
    """The talk it belongs to. A button of the debrief counts while its question has no answer."""
    if act.by is not By.BUTTON:
        return told_of(ledger, act)
    interview = ledger.found(Interview, act.row)
    kind = str(act.get("kind"))
    noted = any(n.interview_id == interview.id and n.kind == kind for n in ledger.known.notes)
    if interview.debrief is not Answer.YES or noted or kind in interview.passed_over:
        raise Stale
    ledger.mark(act.verb)
    ledger.speak_of(ledger.opportunity_of(interview))
    return interview


def _alike(ledger: Ledger, opportunity: Opportunity, interview: Interview | None, kind: NoteKind) -> list[Note]:
    of_talk = interview.id if interview else None
    ours = [note for note in ledger.known.notes if note.opportunity_id == opportunity.id]
    return [note for note in ours if note.kind is kind and note.interview_id == of_talk]


def _add(ledger: Ledger, opportunity: Opportunity, interview: Interview | None, kind: NoteKind, words: str) -> None:
    if interview is not None and kind in ANSWERED_BY:
        ledger.change(interview, **{ANSWERED_BY[kind]: Answer.YES})
    names = interview.interviewers if interview is not None and kind is NoteKind.DETAIL else ()
    ledger.add(
        Note,
        opportunity_id=opportunity.id,
        interview_id=interview.id if interview else None,
        kind=kind,
        text=words,
        at=ledger.now,
        about=named_in(words, names),
    )


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "felt": felt,
    "interest": interest,
    "shown": show_of_interest,
    "wanted": wanted,
    "met": who_was_there,
    "named_there": named_there,
    "note": note,
}
