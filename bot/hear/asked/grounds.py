"""On what a question stands: facts that are told only so that it can be asked, and are not kept."""

from __future__ import annotations

from collections.abc import Mapping

ALREADY_SENT = frozenset({"sent", "nothing_heard", "kept"})
THEIR_WORDS = frozenset({"heard", "channel", "window", "feedback", "asked_to_wait"})
OF_THE_TALK = frozenset({"note", "interview"})
GROUNDS: Mapping[str, frozenset[str]] = {
    "reposted": frozenset({"reposted", "reopened", "position_gone"}),
    "linkedin_viewed": frozenset({"profile_viewed", "heard"}),
    "references": frozenset({"reference_called", "heard"}),
    "references_silent": frozenset({"reference_called", "nothing_heard"}),
    "references_boss": frozenset({"reference_called", "heard", "promised"}),
    **dict.fromkeys(("signs_silence", "when_to_ask", "give_up", "follow_up_unanswered", "why_slow"), ALREADY_SENT),
    **dict.fromkeys(("second_thank_you", "same_thread", "test_task"), ALREADY_SENT | OF_THE_TALK),
    **dict.fromkeys(("signs_words", "signs_others", "signs_money", "signs_warm", "hint", "on_file"), THEIR_WORDS),
    **dict.fromkeys(("signs_short", "better_answer", "mistake_fact"), OF_THE_TALK | {"correct"}),
    **dict.fromkeys(("blew_it", "was_late"), OF_THE_TALK | {"correct", "worry"}),
    **dict.fromkeys(("too_often", "reapply"), frozenset({"worry"})),
    "signs_portal": THEIR_WORDS | OF_THE_TALK | {"invited", "window_moved", "felt"},
    "explain_blank": OF_THE_TALK | {"felt", "worry", "bye"},
    "task_part": frozenset({"note", "felt", "heard"}),
    "answer_to_answer": ALREADY_SENT | THEIR_WORDS,
    "typo_name": frozenset({"correct", "met", "wrong"}),
    "typo": ALREADY_SENT,
    "disclose": frozenset({"felt", "worry"}),
    "low_number": frozenset({"undo", "note"}),
    "missed_call": frozenset({"heard", "nothing_heard"}),
    "cannot_pick_up": frozenset({"heard"}),
    "counter_offer": frozenset({"offer", "other_offer"}),
    "trial_day": frozenset({"heard", "promised"}),
    "withdraw": frozenset({"withdrew", "wanted", "felt"}),
    "give_up": ALREADY_SENT | {"no_answer_given_up"},
    "keep_applying": frozenset({"applications"}),
    "around_agency": frozenset({"nothing_heard", "agency", "sent", "met"}),
    "other_contact": frozenset({"nothing_heard"}),
    "telling_others": frozenset({"feedback", "sent"}),
    "thanks_unanswered": ALREADY_SENT | THEIR_WORDS,
    "on_hold": frozenset({"nothing_heard"}),
    "no_reason": THEIR_WORDS,
    "internal_candidate": THEIR_WORDS,
    "payslip": frozenset({"heard", "promised"}),
    "deadline": frozenset({"window", "window_moved"}),
    "called_off": frozenset({"scheduling"}),
    **dict.fromkeys(("reach_me", "bounced", "slots_unanswered"), ALREADY_SENT | {"correct", "unsent"}),
    "reschedule": frozenset({"worry", "felt"}),
    **dict.fromkeys(("other_offer", "bluff"), frozenset({"wanted"})),
    "missed_it": OF_THE_TALK | {"felt", "worry", "correct"},
    "raised_doubt": THEIR_WORDS | OF_THE_TALK,
    **dict.fromkeys(("hard_question", "working_days"), frozenset({"rejected", "note", "promised"})),
    **dict.fromkeys(("own_look", "reviews", "red_flag", "scam"), THEIR_WORDS | {"profile_viewed", "note", "met"}),
    "hearsay": THEIR_WORDS | {"offer", "other_offer", "rejected", "reposted", "note", "met", "worry", "called_off"},
    "was_that_ok": frozenset({"felt", "worry", "correct"}),
    "promise_late": frozenset({"worry", "correct"}),
    "unpaid": frozenset({"felt", "worry"}),
    "yes_then_other": frozenset({"accepted", "offer", "other_offer", "worry"}),
}
"""Facts that a question of that topic only stands on."""
