"""What they did, as people tell it in one sentence: a table of how it sounds and which Event it is.

Requests and offers have tables of their own. A new kind of event is one row here, its words `event_said.<type>` in
the catalogue, and what it changes in the policy.
"""

from __future__ import annotations

import re
from functools import partial

from bot.dialogue.happening_dates import moment_in, window_in
from bot.dialogue.happening_keeping import keep_event
from bot.dialogue.happening_rows import NO_CONDITION, THEM, THEY, as_is, as_told, if_dated, row
from bot.dialogue.statement import Statement
from bot.dialogue.talk import Talk
from storage.facts import EventType, Opportunity

_ROUND = (
    r"(second|2nd|third|3rd|next|another|further|final|last) (round|interview|talk|meeting|conversation|call|stage)"
)
_NO_DATE = (
    r"(no|without( an?)?|not? (fixed|exact|agreed)) (date|time|day|slot)s?\b|date (is )?(still )?(open|to follow"
    r"|tb[ac])"
    r"|(n't|not|yet to) (yet )?(named?|given?|set|fix(ed)?|schedul\w+|sa(y|id)|know|ha(ve|d)|propose\w*) (when|(a"
    r"|any|the)? ?(date|time))"
    r"|\btb[acd]\b|to be (scheduled|confirmed|announced|arranged)|date (isn't|is not|hasn't|has not)"
    r"|(will|'ll) (send|propose|come back|get back|let me know|be in touch|find|look for|suggest|arrange)"
    r"[^.]*\b(dates?|slots?|times?|when|schedul\w+)\b|don't know when|(isn't|not) scheduled"
)
_WANT_AGAIN = (
    rf"\b({_ROUND}|want(s|ed)? (me|to (see|meet|talk to|speak to) me)( back| again)"
    r"|(see|meet|have) me (back|again)|through to)\b"
)
_ASK_THEM = (
    r"(ask|call|ring|phone|check in|follow up|get in touch|reach out|ping|contact( (them|her|him|us))?"
    r"|(write|e-?mail)( to)?( (them|her|him|us|back|again|in))?)(?! (me|my|the|a|an|some|for)\b)"
)
_WAITING = (
    r"\b(be|have|for|some|more|little|bit) (more )?patien(t|ce)\b|\bstill in (the )?(process|progress|the middle)\b"
    r"|\bstill (deciding|reviewing|evaluating|discussing|under review|going through|interviewing (others|other|more"
    r"|people))\b"
    r"|\bneeds? (just )?(a (little |bit )?(bit )?|some |a few )?(more )?time\b|\basked (me |us )?(to wait|for (some "
    r"|a bit |a little )?(more )?time)\b"
    r"|\bbear with (them|us|me)\b|\bno decision yet\b|n't (made|taken) (a|any|their) decision\b|n't decided\b"
    r"|\bnot decided yet\b|\btaking (\w+ ){0,3}longer\b|\bhang (on|tight)\b|\btold me to (wait|hang|sit|hold)\b"
    r"|\bsit tight\b"
)


