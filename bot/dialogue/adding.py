"""Adding an interview: what was said is kept in a sketch, what is missing is asked, a card shows the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.dialogue.interview_names import ENGLISH, NamePatterns, patterns_for
from bot.dialogue.talk import Talk
from bot.hear.times import Ask, InterviewRead, Reason, read_interview_time, read_length
from bot.turn import Rows
from bot.words import DEFAULT_LANGUAGE, Html
from storage.facts import Appointment, Decision, Interview, Known, Opportunity, Sketch, Stage

LONGEST_NAME = 80
LONGEST = timedelta(hours=12)
ASSUMED_MINUTES = 60
"""How long an interview takes when nobody has said."""
MOST_WORDS_IN_A_ROLE = 7
ZONE = "zone"
"""An Interview that passes over this question takes place at its moment, whatever the Person's zone turns out to be."""

_EDGES = " \t\n,;:.!?–—-\"'“”"


@dataclass(frozen=True, slots=True)
class Named:
    """Employer, role and stage as far as a text names them."""

    employer: str | None
    role: str | None
    stage: Stage | None


def read_names(text: str, language: str = DEFAULT_LANGUAGE, *, bare: bool) -> Named:
    """Employer and role in the words that are left when the time has been taken out.

    `bare`: the text is what follows a command, so a plain "Acme, designer" names them too. Whoever writes to us in
    another language is also understood in English.
    """
    words = patterns_for(language)
    if language != DEFAULT_LANGUAGE and not words.employer.search(text) and ENGLISH.employer.search(text):
        words = ENGLISH
    stage = next((stage for pattern, stage in words.stages if pattern.search(text)), None)
    found = words.employer.search(text)
    if found:
        employer, rest = found["a"] or found["b"], text[found.end() :]
        inside = words.role.search(employer)
        if inside:
            employer, rest = employer[: inside.start()], inside[0] + rest
    else:
        employer, rest = _without_with(text, words) if bare else (None, "")
    return Named(_clean(employer), _role(rest, words), stage)


def _without_with(text: str, words: NamePatterns) -> tuple[str | None, str]:
    before = words.before.search(text)
    if before:
        return before["a"], text[before.end() :]
    employer, _, rest = text.partition(",")
    role = words.role.search(employer)
    if role:
        return employer[: role.start()], employer[role.start() :] + "," + rest
    return employer, "," + rest


def _role(rest: str, words: NamePatterns) -> str | None:
    named = words.role.search(rest)
    parts = [named["role"]] if named else rest.split(",")
    role = next((part for part in (_clean(part) for part in parts) if part), None)
    return words.role_tail.sub("", role) if role else None


def _clean(text: str | None) -> str | None:
    cleaned = " ".join((text or "").split()).strip(_EDGES)[:LONGEST_NAME]
    return cleaned or None


# The conversation


def begin(talk: Talk, text: str, *, bare: bool = True, opportunity: Opportunity | None = None) -> None:
    """Start adding an interview with what `text` says of it."""
    talk.drop_question()
    talk.drop_sketch()
    names = Named(None, None, None)
    if text:
        rest = _take_time(talk, text)
        names = read_names(rest, talk.person.language, bare=bare)
    employer = opportunity.employer if opportunity else names.employer
    role = opportunity.role if opportunity else names.role
    talk.sketch(employer=employer, role=role, stage=names.stage)
    go_on(talk)
    if talk.person.asking == "employer":
        talk.ask("employer", talk.person.asking_about, text)


def _take_time(talk: Talk, text: str) -> str:
    """Put what `text` says about time into the sketch; the words that are left."""
    read = talk.time_in(text)
    if isinstance(read, InterviewRead):
        _take_start(talk, read)
        if is_past(talk.sketch(), talk.now):
            words = (patterns_for(talk.person.language), ENGLISH)
            talk.sketch(past_confirmed=any(one.over.search(text) for one in words))
    else:
        talk.sketch(day=read.day, clock=read.clock, minutes=read.minutes)
    return read.rest


def _take_start(talk: Talk, read: InterviewRead) -> None:
    sketch = talk.known.sketch or Sketch()
    minutes = round((read.end - read.start).total_seconds() / 60) if read.end else sketch.minutes
    talk.sketch(start=read.start.astimezone(UTC), minutes=minutes, past_confirmed=False)


def is_fixed(talk: Talk) -> bool:
    """Whether the start that was said stands wherever the Person turns out to be: "3pm New York time"."""
    said = talk.person.asking_text if talk.person.asking == "employer" else talk.incoming.text
    read = talk.time_in(said or "")
    return isinstance(read, InterviewRead) and read.fixed


