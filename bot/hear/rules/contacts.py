"""Rules for contacts: what the Person wrote, sent, said on the phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, Tense, on
from bot.hear.role import Role
from bot.hear.rules import owed, talks
from bot.hear.rules.saying import by_me, channel_of, person_in, thing_in
from bot.hear.rules.unsent import is_naming, is_of_others, is_unsent
from bot.hear.rules.whom import readers
from bot.hear.vocabulary import vocabulary

THEIRS = ("to_them", "title_word", "kind", "agency_word", "letter", "document")
"""What stands behind an article when it is a contact all the same: "called the recruiter", "mailed my papers"."""
LATELY = timedelta(days=21)
FEW = 6
"""Words of "sent it" and the like."""
NEAR = 3
"""Words behind an article among which the one stands who was called: "the very nice recruiter"."""
THE_DRAFT = ""
"""What was sent is not said: the draft that was shown last, or the letter that is due."""
PROMISED = "promised"


def sent(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I wrote to Priya", "followed up today", "Dankesmail ist raus"."""
    before = context.before(clause)
    if clause.says("promised_before") and before is not None and _is_sent_with(clause, before):
        what = thing_in(clause, clause.where("promised_before") or (0, 0))
        yield clause.act("kept", about=clause.employer, what=what)
        return
    place = _done(clause, context)
    what = _what_was_sent(clause, place, context) if place is not None else None
    if place is None or what is None:
        return
    if what == PROMISED:
        day = None if clause.says("i_promised", "as_promised") else lately(clause, context)
        yield clause.act("kept", about=clause.employer, what=thing_in(clause, place), day=day)
        return
    to = "agency" if _is_to_agency(clause, place) else person_in(clause)
    channel, day = channel_of(clause), lately(up_to(clause, _own_matter(clause, place[1])), context)
    day = None if owed.tells_of_it(clause, context) else day  # the day is that on which it comes
    for reader in readers(clause) if to is None else (to,):
        yield clause.act("sent", about=clause.employer, what=what or None, channel=channel, to=reader, day=day)
    if to == "agency" and not context.scene.agencies:
        yield clause.act("agency")


def _done(clause: Clause, context: Context) -> tuple[int, int] | None:
    """The words that say what the Person did: "wrote", "emailed", "is out"."""
    place = clause.where("wrote") or clause.where("sent_off")
    if clause.says("answered_questions") and (talks.fresh(context) or clause.says("badly", "well", "rough", "great")):
        return None
    if place is None or clause.says("no_contact_meant") or clause.tense is Tense.FUTURE:
        return None
    if _is_kept_back(clause, context) or is_unsent(clause) or is_of_others(clause) or is_naming(clause, place):
        return None
    return place if by_me(clause, place[0]) or _went_out(clause, place) else None


def _is_kept_back(clause: Clause, context: Context) -> bool:
    """ "Wrote a cheeky email and didn't press send", "it bounced", "wrote it down. hit send?": it never went out."""
    behind = context.after(clause)
    waits = behind is not None and "?" in behind.text and behind.says("send_it") and len(behind.words) <= FEW
    return waits or any(one is not None and one.says("kept_back") for one in (clause, behind))


def _went_out(clause: Clause, place: tuple[int, int]) -> bool:
    """ "The thank-you is out", "mail sent": a letter, and nobody who does it."""
    if _is_it(clause):
        return True
    letter = clause.where("letter")
    return (
        clause.says("sent_off")
        and letter is not None
        and letter[0] < place[0]
        and (clause.subject in (Subject.NONE, Subject.YOU) or _stands_first(clause, letter[0]))
    )


def _stands_first(clause: Clause, at: int) -> bool:
    """Whether nothing but its article stands before it: "die Dankesmail ist raus"."""
    article = vocabulary(clause.language)["article"].alone
    return bool(at) and all(word.text in article for word in clause.words[:at])


def _is_it(clause: Clause) -> bool:
    """ "It is on its way", "ist unterwegs": what was spoken of just now, and nothing else is said."""
    is_alone = len(clause.words) <= FEW and not clause.names
    return is_alone and clause.says("it_went") and clause.subject not in (Subject.THEY, Subject.I)


def _is_sent_with(clause: Clause, before: Clause) -> bool:
    """ "Sent them the references, and the sheet I'd promised": what stands in front was sent, and this with it."""
    place = before.where("wrote")
    return before.sentence == clause.sentence and place is not None and by_me(before, place[0])


# What it was


