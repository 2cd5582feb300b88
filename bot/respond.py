"""The conversation: update and facts in, a Turn out. Hear, learn, decide, say: four calls in a row.

Quiet. Nobody but this module goes on to the next question, and nobody but `bot.say` says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot import words
from bot.decide import (
    anew,
    calendars,
    debrief_steps,
    greeting,
    lessons,
    nearly,
    offers,
    open_points,
    questions,
    taking_back,
    tongues,
    unplaced,
    what_they_said,
)
from bot.decide import table as decide
from bot.decide.bare_again import heard_again
from bot.decide.scene import scene_of
from bot.decide.taking_back import Entry
from bot.hear import buttons, commands
from bot.hear.act import Act, By, Heard
from bot.hear.listen import heard_by, listen
from bot.hear.scene import Scene
from bot.learn import edits, places
from bot.learn import table as learn
from bot.learn.ledger import Ledger, Part, Stale
from bot.learn.lines import shown
from bot.say.rendering import in_words, messages, voice_of
from bot.say.showing import pictured
from bot.turn import Incoming, Kind, Leave, Message, Toast, Turn
from bot.words.named import Lines, Press, Presses, text
from scheduler import nudges
from storage import journal
from storage.facts import Known, Person

_NOT_READ = {
    Kind.PHOTO: "unread.photo",
    Kind.VOICE: "unread.voice",
    Kind.FILE: "unread.file",
    Kind.EDITED: "unread.edited",
    Kind.OTHER_MESSAGE: "unread.other",
}
_SPEAKING = (Kind.TEXT, Kind.PRESS, Kind.CALENDAR, Kind.FEED, Kind.LOCATION)
NOT_RIGHT: Presses = ((Press("wrong"),),)
UNDONE_BY_NOTHING = frozenset({"forget", "undo", "take_back", "drop_line"})
"""What was deleted is written down nowhere."""
FEWEST_WORDS = 5
"""What is shorter and was not understood, beside what was, is no loss."""
KEEPS_JOURNAL = frozenset({"wrong", "drop_line"})
LOOKS, LOOKING_BACK = frozenset({"ask_status", "help"}), frozenset({"undo", "take_back"})


def respond(incoming: Incoming, known: Known | None, now: datetime) -> Turn:
    """Everything decided from one update: pure, from what is known and `now` (UTC)."""
    if incoming.kind is Kind.IGNORED:
        return Turn(known=None)
    if incoming.kind is Kind.GROUP:
        language = words.language_for(incoming.language_code)
        return Turn(known=None, say=(Message(text=words.say("group.leave", language)), Leave()))
    if not incoming.is_welcome:
        return _not_welcome(incoming)
    ledger = Ledger(nudges.travelled(known, now) if known else Known(person=_stranger(incoming)), now, incoming)
    if incoming.kind is Kind.BLOCKED:
        ledger.change_person(blocked=True)
        return Turn(known=ledger.known)
    ledger.change_person(blocked=False, name=incoming.name or ledger.person.name)
    _answer(ledger, first=known is None)
    said = pictured(ledger, messages(ledger, _offer_to_correct(ledger)))
    ledger.change_person(heard_at=now if incoming.kind in _SPEAKING else ledger.person.heard_at)
    return Turn(known=ledger.known, say=said, heard=ledger.heard_by, brief=ledger.brief)


def _not_welcome(incoming: Incoming) -> Turn:
    """The bot of somebody who runs it for a few: nothing is kept of others."""
    if incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return Turn(known=None)
    sentence = words.say("quota.private", words.language_for(incoming.language_code), number=incoming.person_id)
    pressed = (Toast(press_id=incoming.press_id),) if incoming.press_id else ()
    return Turn(known=None, say=(*pressed, Message(text=sentence)))


def _stranger(incoming: Incoming) -> Person:
    return Person(id=incoming.person_id, name=incoming.name, language=words.language_for(incoming.language_code))


def _answer(ledger: Ledger, *, first: bool) -> None:
    incoming = ledger.incoming
    if incoming.kind is Kind.UNBLOCKED:
        return
    greeting.guess_zone(ledger)
    if incoming.kind is Kind.TEXT:
        edits.remember(ledger)
    match incoming.kind:
        case Kind.PRESS:
            _press(ledger)
        case Kind.LOCATION:
            _turn(ledger, (Act("place", by=By.FILE),))
        case Kind.CALENDAR | Kind.FEED:
            greeting.greet(ledger, first=first)
            calendars.take(ledger)
            beside = calendars.beside(_listen(incoming.text, scene_of(ledger))) if incoming.text else ()
            if beside:
                _turn(ledger, beside)
            elif ledger.reply.question is None:
                questions.go_on(ledger, ())
        case Kind.TEXT if incoming.text.startswith("/"):
            heard = commands.acts_of(incoming.text, scene_of(ledger))
            _turn(ledger, heard.acts, heard)
        case Kind.TEXT if incoming.forwarded:
            ledger.answer("unread.forwarded")
        case Kind.TEXT:
            _text(ledger, first=first)
        case Kind.EDITED if edits.says_the_same(ledger):
            return
        case kind:
            ledger.answer(_NOT_READ[kind])


def _press(ledger: Ledger) -> None:
    act = buttons.act_of(ledger.incoming.data)
    if act is None:
        return ledger.toast("toast.unknown")
    try:
        return _turn(ledger, (act,))
    except Stale:
        ledger.known = ledger.before
        ledger.reply.kept.clear()
        return ledger.toast("toast.finished")


def _text(ledger: Ledger, *, first: bool) -> None:
    if (pressed := nearly.typed(ledger, questions.current(ledger))) is not None:
        return _turn(ledger, (pressed,), Heard(acts=(pressed,)))
    scene = scene_of(ledger)
    if ledger.incoming.spoken:
        ledger.reply.first.append(Part(text("heard.voice", said=shown(ledger.incoming.text))))
    heard = calendars.heard(ledger, scene, _listen(ledger.incoming.text, scene))
    heard = greeting.in_their_language(ledger, scene, heard, _listen, first=first)
    heard = tongues.heard_in_figures(ledger, scene, heard, _listen)
    if tongues.answer(ledger, heard):
        return None
    heard = heard_again(ledger, scene, heard, _listen)
    ledger.heard_by = heard_by(heard)
    if not any(act.name in ("danger", "start") for act in heard.acts):
        greeting.greet(ledger, first=first)
    return _turn(ledger, heard.acts, heard)


def _listen(typed: str, scene: Scene) -> Heard:
    """A message that says where the Person is tells its times on the clock that hangs there."""
    heard = listen(typed, scene).as_asked()
    there = places.zone_told(heard.acts, scene.now) if len(heard.acts) > 1 else None
    if there is None or there.key == str(scene.now.tzinfo):
        return heard
    return listen(typed, replace(scene, now=scene.now.astimezone(there))).as_asked()


def _turn(ledger: Ledger, acts: tuple[Act, ...], heard: Heard | None = None) -> None:
    """Acts become facts, facts decide."""
    meant = questions.read(ledger, decide.in_order(acts))
    ledger.acts = meant
    debrief_steps.lapse(ledger, meant)
    made = _apply(ledger, meant)
    if heard is not None:
        made += _wait(ledger, heard)
    _write_journal(ledger, made)
    questions.close(ledger, meant)
    if decide.may_go_on(ledger, meant, waits=heard is not None and bool(heard.doubts)):
        questions.go_on(ledger, meant)
    nearly.offer(ledger, heard.nearly if heard is not None else (), questions.current(ledger))


def _apply(ledger: Ledger, acts: Iterable[Act]) -> list[Entry]:
    """Learn and decide, act by act; what was chosen brings acts of its own. What each has made."""
    made: list[Entry] = []
    waiting = list(acts)
    while waiting:
        act = waiting.pop(0)
        made += _apply_one(ledger, act)
        ledger.done.append(act.name)
        if act.name == "danger":
            break
        waiting = [*questions.read(ledger, ledger.queue), *waiting]
        ledger.queue.clear()
    open_points.settle(ledger)
    offers.after(ledger)
    anew.after(ledger)
    return made


def _apply_one(ledger: Ledger, act: Act) -> list[Entry]:
    before, lines = ledger.known, len(ledger.reply.kept)
    handler = learn.TABLE.get(act.name) or decide.TABLE[act.name]
    try:
        handler(ledger, act)
    except Stale:
        if act.by is By.BUTTON:
            raise
        ledger.known = before
        ledger.answer("toast.finished")
    if act.name in UNDONE_BY_NOTHING or not (changes := journal.changes(before, ledger.known)):
        return []
    said = Lines(tuple(part.text for part in ledger.reply.kept[lines:]), " ")
    return [Entry(act.name, in_words(said, voice_of(ledger)), changes)]


def _wait(ledger: Ledger, heard: Heard) -> list[Entry]:
    """What can be read in several ways waits for a choice; what nobody understood is kept as a note."""
    made = [entry for one in heard.doubts if one.without for entry in _apply_one(ledger, one.without)]
    for one in heard.doubts:
        open_points.doubt(ledger, one, ledger.incoming.text)
    told = list(what_they_said.details(ledger, what_they_said.may_be(heard)))
    noted = {clause for clause, _ in told}
    made += [entry for _, act in told for entry in _apply_one(ledger, act)]
    before = ledger.known
    rest = [clause for clause in heard.rest if len(clause.split()) >= FEWEST_WORDS and clause not in noted]
    if (nothing_else := not heard.acts and not heard.doubts and not noted) or rest:
        said = rest or heard.rest or (ledger.incoming.text,)
        unplaced.keep_note(ledger, said, whole=nothing_else, likely=heard.likely)
    changes = journal.changes(before, ledger.known)
    return [*made, Entry("note", "", changes)] if changes else made


def _write_journal(ledger: Ledger, made: list[Entry]) -> None:
    """What this message has made the next one can take back; a look, or a button that keeps nothing, is none."""
    done = set(ledger.done)
    looks = ledger.incoming.kind is Kind.PRESS or (done and done <= LOOKS)
    if not KEEPS_JOURNAL & done and (made or LOOKING_BACK & done or not looks):
        kept = [] if LOOKING_BACK & done else made
        ledger.change_person(journal=taking_back.written(kept, ledger.now, lessons.heard_text(ledger)))


def _offer_to_correct(ledger: Ledger) -> Presses:
    """One button under what was kept of a text, for all of it."""
    incoming = ledger.incoming
    is_bare_command = incoming.text.startswith("/") and len(incoming.text.split()) == 1
    told = incoming.kind is Kind.CALENDAR or (incoming.kind is Kind.TEXT and not is_bare_command)
    return NOT_RIGHT if told and ledger.person.journal and ledger.reply.kept else ()
