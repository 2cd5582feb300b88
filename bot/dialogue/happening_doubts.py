"""What cannot be right, and what is no fact: dates that contradict each other, questions, what-ifs, silence.

Nothing is kept here. The rows stand behind those that keep something.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from bot.dialogue import check_in, endings
from bot.dialogue.happening_dates import A_YEAR_OFF, day_in
from bot.dialogue.happening_requests import what_in
from bot.dialogue.happening_rows import THEY
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import about, named_in
from bot.hear.times import WindowRead
from storage.facts import Interview, Opportunity

HARMLESS = (
    "contact",
    "small_talk",
    "despair",
    "reproach",
    "feeling",
    "insult",
    "who",
    "help",
    "unmute",
    "mute",
    "later",
    "pause",
    "worry",
    "draft",
    "check",
)
"""Rows that keep no fact about the employer: a question may go to them."""
LISTENERS = {"letter", "language"}
"""Rows that look at every text."""
_MY_PEOPLE = (
    r"(my|a|an old|some) (best |good |old )?(mom|mum|mother|dad|father|parents?|friends?|wife|husband|partner|sister"
    r"|brother"
    r"|girlfriend|boyfriend|coach|colleague|doctor|therapist|landlord|neighbou?r|bank|roommate|flatmate|dentist|family)"
)
_TO_THEM = (
    r"them|they|'?em|her|him|hr|recruiters?|managers?|interviewers?|agency|company|team|employer|boss|people|thank\w*"
    r"|follow\w*"
    r"|status|note|line|e-?mails?|mail|message|letter|reply|answer|it|up|back|yesterday|today|again|this|that"
    r"|already|now"
    r"|reception|office|panel|lady|guy|contact|headhunter|consultant"
)
"""What makes a message one to the employer."""
_DUE = re.compile(r"\b(?:by|until|before|due)\b.*", re.IGNORECASE | re.DOTALL)


# Dates that cannot be right


def _impossible(talk: Talk, text: str) -> bool:
    """An answer before the interview, or a day that has passed: which one is right?"""
    day = _window(talk, text)
    if day is None or talk.person.asking in ("promised", "promise_what", "promise_due", "ev_window"):
        return False
    asked = _asked_about(talk)
    candidates = [asked] if asked else [talk.chosen] if talk.chosen else named_in(talk, text) or talk.open_opportunities
    if not all(_doubt(talk, opportunity, day) for opportunity in candidates):
        return False
    opportunity = asked or about(talk, text, "impossible")
    if opportunity is not None:
        _tell(talk, opportunity, day)
    return True


def _asked_about(talk: Talk) -> Opportunity | None:
    """Whose reply window is being asked about right now."""
    if talk.person.asking not in ("window", "new_window"):
        return None
    interview = talk.find(Interview, talk.person.asking_about)
    return talk.opportunity_of(interview) if interview else None


def _window(talk: Talk, text: str) -> date | None:
    read = talk.window_in(text)
    day = (read.latest or read.earliest) if isinstance(read, WindowRead) else None
    if day is not None and day - talk.here.date() >= A_YEAR_OFF and day.month != 2:
        day = day.replace(year=day.year - 1)
    return day


def _doubt(talk: Talk, opportunity: Opportunity, day: date) -> str | None:
    """Why it cannot be the day of their answer; None: it can."""
    interview = _interview(talk, opportunity)
    if interview is not None and day < interview.end.astimezone(talk.zone).date():
        return "before_interview"
    told_late = interview is not None and interview.end <= talk.now and interview.window_answer is None
    return None if day >= talk.here.date() or told_late else "window_passed"


def _interview(talk: Talk, opportunity: Opportunity) -> Interview | None:
    interviews = talk.interviews_of(opportunity)
    over = [interview for interview in interviews if interview.end <= talk.now]
    return over[-1] if over else next(iter(interviews), None)


def _tell(talk: Talk, opportunity: Opportunity, day: date) -> None:
    interview, doubt = _interview(talk, opportunity), _doubt(talk, opportunity, day)
    talk.ask("ev_window", opportunity.id)
    held = talk.day(interview.end.astimezone(talk.zone).date()) if interview else ""
    talk.say(f"event_said.{doubt}", employer=opportunity.employer, day=talk.day(day), interview=held)


def take_window(talk: Talk, text: str) -> bool | None:
    """By when they answer, after a day that cannot be right."""
    opportunity, read = talk.find(Opportunity, talk.person.asking_about), check_in.window_in(talk, text)
    if opportunity is None:
        return True
    day = _window(talk, text)
    if not isinstance(read, WindowRead) or day is None:
        return False
    if _doubt(talk, opportunity, day):
        _tell(talk, opportunity, day)
        return None
    interview = _interview(talk, opportunity)
    if interview is not None and interview.window_answer is None:
        return check_in.set_window(talk, interview, read, text)
    endings.new_date(talk, opportunity, read)
    return True


def _promised_late(talk: Talk, text: str) -> bool:
    """A promise that was due before it was told."""
    due = _DUE.search(text)
    day = day_in(talk, due[0]) if due else None
    if day is None or day >= talk.here.date():
        return False
    opportunity = about(talk, text, "promised_late")
    over = [i for i in talk.interviews_of(opportunity) if i.end <= talk.now] if opportunity else []
    if over:
        what = (
            what_in(re.sub(r".*?\bpromised\b", "", text, count=1, flags=re.IGNORECASE | re.DOTALL).strip())
            or text[:120]
        )
        talk.ask("promise_due", over[-1].id, what)
        talk.say("event_said.promise_passed", day=talk.day(day), what=what)
    return opportunity is None or bool(over)


# No facts


def _no_fact(key: str, talk: Talk, text: str) -> bool:
    """Speak up only where another row would take the text for a fact."""
    from bot.dialogue import statements

    ours = {statement.name for statement in STATEMENTS}
    near = statements.in_earshot(text, talk.person.language)
    others = [row for row in near if row.name not in ours | LISTENERS]
    if any(row.name in HARMLESS and row.sounds.search(text) for row in others):
        return False
    if not any(row.sounds.search(text) and _is_read(talk, row, text) for row in others):
        return False
    talk.say(key)
    return True


def _not_them(talk: Talk, text: str) -> bool:
    """Written to somebody else; an employer's name in it means that it was not."""
    return not named_in(talk, text) and _no_fact("event_said.not_them", talk, text)


