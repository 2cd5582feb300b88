"""Who was there: names are added to those that are known, and put right where the Person says so."""

from __future__ import annotations

import re

from bot.coaching.contact_people import contact_notes
from bot.coaching.drafts.told import object_of
from bot.coaching.reporting import reported
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.rules.counting import value
from bot.hear.slots import NOBODY
from bot.hear.vocabulary.letters import plain_letters
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, shown, stands
from bot.learn.pressed import talk
from bot.learn.talks import HERRN, is_correcting
from bot.learn.which import opportunity_for, wait_for_name
from bot.words import languages
from bot.words.named import Listed
from storage.facts import Answer, Interview, Note, NoteKind, OpenKind, Opportunity, Stage

PAIR = 2
MOST_PEOPLE = 12
PANEL_FROM = 3
LONGEST_ROLE = 60
LONGEST_NOTE = 600
SHORTEST_NAME = 2
DENIED = re.compile(r"\b(not|nicht|isn't|wasn't|statt|instead of)\s+\w")
FEWEST_TOLD = 6
"""Words beside the names by which something is told of somebody."""


def met(ledger: Ledger, act: Act) -> None:
    """Who was there, and what they do."""
    if act.get("contact") or _wrong_contact(ledger, act) is not None:
        return to_write_to(ledger, act)
    interview = talk(ledger, act, "met", "met_answer")
    if interview is None:
        return None
    if not act.has("names", "roles"):
        return None
    before = ledger.known
    opportunity = ledger.opportunity_of(interview)
    told = tuple(HERRN.sub("Herr", name) for name in act.get("names", ()) if name != NOBODY)
    there = joined((), interview.interviewers)
    names = _put_right(ledger, interview, act, told) if is_correcting(ledger) else joined(there, told)
    changed = ledger.change(
        interview, interviewers=names[:MOST_PEOPLE], met_answer=Answer.YES, stage=_stage(interview, names)
    )
    known_as = tuple(as_kept(name, names) for name in act.get("names", ()))
    _keep_roles(ledger, changed, known_as, act.get("roles", ()))
    key = "kept.met.panel" if len(names) >= PANEL_FROM else "kept.met"
    if ledger.known is before and _is_only_mentioned(ledger, act, opportunity):
        return None
    say = stands if ledger.known is before else keep
    listed = _with_roles(ledger, changed)
    if key == "kept.met":  # "mit Herrn Kruse"
        listed = tuple(object_of(name, ledger.person.language) for name in listed)
    return say(ledger, opportunity, key, names=Listed(listed))


def as_kept(name: str, names: tuple[str, ...]) -> str:
    """Somebody by the name under which they are kept: "Siobhan" is Siobhán Keane."""
    return name if name == NOBODY else next((one for one in names if is_one(one, name)), name)


def to_write_to(ledger: Ledger, act: Act) -> None:
    """Whom one writes to there: kept apart from those who were at a talk, and greeted by name."""
    opportunity = opportunity_for(ledger, act)
    if opportunity is None:
        return
    told = tuple(name for name in act.get("names", ()) if name != NOBODY)[:MOST_PEOPLE]
    roles = act.get("roles", ()) if len(act.get("roles", ())) == len(act.get("names", ())) else ()
    before, wrong = ledger.known, _wrong_contact(ledger, act)
    if wrong is not None and told:
        role = told[0] if wrong.text == wrong.about else wrong.text
        ledger.change(wrong, about=told[0], text=role)
    for place, name in enumerate(told):
        role = next((one for one in roles[place : place + 1] if one != NOBODY), None)
        _keep_contact(ledger, opportunity, name, role)
    say = stands if ledger.known is before else keep
    say(ledger, opportunity, "kept.contact", names=Listed(told))


def named_there(ledger: Ledger, act: Act) -> None:
    """Somebody of theirs by whom they are known again, kept without a word; nothing is made of it alone."""
    beside = [other for other in ledger.acts if other.name not in ("named_there", "note", "joy", "worry")]
    if not beside:
        return
    if ledger.meant is None and not act.has("about") and ledger.open_opportunities:
        if any(point.kind is OpenKind.WHICH and point.at == ledger.now for point in ledger.known.open_points):
            wait_for_name(ledger, act)
        return
    opportunity = opportunity_for(ledger, act, new=False)
    if opportunity is not None:
        for name in act.get("names", ()):
            _keep_contact(ledger, opportunity, name, None)


def _wrong_contact(ledger: Ledger, act: Act) -> Note | None:
    """The one whom the message names as wrong: "it was Maria, not Marta"."""
    said, told = ledger.incoming.text.casefold(), act.get("names", ())
    if not is_correcting(ledger) and not DENIED.search(said):
        return None
    notes = [note for one in ledger.open_opportunities for note in contact_notes(ledger.known, one) if note.about]
    wrong = (n for n in notes if not any(is_one(str(n.about), new) for new in told))
    return next((n for n in wrong if any(_is_word_of(said, word) for word in str(n.about).split())), None)


def _keep_contact(ledger: Ledger, opportunity: Opportunity, name: str, role: str | None) -> None:
    """Under the longer of two names of one person; who was met already is no news."""
    known = contact_notes(ledger.known, opportunity)
    same = next((note for note in known if note.about and is_one(note.about, name)), None)
    met = any(is_one(name, one) for talk in ledger.interviews_of(opportunity) for one in talk.interviewers)
    if same is not None:
        longer = max(str(same.about), name, key=len)
        ledger.change(same, about=longer, text=role or (longer if same.text == same.about else same.text))
    elif not met:
        words = (role or name)[:LONGEST_ROLE]
        ledger.add(Note, opportunity_id=opportunity.id, kind=NoteKind.POSITION, text=words, at=ledger.now, about=name)