def _undated(kind: EventType, talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """With a day it is a new reply window, which another row keeps."""
    if window_in(talk, text) is not None and re.search(
        rf"{THEY}|\b(hear|answer|decision|reply)\b", text, re.IGNORECASE
    ):
        return False
    keep_event(talk, opportunity, kind)
    return True


def _call(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """A call counts as fixed when its time is said."""
    at = moment_in(talk, text)
    if at is None:
        return False
    if at <= talk.now:
        talk.ask("ev_call", opportunity.id)
        talk.say("event_said.call_passed", when=talk.when(at))
    else:
        keep_event(talk, opportunity, EventType.SCHEDULED_CALL, planned_for=at)
    return True


def _contact_left(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    """Whoever the Person talked to is gone: nothing is decided by that, and somebody else reads now."""
    talk.say("contact_left", employer=opportunity.employer)


STATEMENTS: tuple[Statement, ...] = (
    row(
        "silence_means_no",
        r"\bonly (the )?(successful|selected|short-?listed|chosen|accepted|suitable)\b"
        r"|\b(don'?t|do not|doesn'?t|not) hear\b.*\b(it'?s a no|means? (it'?s )?(a )?no|i'?m out|\w+n'?t (successful"
        r"|selected|chosen)"
        r"|unsuccessful|assume|consider it)\b|\bsilence (means|is) (a )?no\b"
        r"|\b(only|just) (be )?(call|contact|write|hear|get in touch|reach out|reply|respond|get back|let|tell"
        r"|answer|notif|inform"
        r"|email|e-mail|phone)\w*\b.*\b(if|when)\b.*\b(yes|chosen|selected|successful|want me|positive|get it|got it"
        r"|shortlisted"
        r"|picked|in)\b|\bif it'?s a no,? (they|you|he|she|nobody)\b|\bno (call|news|answer|word|e-?mail|message"
        r"|reply) (means|is|=|equals) (a )?no\b",
        partial(as_told, EventType.SILENCE_MEANS_NO),
        done=False,
        also="",
    ),
    row(
        "no_contact",
        r"\b(don'?t|do not|please don'?t|not to|never|shouldn'?t|should not|no need to|rather (i )?not|stop)"
        r" (call|calling|contact|contacting|write|writing|phone|e-?mail|e-?mailing|chase|chasing|follow up"
        r"|get in touch|reach out)\b"
        r"(?!.*\buntil\b)|\bno (calls|contact|follow-?ups|phone calls|e-?mails|enquiries|inquiries)\b"
        r"|\bwe'?ll call you\b|\bdon'?t call (us|them)\b|\bdo(es)? not want (to be|me to) (contact|call|writ)",
        partial(as_is, EventType.NO_CONTACT),
        done=False,
    ),
    row(
        "invited_follow_up",
        rf"{THEY}.*\b(said|says|told|tells|asked|invited|wants?|wanted|wrote|suggested|allowed)\b"
        rf"(?!.*\b(they|he|she|we)('?ll| will| would| decide)?\b.*).*\b(me|i)\b.*\b{_ASK_THEM}\b"
        rf"|{THEY}.*\b(said|told me|asked me|invited me) to (please |just )?{_ASK_THEM}\b"
        rf"|\b(i|we) (may|can|should|am to|are to|ought to) (just )?{_ASK_THEM}\b",
        partial(if_dated, EventType.INVITED_FOLLOW_UP),
        done=False,
        also="",
    ),
    row(
        "missed_call",
        rf"\b(missed|didn'?t (hear|get to|take|pick up|answer|catch)|couldn'?t (take|answer|pick up"
        rf"|get to))\b.*\b(call(s|ed)?|phone|ring)\b"
        r"|\bmissed call\b|\bgot an? voice ?mail\b|\btried to (call|reach|phone|ring) me\b"
        r"|\bleft me an? (voice ?mail|voice message"
        r"|message on)\b"
        rf"|{THEM} (called|rang|phoned)( me)?,? (but|while|when|just as) i (was|had|am|couldn|didn|could)"
        rf"|{THEM} (called|rang|phoned)\b.*\b(missed|didn'?t (hear|pick|answer)|couldn'?t (take|answer|pick)"
        rf"|voice ?mail)\b",
        partial(as_is, EventType.MISSED_CALL),
        done=False,
    ),
    row(
        "linkedin_invitation",
        r"\b(sent|send|sends) me\b.*\b(linked-?in|connection|contact) ?(invit\w+|invite|request)?\b(?<!link)"
        r"|\blinked-?in (invitation|invite|request|connection)\b.*\bfrom\b|\b(added|invited|asked) me (on"
        r"|to connect (on|via)) linked-?in\b"
        r"|\b(invited|asked) me to connect\b|\bwants? to connect\b.*\blinked-?in\b|\bconnected with me on linked-?in\b"
        r"|\b(pinged|messaged|found|contacted|wrote( to)?) me (on|via|over) linked-?in\b",
        partial(as_is, EventType.LINKEDIN_INVITATION),
    ),
    row(
        "scheduling_pending",
        _NO_DATE,
        partial(as_is, EventType.SCHEDULING_PENDING),
        done=False,
        also=rf"{NO_CONDITION}(?=.*{_WANT_AGAIN})",
    ),
    row(
        "scheduled_call",
        r"\b(will|'ll|going to|want(s)? to|would like to|'d like to|plan(s)? to|is|are|'re|'s) (me )?(be )?(call"
        r"|calling|phone|phoning|ring|ringing)\b( me)?"
        r"|\b(scheduled|fixed|agreed|set( up)?|booked|arranged|have|got|planned) (an?|the|our|another) (short "
        r"|quick |phone |follow-?up )*call\b"
        r"|\bcall (with \w+ )?(is )?(scheduled|fixed|agreed|set|booked|planned|arranged)\b",
        _call,
    ),
    row(
        "process_paused",
        r"(?<!i'm )(?<!me )\bon (hold|ice)\b|\bhiring (freeze|stop|pause)\b"
        r"|\b(hiring|recruit\w*|process|position|role|job|everything|search|vacancy|budget|headcount"
        r"|decision)\b.*\b(frozen|stopped|suspended"
        r"|halted|paused|put off|postponed|delayed)\b|\b(paused?|pausing|froze|freez(e|ing)|stopped|suspended|halted"
        r"|stopping) (all |the |their |its )*"
        r"(everything|hiring|recruit\w*|process|position|role|search)\b",
        partial(as_told, EventType.PROCESS_PAUSED),
    ),
    row(
        "recruiter_away",
        r"\b(on (annual |parental |maternity |paternity |sick |medical |a |her |his |their )?(leave|holidays?"
        r"|vacation|pto|honeymoon|business trip)"
        r"|out of (the )?office|(is|are|'s|'re|be|was|she|he|they) (away|off( sick)?|out|travell?ing|abroad)\b"
        r"|(away|off|out) (sick )?(until|till|from|next|this|for|on)|ooo\b|(is|'s|be|are"
        r"|'re|^\W*) ?back (in the office )?(on|in|from|next|tomorrow))|\bauto-?reply\b",
        partial(as_told, EventType.RECRUITER_AWAY),
        also=rf"{NO_CONDITION}(?!.*\b(interview|talk|call|meeting)('s| is| was)? off\b)(?!.*\b(i'?m|i am|i will be"
        rf"|i'?ll be|i go|i was|i take|my (leave|holiday|vacation"
        rf"|trip))\b)",
    ),
    row(
        "asked_to_wait",
        _WAITING,
        partial(_undated, EventType.ASKED_TO_WAIT),
        done=False,
        also=rf"{NO_CONDITION}(?!.*\bi('?m| am| need| should| want)\b)",
    ),
    row(
        "reference_called",
        r"\b(called|contacted|phoned|rang|e-?mailed|checked( with)?|reached out to|got in touch with|(spoke|talked"
        r"|been in touch) (to|with)|interviewed)"
        r" (one of |both |all |two of |three of )*(of )?(my|the) (\w+ )?(referees?|references?|(former|old|previous"
        r"|last|ex-?) ?(boss|employer|manager)s?)\b"
        r"|\bmy (referees?|references?|(former|old|previous) (boss|employer|manager))\b.*\b(was|were|got|has been"
        r"|have been|had)\b.*\b(call\w*|contact\w*|e-?mail\w*|asked)",
        partial(as_is, EventType.REFERENCE_CALLED),
    ),
    row(
        "job_reposted",
        r"\bre-?(posted|advertised|listed|opened the ad\w*)\b|\b(job|ad|advert|advertisement|posting|listing"
        r"|position|role|vacancy|post)\b.*"
        r"\b(is |was |been |went |up |has been |posted |advertised |online |listed |reappeared)+\b.*\b(again|back"
        r"|once more)\b"
        r"|\b(posted|advertised|advertising|listed) (it|the (job|role|position)|this job) (again|once more)\b"
        r"|\breappeared\b",
        partial(as_is, EventType.JOB_REPOSTED),
    ),
    row(
        "profile_view",
        r"\b(viewed|looked at|visited|checked( out)?|saw|looking at|has seen|clicked on|opened) my (linked-?in "
        r"|xing )?(profile|page)\b|\bprofile views?\b"
        r"|\bmy (linked-?in )?profile (was|got|has been) (viewed|visited|looked)\b",
        partial(as_is, EventType.PROFILE_VIEW),
    ),
    row(
        "contact_left",
        rf"({THEY}|(?<!i )\b(my (contact|recruiter|interviewer|hiring manager)|contact person|[a-z]\w+))( has| have"
        rf"| just|'s| had)*"
        r" ((left|leaving|quit|is leaving|will leave) (the (company|firm|organi[sz]ation|team|agency|bank|job"
        r"|business)|their (job"
        r"|post)|acme|there)|quit|resigned|(was|were|got|been) (fired|laid off|let go|made redundant)|no longer works?"
        r"|do(es)?n'?t work (there|here|for them|at \w+)( any ?more)?|is no longer (there|with|at))\b|\bmy (contact"
        r"|recruiter|interviewer) (has |just |has just )?left\W*$",
        _contact_left,
        done=False,
        also=rf"{NO_CONDITION}(?!.*\b(my|an?|his|her) (old|former|previous|last|ex|best|good)\b)"
        r"(?!.*\b(friend|wife|husband|partner|brother|sister|father|mother|colleague|flatmate)\b)"
        r"(?!.*\b(i|we|i'?ve|i'?m) (just |have |was |got |been )*(left|quit|resigned|fired|laid|let|leaving|made))",
    ),
)
