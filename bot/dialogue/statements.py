"""What people say between the questions, as a table: how it sounds, and what it means.

The first row that fits counts. A row that is `weak` gives way to an open question; the others are heard at any time.
A new thing people say is one row here and its words.
"""

from __future__ import annotations

import re

from bot.coaching import unasked
from bot.dialogue import adding, amending, check_in, contact, correcting, endings, happenings, place
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import about, named_in
from bot.reading import InterviewRead, WindowRead, read_interview_time, read_window
from scheduler import nudges
from storage.facts import ContactKind, EventType, Opportunity, Promise

MOST_LISTENED_TO = 600
"""Characters in which a statement is looked for: what somebody wants to tell stands at the beginning."""
SKETCH_QUESTIONS = ("employer", "start", "past_start")


def understand(talk: Talk, text: str) -> bool:
    """Act on what the text says; False when it says nothing that is known."""
    start = text[:MOST_LISTENED_TO]
    for statement in STATEMENTS:
        if (statement.weak and talk.person.asking) or (statement.needs_opportunity and not talk.open_opportunities):
            continue  # it would not be heard however it sounds, and to listen takes the longest
        if statement.sounds.search(start) and statement.run(talk, text):
            return True
    return False


def go_on(talk: Talk, name: str, text: str) -> bool:
    """Go on with a statement after the Person has chosen the Opportunity it is about."""
    statement = next((statement for statement in STATEMENTS if statement.name == name), None)
    return statement is not None and statement.run(talk, text)


def not_understood(talk: Talk) -> None:
    """Say so, with examples that work."""
    talk.say("unread.text")


