"""The table of nudges: every row, the most urgent first. Of several that are due, the first is said.

A new nudge is one row here, its function of the same name, and its words.
"""

from __future__ import annotations

from collections.abc import Mapping

from scheduler.nudges.afterwards import check_in, check_in_again, debrief_offer, thank_you, thank_you_again
from scheduler.nudges.answering import offer_deadline, paper, reply_owed, your_move
from scheduler.nudges.before import lessons, pocket_card
from scheduler.nudges.endings import feedback, keep_in_touch
from scheduler.nudges.look import Lapsing, Row
from scheduler.nudges.overview import RowOfAll
from scheduler.nudges.promised import promise, promise_eve, their_promise
from scheduler.nudges.together import any_word, applications, practice
from scheduler.nudges.wait import clean_end, follow_up, hold

TABLE: tuple[Row, ...] = (
    pocket_card,
    check_in,
    offer_deadline,
    reply_owed,
    your_move,
    promise,
    thank_you,
    thank_you_again,
    check_in_again,
    follow_up,
    paper,
    their_promise,
    promise_eve,
    lessons,
    debrief_offer,
    hold,
    clean_end,
    feedback,
    keep_in_touch,
)
"""Rows about one Opportunity."""
SPEAKS_OF: Mapping[Row, str] = {
    **dict.fromkeys((pocket_card, check_in, lessons, debrief_offer), "interviews"),
    **dict.fromkeys((offer_deadline, reply_owed, paper), "events"),
    **dict.fromkeys((promise, promise_eve, their_promise), "promises"),
    **dict.fromkeys((your_move, thank_you, follow_up, hold, clean_end), "last"),
    **dict.fromkeys((thank_you_again, check_in_again), "nudged"),
    feedback: "end",
    keep_in_touch: "opportunity",
}
"""What of a Look a row speaks of: it is not asked where there is none."""
ABOUT_ALL: tuple[RowOfAll, ...] = (applications, any_word, practice)
"""Rows about all that is being pursued; they come after the others."""
BY_THE_WEEK = frozenset({applications})
"""Those that say the same until near the first day of which they have spoken, unless a round is over."""
BY_THE_CLOCK = frozenset({thank_you_again, clean_end, keep_in_touch})
"""Rows that may say something else once the moment of what they say has come, although nothing has happened."""
BY_THE_QUESTION = frozenset({hold})
"""Rows that say something else when it is another day from which one may ask."""
BY_THE_VERDICT = BY_THE_CLOCK | {reply_owed, your_move, thank_you, follow_up}
"""Rows that say something else when the verdict is another one; the rest look at nothing but what has happened."""
BY_WHAT_WAS_SAID = BY_THE_CLOCK | {promise, check_in_again, offer_deadline, follow_up, hold}
"""Rows that say something else when a nudge about the same Opportunity has been said."""
LAPSING: Lapsing = BY_THE_VERDICT, BY_THE_QUESTION, BY_WHAT_WAS_SAID
AFTER_THE_END = frozenset({reply_owed, your_move, feedback, keep_in_touch})
"""Rows that still speak when an Opportunity has ended."""
WHEN_CLOSED = frozenset({feedback, keep_in_touch})
"""Rows that also speak of an Opportunity that has been let go."""
