"""The buttons under what was added: the card, its corrections, dates that are not right, and the zone."""

from __future__ import annotations

from functools import partial
from zoneinfo import available_timezones

from bot.dialogue import adding, endings, place
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from storage.facts import Event, Interview

LENGTHS = (30, 45, 60, 90)
"""Minutes that have a button."""


def _go_on(talk: Talk) -> None:
    from bot.dialogue import questions  # late: the table of questions asks for what is added here

    questions.ask_next(talk)


def _fix_date(talk: Talk, pressed: Pressed) -> None:
    if talk.find(Event, pressed.row) is None:
        return finished(talk)
    talk.ask("new_date", pressed.row)
    talk.say("ask.new_window")
    return None


# Adding and correcting


def _length(talk: Talk, pressed: Pressed) -> None:
    minutes, interview = pressed.verb.removeprefix("length."), talk.find(Interview, pressed.row)
    if interview is None or interview.length_known or not minutes.isdigit() or int(minutes) not in LENGTHS:
        return finished(talk)
    talk.seal(pressed.verb)
    adding.set_length(talk, interview, int(minutes))
    _go_on(talk)
    return None


def _skip_role(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    opportunity = talk.opportunity_of(interview) if interview else None
    if opportunity is None or opportunity.role or opportunity.role_asked:
        return finished(talk)
    talk.seal(pressed.verb)
    talk.change(opportunity, role_asked=True)
    _go_on(talk)
    return None


def _past(is_over: bool, talk: Talk, pressed: Pressed) -> None:
    sketch = talk.known.sketch
    if sketch is None or sketch.start is None or sketch.past_confirmed:
        return finished(talk)
    talk.seal(pressed.verb)
    talk.sketch(past_confirmed=is_over, start=sketch.start if is_over else None)
    _go_on(talk)
    return None


def _edit(question: str, talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled:
        return finished(talk)
    talk.ask(question, interview.id)
    talk.say(f"ask.{question}")
    return None


def _drop(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled:
        return finished(talk)
    talk.rewrite(adding.card(talk, interview))
    endings.drop(talk, interview)
    return None


def _undrop(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or not interview.cancelled:
        return finished(talk)
    endings.undrop(talk, interview)
    interview = talk.find(Interview, pressed.row) or interview
    talk.rewrite(adding.card(talk, interview), adding.card_buttons(talk, interview))
    return None


# The zone


def _zone_yes(talk: Talk, pressed: Pressed) -> None:
    if talk.person.zone is None or (talk.person.zone_confirmed and talk.person.asking != "zone"):
        return finished(talk)
    talk.seal(pressed.verb)
    place.confirm(talk)
    _go_on(talk)
    return None


def _zone_no(talk: Talk, _pressed: Pressed) -> None:
    talk.ask("zone", 0)
    talk.say("again.zone")


def _zone_chosen(talk: Talk, pressed: Pressed) -> None:
    zone = pressed.verb.removeprefix("zone=")
    if zone not in available_timezones():
        return finished(talk)
    place.move(talk, zone)
    talk.rewrite(talk.words("marked.plain", answer=place.city(zone)))
    place.confirm(talk)
    _go_on(talk)
    return None


VERBS: dict[str, Handler] = {
    "fix.date": _fix_date,
    "skip.role": _skip_role,
    "past.yes": partial(_past, True),
    "past.no": partial(_past, False),
    "edit.start": partial(_edit, "new_start"),
    "edit.length": partial(_edit, "new_length"),
    "edit.employer": partial(_edit, "new_employer"),
    "edit.role": partial(_edit, "new_role"),
    "drop": _drop,
    "undrop": _undrop,
    "zone.yes": _zone_yes,
    "zone.no": _zone_no,
}
CARRYING: dict[str, Handler] = {"zone=": _zone_chosen, "length.": _length}
"""Verbs that carry something behind them, by how they begin."""