def _is_only_mentioned(ledger: Ledger, act: Act, opportunity: Opportunity) -> bool:
    """Whether somebody who is known is only spoken of: beside other facts that says nothing, alone it is a note."""
    names = tuple(name for talk in ledger.interviews_of(opportunity) for name in talk.interviewers)
    if any(other.name != act.name for other in ledger.acts) or reported(act.span, names, ledger.person.language):
        return True  # what they said is a detail
    said = " ".join(ledger.incoming.text.split())
    if len(said.split()) - sum(len(name.split()) for name in act.get("names", ())) < FEWEST_TOLD:
        return False
    ledger.add(Note, opportunity_id=opportunity.id, kind=NoteKind.DAY, text=said[:LONGEST_NOTE], at=ledger.now)
    keep(ledger, opportunity, "kept.rest.what", what=shown(said))
    return True


def joined(known: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, each once: "Anna" and "Anna Kim" are one, by her longer name."""
    names = list(known)
    for name in told:
        same = next((place for place, one in enumerate(names) if is_one(one, name)), None)
        if same is None:
            names.append(name)
        elif len(name.split()) > len(names[same].split()):
            names[same] = name
    return tuple(names)


def is_one(one: str, other: str) -> bool:
    """Whether two names are one person's: all words of one stand in the other, with or without their accents."""
    first, second = (set(re.findall(r"\w+", plain_letters(HERRN.sub("Herr", name)))) for name in (one, other))
    return first <= second or second <= first


def is_all_of(names: tuple[str, ...], said: str) -> bool:
    """Whether the words count as many as there are: "all five", "both", "alle drei"."""
    if len(names) < PAIR:
        return False
    words = [word.text for word in words_of(fold(said))]
    counted = {value(word, language) for word in words for language in languages()}
    return len(names) in counted or (len(names) == PAIR and bool({"both", "beide", "beiden"} & set(words)))


def _put_right(ledger: Ledger, interview: Interview, act: Act, told: tuple[str, ...]) -> tuple[str, ...]:
    """ "It was Maria, not Marta": who is named as wrong gives place; else the new names stand for all."""
    said = " ".join([ledger.incoming.text, act.span, *(str(a.get("what", "")) for a in ledger.acts)]).casefold()
    wrong = [name for name in interview.interviewers if any(_is_word_of(said, word) for word in name.split())]
    wrong = [name for name in wrong if not any(is_one(name, new) for new in told)]
    if not wrong:
        # Nobody who was there is ruled out: somebody else was, or the new names stand for all.
        return joined(interview.interviewers, told) if DENIED.search(said) else told
    if len(told) == len(wrong) == 1:
        _rename(ledger, interview, wrong[0], told[0])
        return tuple(told[0] if name == wrong[0] else name for name in interview.interviewers)
    return joined(tuple(name for name in interview.interviewers if name not in wrong), told)


def _is_word_of(said: str, word: str) -> bool:
    return len(word) >= SHORTEST_NAME and re.search(rf"\b{re.escape(word.casefold())}\b", said) is not None


def _rename(ledger: Ledger, interview: Interview, old: str, new: str) -> None:
    """What was noted of somebody, and what they were sent, stays theirs under the right name."""
    for note in [n for n in ledger.known.notes if n.interview_id == interview.id and n.about == old]:
        ledger.change(note, about=new)
    for contact in [c for c in ledger.known.contacts if c.opportunity_id == interview.opportunity_id and c.to == old]:
        ledger.change(contact, to=new)


def _stage(interview: Interview, names: tuple[str, ...]) -> Stage:
    """Three or more are a panel, where nothing else was said of it (R16)."""
    return Stage.PANEL if len(names) >= PANEL_FROM and interview.stage is Stage.FIRST else interview.stage


def _keep_roles(ledger: Ledger, interview: Interview, names: tuple[str, ...], roles: tuple[str, ...]) -> None:
    """What each of them does there; whose role it is only where that is sure."""
    paired = names if len(names) == len(roles) else (NOBODY,) * len(roles)
    for who, role in zip(paired, roles, strict=True):
        if role == NOBODY:
            continue
        name = None if who == NOBODY else who
        old = [n for n in _positions(ledger, interview) if n.about == name and (name or n.text == role)]
        if any(note.text == role for note in old):
            continue
        ledger.remove(Note, *(note.id for note in old))
        ledger.add(
            Note,
            opportunity_id=interview.opportunity_id,
            interview_id=interview.id,
            kind=NoteKind.POSITION,
            text=role[:LONGEST_ROLE],
            at=ledger.now,
            about=name,
        )


def _positions(ledger: Ledger, interview: Interview) -> list[Note]:
    return [n for n in ledger.known.notes if n.interview_id == interview.id and n.kind is NoteKind.POSITION]


def _with_roles(ledger: Ledger, interview: Interview) -> tuple[str, ...]:
    """As one would list them: "Anna Kim (CTO)", "Ben", "a developer"."""
    roles = {note.about: note.text for note in _positions(ledger, interview) if note.about}
    nameless = [note.text for note in _positions(ledger, interview) if not note.about]
    named = [f"{name} ({roles[name]})" if name in roles else name for name in interview.interviewers]
    return (*named, *(nameless if not named else ()))


def named_in(words: str, names: tuple[str, ...]) -> str | None:
    """The one of `names` that stands in a text, whole or by one of its words."""
    return next((name for name in names if _stands_in(name, words)), None)


def _stands_in(name: str, words: str) -> bool:
    parts = (part for part in (name, *name.split()) if len(part) > 2)
    return any(re.search(rf"\b{re.escape(part)}\b", words, re.IGNORECASE) for part in parts)