def _is_read(talk: Talk, row: Statement, text: str) -> bool:
    """A row that looks for a day takes only a text that names one; one that gives way to a question gives way."""
    if row.name == "new_date":
        return isinstance(talk.window_in(text), WindowRead)
    return not (row.weak and talk.person.asking)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "impossible",
        sounds(
            rf"(?s)^(?!.*\?\s*$)(?=.*\b(by|until|before|on|in|yesterday|within|end of)\b).*"
            rf"({THEY}|\b(hear|answer|decision|decide|reply|window|get back|let me know)\b|^\W*(by|until|before)\b)"
        ),
        _impossible,
    ),
    Statement("promised_late", sounds(r"(?s)^(?!.*\?\s*$).*\bi('ve| have)? promised\b"), _promised_late),
    Statement(
        "what_if",
        sounds(
            r"(?s)\bwhat if\b|\b(suppose|supposing|imagine|in case)\b|^\W*(if|when|unless) (they|he|she|hr|the|i)\b"
            r"|\b(hope|hoping|wish(?! you)|afraid|worried|scared|dreamt|dreamed)\b|\bif (they|he|she|hr|someone)\b"
            r"|\b(maybe|perhaps|might|hopefully|probably)\b.*\b(they|he|she|hr|offer|reject\w*|call|reply|answer)\b"
            r"|\b(they|he|she|hr)\b.*\b(maybe|perhaps|might|hopefully|probably|would have)\b"
        ),
        partial(_no_fact, "event_said.what_if"),
    ),
    Statement(
        "only_a_question",
        sounds(
            r"(?s)^\W*(so |and |but |hi,? |hey,? |ok,? )?(do|does|did|is|are|was|were|will|would|can|could|has|have"
            r"|had|should|shall|may|why"
            r"|how|who|where|what|when|which|whose|am|aren't|isn't|don't|doesn't|didn't|haven't|hasn't|won't)\b.*\?\s*$"
        ),
        partial(_no_fact, "event_said.only_a_question"),
    ),
    Statement(
        "nothing_yet",
        sounds(
            r"(?s)\b(have ?n'?t|has ?n'?t|have not|has not|had ?n'?t|never)( \w+)? (rejected|offered|called|replied"
            r"|answered|asked|invited|heard|written"
            r"|responded|got|gotten|received|been (rejected|invited|offered)|made|sent|moved|cancelled|emailed"
            r"|e-mailed|said|come|decided|told|wrote)\b"
            r"|\b(did ?n'?t|did not) (reject|call|reply|answer|ask|invite|write|respond|e-?mail|cancel|move|hear"
            r"|contact|message|withdraw|promise)\b"
            r"|\b(no|not an?|without an?) (offer|answer|reply|news|word|response|feedback|invitation|call|e-?mail"
            r"|rejection|sign)s?\b( \w+)*( yet| so far| from)?"
            r"|\bnothing (yet|so far|from)\b|\bradio silence\b"
        ),
        partial(_no_fact, "event_said.nothing_yet"),
    ),
    Statement(
        "not_them",
        sounds(
            rf"(?s)\b(sent|e-?mailed|mailed|wrote|called|phoned|rang|texted|asked|told|thanked|messaged|replied)"
            rf"( to| with| an? \w+ to)? {_MY_PEOPLE}\b"
            rf"|^(?!.*\b({_TO_THEM})\b).*\bi('ve| have)?( just| already)? "
            r"(sent|e-?mailed|mailed|wrote|written|called|phoned|rang|thanked|texted|asked) \w+"
        ),
        _not_them,
    ),
)
