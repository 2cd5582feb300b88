"""What people tell and want, as rows of the table of acts.

A slot is `name`, `name=one|of|these` or `name:kind`; with `!` behind it nothing was heard without it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.hear.clause import Modality
from bot.hear.topics import TOPICS

FACT = frozenset({Modality.FACT})
NOT = frozenset({Modality.NEGATED})
COMING = FACT | {Modality.PLANNED}
"""What is, and what is going to be."""
ASKED = frozenset({Modality.ASKED, Modality.REQUESTED})
WISHED = ASKED | COMING | {Modality.HOPED}
"""A request, however it is put: "can you", "please", "I need", "I'd like"."""
OWN = frozenset(Modality) - {Modality.OTHERS, Modality.QUOTED}
"""However it is put, as long as it is the Person's own."""
TOLD = COMING | NOT | {Modality.REQUESTED}
"""A fact, though it may be put politely, or say what was not done."""
ANY = frozenset(Modality)


@dataclass(frozen=True, slots=True)
class Row:
    """One act as it is written down."""

    name: str
    slots: str
    modalities: frozenset[Modality]
    meaning: str


_NOTES = "detail|unprepared|well|badly|example|length|reaction|cv|idea|next_step|learned"
_SENT = "thank_you|follow_up|reply|promised|linkedin|other"
_HEARD = "invited|more_time|question|request|call|missed_call|linkedin|news|no_news"
_DRAFTS = (
    "thank_you|follow_up|reply|withdrawal|acceptance|decline|feedback|keep_in_touch|linkedin|promised|other"
    "|more_time|offer_received|deadline|rejection_thanks|document_sent"
)
_INTERVIEW = "about elsewhere role day start end over stage with via_agency minutes fixed approximate"
INTERVIEWS = (
    Row("interview", _INTERVIEW, COMING, "a talk with an employer, over or still to come"),
    Row("interview_moved", "about start day end minutes fixed approximate", COMING, "it takes place at another time"),
    Row("interview_called_off", "about by=them|me!", FACT, "it does not take place"),
    Row("no_show", "about", FACT | NOT, "they did not turn up"),
)
HOW_IT_WENT = (
    Row("felt", "about mood=great|fine|rough!", FACT | NOT, "how the talk went, to the Person"),
    Row("interest", "about said:answer!", FACT | NOT, "whether the Person has said that they want the job"),
    Row("shown", "about value:level!", FACT, "how interested they seemed, from 1 to 5"),
    Row("wanted", "about value:answer!", OWN - {Modality.REQUESTED}, "whether the Person still wants it"),
    Row("met", "about names roles contact", FACT, "who was there, or whom one writes to (`contact`)"),
    Row("note", f"about kind={_NOTES}! text!", FACT | NOT, "something of the talk worth keeping"),
)
WAITING = (
    Row("window", "about earliest latest none", COMING | NOT, "by when they answer, or that they named no time"),
    Row("window_moved", "about earliest latest", COMING, "a new date from them"),
    Row("channel", "about channel! none", COMING, "how they will answer"),
    Row("may_ask_from", "about day", COMING | {Modality.CONDITIONAL}, "when they said one may ask"),
    Row("no_contact", "about", FACT | NOT | ASKED, "they asked not to be contacted"),
    Row("silence_means_no", "about day", COMING | NOT | {Modality.CONDITIONAL}, "no word by then means no"),
    Row("asked_to_wait", "about", FACT | ASKED | NOT, "they asked for patience"),
    Row("paused", "about until", COMING, "the process is on hold"),
    Row("away", "about who from until", COMING, "their person is not there"),
)
CONTACTS = (
    Row(
        "sent",
        f"about what={_SENT} channel to day topic=debrief|competing_offer|logistics|keep_in_touch",
        FACT,
        "the Person has written to them, called them",
    ),
    Row("heard", f"about what={_HEARD} channel day start thing due", TOLD, "word from them"),
    Row("nothing_heard", "about", FACT | NOT | {Modality.ASKED}, "no word from them"),
    Row("promised", "about what due", COMING, "what the Person has promised them"),
    Row("they_promised", "about what due", COMING, "what they have promised, other than an answer"),
    Row("kept", "about what day", FACT, "the Person did what they had promised"),
    Row("they_kept", "about what", FACT, "they did what they had promised"),
)
STANDING = (
    Row("invited", "about stage start day end with minutes fixed approximate", COMING, "to a further round"),
    Row("scheduling", "about", COMING | NOT, "they want to meet, a date is still to be found"),
    Row("call_planned", "about start", COMING, "they call at a time that is agreed"),
    Row("offer", "about form=paper|spoken deadline what", COMING, "they offer the job; deadline: the Person's own"),
    Row("accepted", "about elsewhere told=no", COMING, "the Person takes it"),
    Row("declined", "about", FACT, "the Person has turned their offer down"),
    Row("rejected", "about", FACT | NOT, "they said no"),
    Row("reopened", "about", COMING, "it is open again after an end"),
    Row("withdrew", "about told", COMING, "the Person has left the process"),
    Row("no_answer_given_up", "about", COMING, "the Person counts it as a no"),
    Row("position_gone", "about", FACT | NOT, "the job does not exist any more"),
    Row("reposted", "about", FACT, "the job is advertised again"),
    Row("profile_viewed", "about", FACT, "they have looked at the Person's profile"),
    Row("reference_called", "about", FACT, "they have called a referee"),
    Row("feedback", "about text!", FACT | NOT, "what they said about why"),
    Row("applications", "count", FACT, "how many were sent this week"),
    Row("channel_preferred", "about channel!", COMING | NOT | {Modality.REQUESTED}, "how they want to be written to"),
    Row("agency", "about name", COMING, "it runs over an agency"),
)
REQUESTS = (
    Row("ask_may_write", "about kind=thank_you|follow_up|call|linkedin|other", OWN, "whether to write to them now"),
    Row("ask_draft", f"about kind={_DRAFTS} style to mention until", WISHED, "a text to send"),
    Row("change_draft", "how shorter warmer less_formal mention", OWN, "the draft, but different"),
    Row("check_text", "about text", ANY, "the Person's own draft, to be looked at"),
    Row("ask_next", "about", ASKED | FACT | NOT, "what to do now"),
    Row("ask_status", "about all", ASKED | FACT, "what the coach knows, what is open"),
    Row("ask_meaning", "about sign", OWN, "whether something is a sign"),
    Row("ask_advice", f"about topic={'|'.join(TOPICS)}", OWN, "how to go about something"),
    Row("ask_how_it_works", "", ASKED | FACT, "what the coach is and does"),
)
WISHES = (
    Row("correct", "about what", OWN, "what the coach has is not right"),
    Row("undo", "", WISHED | NOT, "take back the last message"),
    Row("snooze", "until:moment when what", WISHED | NOT, "say it again later, or remind of what they name"),
    Row("mute", "about until", WISHED | NOT, "no reminders about this one"),
    Row("pause", "until", WISHED | NOT, "no reminders at all"),
    Row("resume", "", WISHED, "reminders again"),
    Row("forget", "about all confirmed", WISHED | NOT, "delete what is known"),
    Row("export", "", WISHED, "all that is known, as a file"),
    Row("language", "code!", WISHED, "speak another language"),
    Row("place", "city zone day until", COMING, "where the Person's clock stands, now or from a day on"),
    Row("quiet_hours", "from:clock until:clock", WISHED | NOT, "no messages between these hours"),
)
FEELINGS = (
    Row("worry", "", OWN, "fear, self-reproach, sadness, no sleep"),
    Row("danger", "", ANY, "self-harm"),
    Row("joy", "", OWN, "joy, relief"),
    Row("anger", "", OWN, "anger at them"),
    Row("thanks", "", OWN, "thanks to the coach"),
    Row("hello", "", ANY, "a greeting"),
    Row("bye", "", ANY, "a goodbye"),
    Row("yes", "asked", ANY, "yes"),
    Row("no", "asked", ANY, "no"),
    Row("skip", "asked", ANY, "no answer to that"),
    Row("insult", "", OWN, "at the coach"),
    Row("off_topic", "", OWN, "something that has nothing to do with it"),
    Row("unclear", "", ANY, "not to be understood"),
)
ROWS = (
    *(*INTERVIEWS, *HOW_IT_WENT, *WAITING, *CONTACTS),
    *(*STANDING, *REQUESTS, *WISHES, *FEELINGS),
)