def is_past(sketch: Sketch, now: datetime) -> bool:
    """Whether what is being added would be over already."""
    return sketch.start is not None and sketch.start + timedelta(minutes=sketch.minutes or 0) < now


def go_on(talk: Talk) -> None:
    """Ask for what is missing, or finish."""
    from bot.dialogue import questions

    if not questions.ask_next(talk):
        talk.drop_question()


def is_enough(sketch: Sketch | None, now: datetime) -> bool:
    """Employer and start make an Interview; what else is missing is asked about it afterwards."""
    if sketch is None or not sketch.employer or sketch.start is None:
        return False
    return sketch.past_confirmed or not is_past(sketch, now)


def finish(talk: Talk) -> Interview:
    """Turn the sketch into an Interview, so that it is not lost if nothing more is said.

    Whoever tells of the same one once more gets its card again, not a second one.
    """
    sketch = talk.sketch()
    assert sketch.employer is not None
    assert sketch.start is not None
    opportunity = _same_employer(talk, sketch.employer, sketch.role) or talk.add(
        Opportunity, employer=sketch.employer, role=sketch.role
    )
    if sketch.role and opportunity.role is None:
        opportunity = talk.change(opportunity, role=sketch.role)
    rounds = talk.interviews_of(opportunity)
    appointment = talk.find(Appointment, sketch.appointment_id)
    fixed = is_fixed(talk) or (appointment is not None and appointment.zone is not None)
    told = next((interview for interview in rounds if interview.start == sketch.start), None)
    if told is not None:
        interview = _told_again(talk, told, sketch)
    else:
        interview = talk.add(
            Interview,
            opportunity_id=opportunity.id,
            start=sketch.start,
            end=sketch.start + timedelta(minutes=sketch.minutes or ASSUMED_MINUTES),
            length_known=sketch.minutes is not None or sketch.past_confirmed,
            announced=False,
            stage=sketch.stage or (Stage.SECOND if rounds else Stage.FIRST),
            passed_over=(ZONE,) if fixed else (),
        )
    if appointment is not None:
        talk.change(appointment, decision=Decision.PLANNED, interview_id=interview.id)
    talk.drop_sketch()
    return interview


def _told_again(talk: Talk, interview: Interview, sketch: Sketch) -> Interview:
    if sketch.minutes is not None:
        interview = set_length(talk, interview, sketch.minutes)
    return talk.change(interview, announced=False, stage=sketch.stage or interview.stage)


def newest_unannounced(known: Known) -> Interview | None:
    """The Interview whose card has not been shown yet."""
    waiting = [i for i in known.interviews if not i.announced and not i.cancelled]
    return waiting[-1] if waiting else None


def lacks_length(known: Known, _now: datetime) -> int | None:
    """The Interview being added, if nobody has said how long it takes."""
    interview = newest_unannounced(known)
    return interview.id if interview is not None and not interview.length_known else None


def lacks_role(known: Known, _now: datetime) -> int | None:
    """The Interview being added, if the role is not known and was not skipped."""
    interview = newest_unannounced(known)
    if interview is None:
        return None
    opportunity = next(o for o in known.opportunities if o.id == interview.opportunity_id)
    return None if opportunity.role or opportunity.role_asked else interview.id


def announce(talk: Talk) -> bool:
    """Show the card of an Interview about which nothing is left to ask; False when there is none."""
    interview = newest_unannounced(talk.known)
    if interview is None:
        return False
    show_card(talk, talk.change(interview, announced=True))
    return True


def _same_employer(talk: Talk, employer: str, role: str | None) -> Opportunity | None:
    for opportunity in talk.open_opportunities:
        same_role = role is None or opportunity.role is None or role.casefold() == opportunity.role.casefold()
        if opportunity.employer.casefold() == employer.casefold() and same_role:
            return opportunity
    return None


def card(talk: Talk, interview: Interview) -> Html:
    """Employer, role, start and end of an Interview, and what will happen around it."""
    opportunity = talk.opportunity_of(interview)
    key = "card.coming" if interview.end > talk.now else "card.over"
    return talk.words(key, title=title(talk, opportunity), when=span(talk, interview))


def show_card(talk: Talk, interview: Interview) -> None:
    """Show the card, to be corrected by a tap or by a word."""
    talk.may_amend("new_start", interview.id)
    talk.tell(card(talk, interview), card_buttons(talk, interview))


def card_buttons(talk: Talk, interview: Interview) -> Rows:
    """Buttons to correct each line of the card."""
    number, version = interview.id, interview.version
    return (
        (talk.button("edit.start", number, version), talk.button("edit.length", number, version)),
        (talk.button("edit.employer", number, version), talk.button("edit.role", number, version)),
        (talk.button("drop", number, version),),
    )


