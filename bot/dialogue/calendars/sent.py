"""A calendar file that the Person sent: shown, followed where it is known already, planned with one tap.

Quiet: the file was fetched and read before; what comes here is what it says.
"""

from __future__ import annotations

from bot.calendars.events import Reading, Rejected
from bot.calendars.merging import identity
from bot.calendars.plan import SAYS_NOTHING
from bot.dialogue import adding
from bot.dialogue.calendars.following import follow
from bot.dialogue.calendars.showing import MOST_SHOWN, card, interview_of, propose
from bot.dialogue.talk import Talk
from storage.facts import Decision


def take(talk: Talk) -> None:
    """Answer a file."""
    match talk.incoming.calendar:
        case Rejected(reason=reason):
            talk.say(f"calendar.rejected.{reason}")
        case Reading(method=method) if method in SAYS_NOTHING:
            talk.say("calendar.only_an_answer")
        case Reading() as reading:
            _take(talk, reading)
        case _:
            talk.say("calendar.not_fetched")


def _take(talk: Talk, reading: Reading) -> None:
    followed = follow(talk, reading, feed=False)
    if followed.new:
        propose(talk, followed.new, followed.more)
    elif not followed.told:
        _nothing_new(talk, reading)


def _nothing_new(talk: Talk, reading: Reading) -> None:
    """It says what is known: that is shown again, and what was refused may be planned after all."""
    uids = {identity(one) for one in reading.occurrences if not one.cancelled}
    rows = [row for row in talk.known.appointments if row.uid in uids and not row.cancelled]
    planned = [interview for row in rows if (interview := interview_of(talk, row))]
    if planned:
        text = talk.words("calendar.known", card=card(talk, planned[0]))
        talk.tell(text, adding.card_buttons(talk, planned[0]))
    elif rows:
        again = [talk.change(row, decision=Decision.OPEN, interview_id=None) for row in rows]
        propose(talk, again[:MOST_SHOWN])
    elif reading.cancellations and not uids:
        talk.say("calendar.only_cancelled")
    else:
        talk.say("calendar.nothing_ahead")
