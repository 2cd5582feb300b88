"""The rows of the room: a topic, the facts that decide its words, whether their day belongs to it, what helps now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.coaching.answers.case import Case, Stage
from bot.coaching.answers.fitting import fits
from bot.coaching.letters import draft_for

DUE = "due"
"""Whatever the contact policy would have the Person send now."""
ASKED = {Stage.OPEN: DUE, Stage.AGAIN: DUE, Stage.FRESH: DUE}
THANKS = {Stage.FRESH: DUE}
GOODBYE = "withdrawal"
AFTER_A_NO = {Stage.REFUSED: "rejection_thanks"}


@dataclass(frozen=True, slots=True)
class Row:
    """How a topic is answered."""

    topic: str
    variants: tuple[str, ...] = ()
    """Ways to answer beside the plain one, by what is known; the first that fits."""
    has_day: bool = False
    """Whether the answer hangs on the day from which they may be asked."""
    parks: bool = False
    """Whether the question can be written now, for its day."""
    drafts: Mapping[Stage, str] = field(default_factory=dict)
    """The draft that helps, by stage."""

    def draft_at(self, case: Case) -> str | None:
        """The draft that helps now."""
        name = self.drafts.get(case.stage)
        if (name == "deadline" and not fits(case, "due")) or (name == GOODBYE and not self._says_goodbye(case)):
            return None
        return draft_for(case.known, case.opportunity, case.verdict) if name == DUE else name

    def _says_goodbye(self, case: Case) -> bool:
        """Whether it is about leaving, or the Person has said yes elsewhere."""
        return "taken" not in self.variants or fits(case, "taken")


def _dated(topic: str, *variants: str, parks: bool = False) -> Row:
    """A row whose answer is their day, and the question or the thanks once they may go."""
    return Row(topic, variants, has_day=True, parks=parks, drafts=ASKED)


def _always(name: str) -> Mapping[Stage, str]:
    """A draft that helps as long as nothing is decided."""
    return dict.fromkeys((Stage.AHEAD, Stage.FRESH, Stage.WAIT, Stage.OPEN, Stage.AGAIN, Stage.SPENT), name)


OFFER = {Stage.OFFERED: "offer_received"}
OFFERS = frozenset(
    {
        "other",
        "time_asked",
        "deadline",
        "conditions",
        "yes_then_other",
        "negotiate",
        "low_number",
        "time_to_decide",
        "pulled",
        "counter_offer",
        "take_it",
        "disclose",
        "say_no",
        "contract_differs",
        "start_day",
        "which_offer",
        "check_flag",
    }
)
"""Topics in which the day counts by which the Person has to answer an offer."""
_ROWS = (
    _dated("when_to_ask", "today", "wait", "fresh_until", "fresh", "open", "again", "spent", "refused", parks=True),
    # Whether it is a sign
    _dated("signs", "rung", "wanted"),
    _dated("signs_silence", "today", "open", "again", "spent"),
    *map(_dated, ("signs_words", "signs_others", "signs_portal", "signs_short", "signs_money")),
    *map(_dated, ("signs_warm", "their_channel", "why_slow", "linkedin_viewed", "answer_to_answer")),
    Row("hint", ("refused",), has_day=True, drafts=THANKS),
    Row("references_silent", has_day=True),
    _dated("reposted", "refused"),
    # How to get through
    _dated("waiting"),
    _dated("chances", "fresh", "wait", "offered"),
    Row("afterwards"),
    Row("blew_it", ("fresh",), has_day=True, drafts=THANKS),
    Row("explain_blank", ("wait",), drafts=THANKS),
    Row("telling_others"),
    Row("keep_applying", ("taken",), drafts={Stage.AHEAD: GOODBYE}),
    # The thank-you
    Row("thank_you_needed", ("late", "thanked"), drafts=THANKS),
    Row("thank_you_form", ("late", "thanked", "dated"), drafts=THANKS),
    Row("salary_in_note", drafts=THANKS),
    Row("second_thank_you", ("more", "thanked"), drafts=THANKS),
    Row("several_interviewers", ("one_address",), drafts=THANKS),
    Row("no_address", ("agency", "one_address"), drafts=THANKS),
    Row("late_thank_you", drafts=THANKS),
    Row("typo_name"),
    Row("typo"),
    Row("mistake", drafts=THANKS),
    Row("mistake_fact", ("fresh",), drafts=THANKS),
    Row("better_answer", ("fresh", "wait"), has_day=True, drafts=THANKS),
    Row("weekend", ("wait",), drafts=ASKED),
    # Which way, and to whom
    _dated("call_or_mail", "wait", "open", parks=True),
    _dated("text_message", parks=True),
    _dated("gift", "fresh"),
    _dated("same_thread", parks=True),
    _dated("recruiter_or_manager"),
    _dated("around_agency", "fresh"),
    _dated("other_contact", "agency"),
    _dated("friend_inside"),
    Row("linkedin", ("refused",), drafts={**_always("linkedin"), Stage.REFUSED: "linkedin"}),
    _dated("wording", parks=True),
    # Asked already
    _dated("too_often"),
    _dated("give_up", "ahead", "wait", "open", "again", "spent"),
    _dated("follow_up_unanswered", "again", "wait"),
    _dated("test_task", "open", "again"),
    Row("task_part"),
    Row("which_day", ("dated",)),
    Row("extra_samples", has_day=True),
    # They want something
    Row("references", ("rung", "answered", "dated"), drafts=dict.fromkeys((Stage.WAIT, Stage.OPEN), "document_sent")),
    Row("references_boss", ("offered",)),
    Row("invitation", drafts={Stage.WAIT: "reply_invitation"}),
    Row("trial_day", drafts={Stage.WAIT: "reply_invitation"}),
    Row("missed_call", drafts=dict.fromkeys((Stage.WAIT, Stage.OPEN, Stage.AGAIN), "late_call")),
    Row("cannot_pick_up"),
    Row("no_show", drafts=dict.fromkeys((Stage.AHEAD, Stage.WAIT), "late_call")),
    # Offers
    Row("other_offer", ("signed", "due", "undated"), drafts=_always("deadline")),
    Row("bluff", ("due",), has_day=True, drafts=_always("deadline")),
    Row("negotiate", ("wait", "offered"), drafts=OFFER),
    Row("low_number", ("offered",), has_day=True, drafts=OFFER),
    Row("time_to_decide", drafts={Stage.OFFERED: "more_time"}),
    Row("pulled", drafts=OFFER),
    Row("counter_offer", ("signed",), drafts={Stage.OFFERED: "more_time"}),
    Row("take_it", ("just_offered",), drafts={Stage.OFFERED: "more_time"}),
    Row("spoken_offer", drafts={Stage.OFFERED: "spoken_offer"}),
    Row("papers_late", drafts={Stage.OFFERED: "spoken_offer"}),
    Row("withdraw", drafts=_always("withdrawal")),
    # After a no
    Row("feedback", drafts=AFTER_A_NO),
    Row("answer_a_no", drafts=AFTER_A_NO),
    Row("on_file", drafts=AFTER_A_NO),
    Row("second_choice", drafts=AFTER_A_NO),
    Row("reapply"),
    Row("winner", drafts=AFTER_A_NO),
    _dated("on_hold"),
    _dated("odds"),
    Row("time_asked"),
    Row("yes_then_other", ("signed",), drafts={Stage.OFFERED: "more_time"}),
    Row("conditions", ("offered",), drafts=OFFER),
    _dated("background_check"),
    Row("thanks_unanswered", has_day=True),
    Row("no_reason", drafts=AFTER_A_NO),
    _dated("contact_away"),
    Row("appeal", drafts=AFTER_A_NO),
    *map(Row, ("salary_asked", "others_asked", "tell_boss", "complain", "internal_candidate")),
    Row("send_article", ("fresh",), has_day=True, drafts=THANKS),
    # What is theirs to know, to pay, to ask
    *map(Row, ("disclose", "improper_question")),
    Row("expenses", ("over",)),
    Row("reschedule", ("soon",)),
    *map(Row, ("unpaid", "unpaid_over")),
    # Of one's own doing, and of other people's words
    Row("say_no", ("offered",), drafts={**_always("withdrawal"), Stage.OFFERED: "decline"}),
    Row("promise_late"),
    *map(_dated, ("hearsay", "was_that_ok")),
    # What is not of the time after a talk
    Row("prepare", ("further",)),
    *map(Row, ("ask_them", "clothes", "legal")),
    Row(
        "other",
        ("wait", "fresh", "open", "again", "spent", "offered", "refused"),
        has_day=True,
        drafts={**ASKED, **AFTER_A_NO, **OFFER},
    ),
    Row("no_name", drafts=THANKS),
    Row("deadline", drafts={Stage.OFFERED: "more_time"}),
    Row("name_other", drafts=_always("deadline")),
    Row("was_late", ("ahead", "fresh"), drafts=THANKS),
    Row("payslip"),
    Row("called_off", drafts=dict.fromkeys((Stage.WAIT, Stage.OPEN), "reply_invitation")),
    Row("thank_when", ("thanked",), drafts=THANKS),
    # How they reach each other, what was said there, papers, and who else is to know
    *map(Row, ("reach_me", "own_look", "slots_unanswered", "missed_it", "scam", "two_jobs", "resign", "boss_knows")),
    *map(Row, ("age", "red_flag", "hard_question", "first_name", "reference_letter", "contract_differs")),
    *map(Row, ("papers_form", "wrong_file")),
    *(Row(topic, drafts=THANKS) for topic in ("bounced", "thank_others", "which_language")),
    *(Row(topic, ("set",)) for topic in ("moved_again", "confirm", "reviews")),
    *map(_dated, ("other_talks", "high_number")),
    Row("raised_doubt", ("fresh", "wait"), has_day=True, drafts=THANKS),
    Row("stay_in_touch", ("refused",), drafts=AFTER_A_NO),
    Row("working_days", ("dated",)),
    Row("no_reply", ("refused",), drafts={**AFTER_A_NO, **THANKS}),
    # What goes wrong, and what is to be chosen, on the way to a contract
    *map(Row, ("start_day", "found_out", "link_expired", "check_flag", "less_pay", "not_for_me")),
    Row("which_offer", drafts={Stage.OFFERED: "more_time"}),
    Row("manner", ("set",)),
)
ROWS: Mapping[str, Row] = {row.topic: row for row in _ROWS}
"""The rows by their topic."""