def title(talk: Talk, opportunity: Opportunity) -> Html:
    """Employer and role on one line."""
    if opportunity.role:
        return talk.words("title.with_role", employer=opportunity.employer, role=opportunity.role)
    return talk.words("title.plain", employer=opportunity.employer)


def span(talk: Talk, interview: Interview) -> Html:
    """Weekday, date, start and end on the Person's clock."""
    same_day = interview.start.astimezone(talk.zone).date() == interview.end.astimezone(talk.zone).date()
    until = talk.when(interview.end, "t" if same_day else "wDt")
    return Html(f"{talk.when(interview.start)}–{until}")


# Answers


def take_employer(talk: Talk, text: str) -> bool:
    """The answer to "which company?"."""
    names = read_names(text, talk.person.language, bare=True)
    if names.employer is None:
        return False
    talk.sketch(employer=names.employer, role=(talk.known.sketch.role if talk.known.sketch else None) or names.role)
    return True


def take_role(talk: Talk, text: str) -> bool:
    """The answer to "which role?": a title, not a story."""
    language = talk.person.language
    interview, role = _asked(talk), _role(f", {text}", patterns_for(language))
    if interview is None:
        return True
    if role is None or not looks_like_a_role(role, language):
        return False
    talk.change(talk.opportunity_of(interview), role=role)
    return True


def looks_like_a_role(text: str, language: str = DEFAULT_LANGUAGE) -> bool:
    """Whether it can stand in "the … role": few words, no sentence, no time, no mood."""
    return len(text.split()) <= MOST_WORDS_IN_A_ROLE and not patterns_for(language).no_role.search(text)


def _asked(talk: Talk) -> Interview | None:
    return talk.find(Interview, talk.person.asking_about)


def take_when(talk: Talk, text: str) -> bool:
    """The answer to "when is it?"; the half that is known already is kept."""
    sketch = talk.sketch()
    read = read_when(talk, text, sketch.day.isoformat() if sketch.day else None, sketch.clock)
    if isinstance(read, InterviewRead):
        _take_start(talk, read)
        return True
    if read.reason not in (Reason.NO_TIME, Reason.NO_DAY) or (read.day, read.clock) == (None, None):
        return False
    talk.sketch(day=read.day or sketch.day, clock=read.clock or sketch.clock, minutes=read.minutes or sketch.minutes)
    return True


def read_when(talk: Talk, text: str, day: str | None, clock: time | None) -> InterviewRead | Ask:
    """Read a start, with the day or the clock time said before where the text lacks it."""
    if day:
        on_that_day = talk.time_in(f"{day} {text}")
        if isinstance(on_that_day, InterviewRead):
            return on_that_day
    read = talk.time_in(text)
    if isinstance(read, InterviewRead):
        return read
    talk.why_not = read.reason
    if not (day or clock):
        return read
    fuller = f"{day} {text}" if day and read.day is None else f"{text} {clock:%H:%M}" if clock else text
    again = talk.time_in(fuller)
    if isinstance(again, InterviewRead):
        talk.why_not = None
    return again if isinstance(again, InterviewRead) else read


def take_length(talk: Talk, text: str) -> bool:
    """The answer to "how long?": a length, or the time at which it ends."""
    interview = _asked(talk)
    minutes = minutes_in(talk, text, interview.start) if interview else None
    if interview is None or minutes is None:
        return interview is None
    set_length(talk, interview, minutes)
    return True


def set_length(talk: Talk, interview: Interview, minutes: int) -> Interview:
    """An Interview takes so many minutes."""
    return talk.change(interview, end=interview.start + timedelta(minutes=minutes), length_known=True)


def minutes_in(talk: Talk, text: str, start: datetime | None) -> int | None:
    """A length in minutes, said as a length or as the time of the end; None for what cannot be one."""
    minutes = read_length(text, talk.person.language)
    if minutes is None and start is not None:
        read = read_interview_time(text, start.astimezone(talk.zone), talk.person.language)
        if isinstance(read, InterviewRead):
            minutes = round((read.start.astimezone(UTC) - start).total_seconds() / 60)
    if minutes is None or not 0 < minutes <= LONGEST.total_seconds() / 60:
        return None
    return minutes


def ask_when(talk: Talk) -> None:
    """When is it? Only the half that is missing is asked for."""
    sketch = talk.sketch()
    if sketch.day is not None:
        talk.say("ask.start.clock", day=talk.day(sketch.day))
    elif sketch.clock is not None:
        talk.say("ask.start.day", time=f"{sketch.clock:%H:%M}")
    else:
        talk.say("ask.start")
