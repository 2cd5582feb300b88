"""What a story changes, facet by facet, and the short list in which it is repeated. A facet is one row of `ROWS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.coaching import plan
from bot.dialogue.answers import Facet
from bot.dialogue.check_in.clauses import Owed, Told
from bot.dialogue.check_in.keeping import replace_notes
from bot.dialogue.check_in.names import Met
from bot.dialogue.check_in.people import keep_people, listed, named_in
from bot.dialogue.check_in.promises import keep_promise
from bot.dialogue.check_in.waiting import keep_window
from bot.dialogue.talk import Talk
from bot.hear.times import WindowRead
from bot.words import Html
from scheduler import nudges
from storage.facts import Answer, Interview, NoteKind


@dataclass(frozen=True, slots=True)
class Row:
    """What a facet changes, and the lines that repeat it."""

    facet: Facet
    keep: Callable[[Talk, Interview, Told], Interview]
    lines: Callable[[Talk, Interview, Told], Iterator[Html]]


def keep(talk: Talk, interview: Interview, told: Told) -> Interview:
    """Keep everything that was told."""
    for row in ROWS:
        if row.facet in told.found:
            interview = row.keep(talk, interview, told)
    return interview


def repeat(talk: Talk, interview: Interview, told: Told) -> None:
    """One short list of what was understood, with one tap or one word to correct it."""
    lines = [line for row in ROWS if row.facet in told.found for line in row.lines(talk, interview, told)]
    if not lines:
        return
    talk.may_amend("telling", interview.id)
    text = talk.words("told.all", lines=talk.join(lines))
    mood = told.first(Facet.MOOD)
    if mood is not None:
        text = talk.join((talk.words(f"echo.mood.{mood}"), text), "\n\n")
    talk.tell(text, ((talk.button("fix.telling", interview.id),),))


def without_day(told: Told) -> Owed | None:
    """A promise whose day was not said."""
    owed = (value for value in told.values(Facet.PROMISED) if isinstance(value, Owed))
    return next((promise for promise in owed if promise.due is None), None)


# What each facet changes


def _fill(field: str) -> Callable[[Talk, Interview, Told], Interview]:
    facet = Facet.MOOD if field == "mood" else Facet.SAID

    def fill(talk: Talk, interview: Interview, told: Told) -> Interview:
        return talk.change(interview, **{field: told.first(facet)})

    return fill


def _keep_window(talk: Talk, interview: Interview, told: Told) -> Interview:
    read, clause = told.found[Facet.WINDOW][0]
    if isinstance(read, WindowRead):
        return keep_window(talk, interview, read, clause) or interview
    return talk.change(interview, window_answer=Answer.NO)


def _keep_channel(talk: Talk, interview: Interview, told: Told) -> Interview:
    talk.change(talk.opportunity_of(interview), preferred_channel=told.first(Facet.CHANNEL))
    return talk.change(interview, channel_answer=Answer.YES)


def _people(told: Told) -> list[Met]:
    return [met for value in told.values(Facet.MET) if isinstance(value, tuple) for met in value]


def _keep_met(talk: Talk, interview: Interview, told: Told) -> Interview:
    return talk.change(keep_people(talk, interview, _people(told)), met_answer=Answer.YES)


def _owed(told: Told) -> list[Owed]:
    return [value for value in told.values(Facet.PROMISED) if isinstance(value, Owed)]


def _keep_promised(talk: Talk, interview: Interview, told: Told) -> Interview:
    owed = _owed(told)
    for promise in owed:
        if promise.due is not None:
            keep_promise(talk, interview, promise.what, promise.due)
    if owed and without_day(told) is not None:
        return interview
    return talk.change(interview, promise_answer=Answer.YES if owed else Answer.NO)


def _keep_detail(talk: Talk, interview: Interview, told: Told) -> Interview:
    said = [(str(what), named_in(clause, interview.interviewers)) for what, clause in told.found[Facet.DETAIL]]
    replace_notes(talk, interview, NoteKind.DETAIL, said)
    return talk.change(interview, detail_answer=Answer.YES)


def _keep_next_step(talk: Talk, interview: Interview, told: Told) -> Interview:
    said = [(str(what), None) for what in told.values(Facet.NEXT_STEP)]
    replace_notes(talk, interview, NoteKind.NEXT_STEP, said)
    return talk.change(interview, next_step_answer=Answer.YES)


def _keep_wanted(talk: Talk, interview: Interview, told: Told) -> Interview:
    """A no is asked about once more before anything follows from it."""
    wanted = told.first(Facet.WANTED)
    return interview if wanted is Answer.NO else talk.change(interview, still_wanted=wanted)


# How each is repeated


def _plainly(name: str) -> Callable[[Talk, Interview, Told], Iterator[Html]]:
    facet = Facet(name)

    def lines(talk: Talk, _interview: Interview, told: Told) -> Iterator[Html]:
        yield talk.words(f"told.{name}.{told.first(facet)}")

    return lines


def _window_lines(talk: Talk, interview: Interview, told: Told) -> Iterator[Html]:
    if told.first(Facet.WINDOW) is Answer.NO:
        yield talk.words("told.window.no")
    elif interview.window_latest is not None:
        opens, latest = plan.question_opens(talk, talk.opportunity_of(interview)), talk.day(interview.window_latest)
        if opens is None:
            yield talk.words("told.window.yes", latest=latest)
        else:
            yield talk.words("told.window.opens", latest=latest, opens=talk.day(opens))


def _met_lines(talk: Talk, _interview: Interview, told: Told) -> Iterator[Html]:
    yield talk.words("told.met", names=listed(_people(told)))


def _promise_lines(talk: Talk, interview: Interview, told: Told) -> Iterator[Html]:
    owed = nudges.owed(talk.known, talk.opportunity_of(interview))
    said = {promise.what.casefold() for promise in _owed(told)}
    for promise in owed:
        if promise.what.casefold() in said:
            yield talk.words("told.promise", what=promise.what, due=talk.day(promise.due))
    if not said:
        yield talk.words("told.promised.no")


def _own_words(name: str) -> Callable[[Talk, Interview, Told], Iterator[Html]]:
    facet = Facet(name)

    def lines(talk: Talk, _interview: Interview, told: Told) -> Iterator[Html]:
        for what in told.values(facet):
            yield talk.words(f"told.{name}", what=what)

    return lines


ROWS = (
    Row(Facet.MOOD, _fill("mood"), _plainly("mood")),
    Row(Facet.SAID, _fill("interest_said"), _plainly("said")),
    Row(Facet.NEXT_STEP, _keep_next_step, _own_words("next_step")),
    Row(Facet.WINDOW, _keep_window, _window_lines),
    Row(Facet.CHANNEL, _keep_channel, _plainly("channel")),
    # Who was there stands before what they told: a detail is noted by their names.
    Row(Facet.MET, _keep_met, _met_lines),
    Row(Facet.PROMISED, _keep_promised, _promise_lines),
    Row(Facet.DETAIL, _keep_detail, _own_words("detail")),
    Row(Facet.WANTED, _keep_wanted, _plainly("wanted")),
)