@concerning("rejected")
def _rejected(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.rejected(talk, opportunity)


@concerning("offer")
def _offer(talk: Talk, opportunity: Opportunity, text: str) -> None:
    spoken = re.search(r"\b(verbal|spoken|on the phone|by phone|over the phone)\b", text, re.IGNORECASE)
    contact.happened(talk, opportunity, EventType.VERBAL_OFFER if spoken else EventType.OFFER)
    talk.say("offer.spoken" if spoken else "offer.written", employer=opportunity.employer)


@concerning("withdraw")
def _withdraw(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.withdraw(talk, opportunity)


@concerning("moved")
def _interview_moved(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    ahead = [interview for interview in talk.interviews_of(opportunity) if interview.end > talk.now]
    if not ahead:
        return False
    there = ahead[0].start.astimezone(talk.zone)
    read = adding.read_when(talk, text, there.date().isoformat(), there.time())
    return isinstance(read, InterviewRead) and correcting.reschedule(talk, ahead[0], read)


@concerning("called_off")
def _called_off(talk: Talk, opportunity: Opportunity, _text: str) -> bool:
    ahead = [interview for interview in talk.interviews_of(opportunity) if interview.end > talk.now]
    if not ahead:
        return False
    endings.drop(talk, ahead[0])
    return True


@concerning("invited")
def _invited(talk: Talk, opportunity: Opportunity, text: str) -> None:
    endings.invited(talk, opportunity, text)


@concerning("heard")
def _heard(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    contact.ask_what_came(talk, opportunity)


def _may_i(talk: Talk, text: str) -> bool:
    contact.may_i(talk, text)
    return True


@concerning("sent")
def _sent(talk: Talk, opportunity: Opportunity, text: str) -> None:
    owed = nudges.owed(talk.known, opportunity)
    kept = next((promise for promise in owed if _mentions(text, promise)), None)
    if kept is not None:
        endings.keep_promise(talk, kept)
    elif re.search(r"\bthank", text, re.IGNORECASE):
        contact.sent(talk, opportunity, ContactKind.THANK_YOU, contact.channel_in(text))
    elif _BARE.search(text):
        _sent_what_was_shown(talk, opportunity)
    else:
        contact.sent(talk, opportunity, ContactKind.FOLLOW_UP, contact.channel_in(text))


def _sent_what_was_shown(talk: Talk, opportunity: Opportunity) -> None:
    """ "Sent it" means the draft that was shown last."""
    shown = [n for n in talk.known.nudged if n.opportunity_id == opportunity.id and n.name in SHOWS_A_DRAFT]
    name = max(shown, key=lambda nudged: nudged.at).name if shown else "follow_up"
    owed = nudges.owed(talk.known, opportunity)
    if name.startswith("thank_you"):
        contact.thank(talk, opportunity)
    elif name == "promise" and owed:
        endings.keep_promise(talk, owed[0])
    elif name in ("reply_owed", "rejection_thanks"):
        endings.replied(talk, opportunity)
    else:
        contact.sent(talk, opportunity, ContactKind.FOLLOW_UP, opportunity.preferred_channel)


def _mentions(text: str, promise: Promise) -> bool:
    told = set(re.findall(r"\w{4,}", text.casefold()))
    return bool(told & set(re.findall(r"\w{4,}", promise.what.casefold())))


@concerning("promised")
def _promised(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    if not over:
        return False
    talk.ask("promise_what", over[-1].id)
    if check_in.take_promise(talk, text):
        talk.drop_question()
    return True


def _new_date(talk: Talk, text: str) -> bool:
    """A new reply window; whether the text names one is known only once it is read."""
    if talk.person.asking in ("window", "new_window", "new_date", "promised", "promise_what", "promise_due"):
        return False
    if _WAS_IN_TOUCH.search(text):
        return False
    read = read_window(text, talk.here, talk.person.language)
    if not isinstance(read, WindowRead) or (read.latest or read.earliest) is None:
        return False
    opportunity = about(talk, text, "new_date")
    return opportunity is None or _keep_date(talk, opportunity, read, text)


def _keep_date(talk: Talk, opportunity: Opportunity, read: WindowRead, text: str) -> bool:
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    if not over:
        return False
    if over[-1].window_answer is None:
        return check_in.set_window(talk, over[-1], read, text)
    endings.new_date(talk, opportunity, read)
    return True


def _new_interview(talk: Talk, text: str) -> bool:
    if talk.person.asking in SKETCH_QUESTIONS:
        return False
    named = named_in(talk, text)
    only = talk.open_opportunities if re.search(rf"{_THEY}|\bthem\b", text, re.IGNORECASE) else ()
    same = named if len(named) == 1 else list(only) if len(only) == 1 else []
    adding.begin(talk, text, bare=False, opportunity=same[0] if same else None)
    return True


def _i_am_in(talk: Talk, text: str) -> bool:
    """ "I'm in Lisbon this week", "my city is Oslo": where the Person's clock stands from now on."""
    found = _PLACE.search(text)
    return found is not None and place.take(talk, found["place"]) is not False


def _silence(talk: Talk, text: str) -> bool:
    """They were left without an answer, or want to give up: closing is offered, never done by itself."""
    opportunity = about(talk, text, "ghosted")
    if opportunity is not None:
        version = unasked.contacts_sent(talk, opportunity)
        buttons = tuple((talk.button(verb, opportunity.id, version),) for verb in ("close", "keep"))
        talk.say("silence", buttons, employer=opportunity.employer)
    return True


def _time_with_somebody(talk: Talk, text: str) -> bool:
    """ "Tomorrow at 3pm with Northwind": no word for a talk, but a time and a name."""
    read = read_interview_time(text, talk.here, talk.person.language)
    is_answer = talk.person.asking not in (None, "zone")
    if is_answer or not isinstance(read, InterviewRead) or adding.read_names(read.rest, bare=False).employer is None:
        return False
    adding.begin(talk, text, bare=False)
    return True


def _despair(talk: Talk, _text: str) -> bool:
    talk.say("small.despair")
    return True


def _small_talk(talk: Talk, text: str) -> bool:
    thanks = re.search(r"\b(thank|thanks|thx|cheers)\b", text, re.IGNORECASE)
    talk.say("small.thanks" if thanks else "small.hello", name=talk.person.name)
    return True


_THEY = r"\b(they|he|she|hr|the (recruiter|company|hiring manager|manager|agency|team))\b"

_BARE = sounds(r"^\W*(yes,? |ok,? )?(i('ve)? )?(just |already )?(sent|done|did)( it| that| them)?( now| already)?\W*$")
SHOWS_A_DRAFT = (
    "thank_you",
    "thank_you_again",
    "promise",
    "reply_owed",
    "rejection_thanks",
    "follow_up",
    "second_follow_up",
    "follow_up_again",
    "parked",
)
_PLACE = sounds(
    r"^\W*(i'?m|i am|i live|i'?ve moved|i moved|my (city|time ?zone|place) is|i'?ll be)"
    r"( now| currently| based)?( in| to| at)? "
    r"(?P<place>[^\W\d][\w .'-]{1,40}?)( now| this week| next week| for now| these days)?[.!]*$"
)
_WAS_IN_TOUCH = sounds(
    r"\b(called|phoned|wrote|e-?mailed|replied|answered)\b.*\b(yesterday|last|ago|this morning|today)\b"
)
_WRITE = r"(write|call|e-?mail|mail|phone|ring|follow(ing)? up|ping|contact|chase|nudge|text|ask|add|thank|send|reply)"
_SENT = (
    r"(sent|e-?mailed|mailed|wrote|written|called|phoned|rang|thanked|texted|followed up"
    r"|asked (them |her |him )?(how things stand|for an? (update|answer|decision)"
    r"|about (the )?(status|decision|next steps|timeline)))"
)
_ROUND = r"(interview(ing)?|phone screen|screening|(second|final|next) round|assessment)"

STATEMENTS: tuple[Statement, ...] = (
    *amending.STATEMENTS,
    *happenings.STATEMENTS,
    Statement(
        "rejected",
        sounds(
            r"^(?!.*\b(if|afraid|worr|scared|might|maybe|think)\b).*"
            r"(\b(got|was|been|am) (just )?(rejected|turned down)\b|\b(rejected|turned) me( down)?\b"
            r"|\bgot (the|a|my) (rejection|no)\b|\bthey said no\b|\b(it'?s|it was|is) a no\b|\bnot moving forward\b"
            r"|\b(went|going|gone) with (someone|somebody|another)\b"
            r"|\bdidn'?t get (it|the (job|role|position))\b|\bunsuccessful\b)"
        ),
        _rejected,
    ),
    Statement(
        "withdraw",
        sounds(
            r"^(?!.*\b(they|he|she|hr|the company)\b.*\bwithdr[ae]w)"
            r".*\b(withdraw(ing)?|withdrew|pull(ing)? out|not interested any ?more"
            r"|don'?t want (it|the job|this job) any ?more)\b"
        ),
        _withdraw,
    ),
    Statement(
        "contact",
        sounds(
            rf"^(?!\W*(how|what)\b).*(\b(should|shall|may|can|could|do) i\b.*\b{_WRITE}\b|\btoo (soon|early|late) to\b"
            rf"|\b(want|going|like|tempted|thinking of|about) (to|of)? ?({_WRITE}|calling|writing|e-?mailing)\b)"
        ),
        _may_i,
    ),
    Statement(
        "moved",
        sounds(
            r"\b(interview|talk|call|it|round)\b.*\b(moved|rescheduled|postponed|brought forward|now at|is now on)\b"
            r"|\bmoved (it|the interview|us)\b"
        ),
        _interview_moved,
    ),
    Statement(
        "called_off",
        sounds(
            r"\b(interview|talk|call)\b.*\b(cancell?ed|called off|off)\b|\bcancell?ed (the|my) (interview|talk|call)\b"
        ),
        _called_off,
    ),
    Statement(
        "interview",
        sounds(rf"\b{_ROUND}\b.*\b(with|at|on|to(day|night|morrow)|next|this|mon|tue|wed|thu|fri|sat|sun|\d)"),
        _new_interview,
        needs_opportunity=False,
    ),
    Statement(
        "offer",
        sounds(
            r"^(?!.*\b(another|other|different)\b).*(\boffered me\b"
            r"|\b(made|gave|sent|got|have|received) (me )?(an|the|a) ?(job |verbal |written )?offer\b)"
        ),
        _offer,
    ),
    Statement(
        "invited",
        sounds(
            r"\binvited? me\b|\bwant (me|to see me|to meet me) (back|again)\b"
            r"|\b(second|next|final|another) (round|interview)\b"
        ),
        _invited,
    ),
    Statement(
        "promised",
        sounds(r"\bi('ve| have)? (promised|said i('d| would| will)|told (them|her|him) i('d| would))\b"),
        _promised,
    ),
    Statement(
        "sent",
        sounds(
            rf"^(?!.*\bthey\b).*\bi('ve| have)?( just| already)? {_SENT}\b"
            rf"|^(just |already )?{_SENT} (to )?(it|them|her|him|the)\b|{_BARE.pattern}"
        ),
        _sent,
    ),
    Statement(
        "new_date",
        sounds(rf"{_THEY}|\b(hear|answer|decision|decide|reply|window|get back|let me know)\b"),
        _new_date,
    ),
    Statement(
        "heard",
        sounds(
            rf"{_THEY}.*\b(repl(y|ied)|answered|wrote|written|called|phoned|got back|e-?mailed|responded)\b"
            r"|\bheard (back|from)\b"
        ),
        _heard,
        weak=True,
    ),
    Statement("place", _PLACE, _i_am_in, needs_opportunity=False),
    Statement(
        "ghosted", sounds(r"\bghost(ed|ing)\b|\b(i )?(give|giving|gave) up\b|\bnever (heard|answered)\b"), _silence
    ),
    Statement("time", sounds(r"\bwith\s+\w"), _time_with_somebody, needs_opportunity=False),
    Statement(
        "despair",
        sounds(r"\bi (blew|ruined|messed|screwed)\b|\bi'?m (useless|hopeless|a failure)\b"),
        _despair,
        weak=True,
        needs_opportunity=False,
    ),
    Statement(
        "small_talk",
        sounds(
            r"^\W*(hi|hey|hello|good (morning|evening|afternoon)|thanks?( you)?|thx|cheers"
            r"|ok(ay)?|great|cool|nice|perfect)\b[^?]{0,20}$"
        ),
        _small_talk,
        weak=True,
        needs_opportunity=False,
    ),
)