def _what_was_sent(clause: Clause, place: tuple[int, int], context: Context) -> str | None:
    """What it was; None when it is no contact with them at all."""
    if _is_it(clause):
        return THE_DRAFT
    for key, what in KINDS:
        if clause.says(key):
            return "reply" if what == "thank_you" and _is_closed(clause, context) else what
    if _is_of_others(clause, place):
        return None
    if _is_to_agency(clause, place):
        return "other"
    if clause.says("document") and (clause.says("sends") or not clause.says("by_phone", "asked_them")):
        return _with_a_document(clause, context)
    if clause.says("sends") and not clause.says("asked_them", "followed_up") and not _names_a_letter(clause):
        return THE_DRAFT if _to_somebody(clause) else None
    if clause.says("sends") and clause.says("the_letter") and not _to_somebody(clause):
        return THE_DRAFT
    if _own_matter(clause, place[1]) is not None and not clause.says("asks_how_it_stands"):
        return "other"
    if owed.tells_of_it(clause, context):
        return "other"
    if clause.says("followed_up", "asked_them"):
        return "follow_up"
    return "follow_up" if _to_somebody(clause) else None


def _own_matter(clause: Clause, since: int) -> int | None:
    """Where it begins to be told what else was written: "mailed Dana to confirm ...", "about the train strike"."""
    place = clause.where("own_matter", since if clause.language == "en" else 0)
    return place[0] if place is not None else None


KINDS = (
    *(
        ("thanks_letter", "thank_you"),
        ("to_say_thanks", "thank_you"),
        ("connected", "linkedin"),
        ("was_promised", PROMISED),
    ),
    *(("told_of_offer", "other"), ("asked_for_reasons", "other"), ("wrote_back", "reply"), ("they_asked_for", "reply")),
)
"""What it was, by its words, in the order in which they count."""


def _is_closed(clause: Clause, context: Context) -> bool:
    named = [one for one in context.scene.employers if clause.employer in (None, one.name)]
    return bool(named) and not any(one.is_open for one in named)


def _to_somebody(clause: Clause) -> bool:
    return clause.says("to_them") or bool(clause.people or clause.employer)


def _names_a_letter(clause: Clause) -> bool:
    """Whether a mail or a note is named, not only the way: "sent her a mail", not "sent it by mail"."""
    way = clause.where("by_a_way")
    letter = clause.where("letter")
    while letter is not None and way is not None and way[0] <= letter[0] < way[1]:
        letter = clause.where("letter", letter[1])
    return letter is not None


def _with_a_document(clause: Clause, context: Context) -> str | None:
    """References, a portfolio, a task: kept where it was owed or asked for; no contact where it went to many."""
    if clause.says("to_many"):
        return None
    owed = any(one.promises for one in context.scene.employers if clause.employer in (None, one.name))
    asked = any(one.says("they_request", "i_promised") for one in context.clauses)
    return PROMISED if owed or asked else "other"


def _is_of_others(clause: Clause, place: tuple[int, int]) -> bool:
    """ "I called a taxi", "rang my mum": a call to somebody who is none of theirs."""
    meant = vocabulary(clause.language)
    behind = clause.words[place[1] : place[1] + 1 + NEAR]
    if not clause.says("rings") or not behind or not meant["of_somebody"].holds(behind[0].text):
        return False
    if "," in clause.text[clause.words[place[1] - 1].end - clause.start : behind[0].start - clause.start]:
        return False
    theirs = any(meant[key].find(behind[1:]) for key in THEIRS)
    named = any(word.start == name.start for word in behind for name in clause.names)
    return not theirs and not named


def _is_to_agency(clause: Clause, place: tuple[int, int]) -> bool:
    """ "I called the agency"."""
    named = any(name.role is Role.AGENCY for name in clause.names)
    behind = clause.words[place[1] if clause.language == "en" else 0 :]
    return (named or vocabulary(clause.language)["the_agency"].find(behind) is not None) and not clause.employer


def sent_it(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Sent it", "sent all five this morning": about the draft that was shown last, or the letter that is due."""
    if len(clause.words) > FEW or not clause.says("did_it") or clause.says("no_contact_meant"):
        return
    if any(word.text.isdigit() for word in clause.words[:FEW]) or _is_kept_back(clause, context):
        return
    if (
        clause.negated
        or is_unsent(clause)
        or clause.subject in (Subject.THEY, Subject.OTHER)
        or _names_a_letter(clause)
        or clause.says("document")
    ):
        return
    shown = context.scene.draft_shown is not None
    sends = any(one.says("sent_off", "sends") for one in context.clauses)
    if clause.says("sent_off", "wrote", "sends") or sends or (shown and len(context.clauses) == 1):
        day = lately(clause, context)
        yield clause.act("sent", channel=channel_of(clause), to=person_in(clause), day=day)


def up_to(clause: Clause, at: int | None) -> Clause:
    """The clause up to a word: a day behind it is none of the contact."""
    if not at:
        return clause
    words = clause.words[:at]
    return replace(clause, words=words, text=clause.text[: words[-1].end - clause.start])


def lately(clause: Clause, context: Context) -> date | None:
    """The day of a contact: what would be weeks ago is another date of the clause."""
    day = when.day(clause, context, past=True)
    today = context.scene.now.date()
    return day if day is not None and timedelta() <= today - day < LATELY else None


RULES: tuple[Rule | Keyed, ...] = (
    on(sent, "promised_before", "wrote", "sent_off"),
    on(sent_it, "did_it"),
)
