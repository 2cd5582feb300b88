"""Situations in which somebody has to write in English."""

from __future__ import annotations

from datetime import date, timedelta

from bot.coaching.drafts import Style
from storage.facts import (
    Answer,
    Channel,
    ContactKind,
    EventType,
    Mood,
    NoteKind,
    Stage,
)
from tests.drafts_situations import BY_FRIDAY, DETAIL, IDEA, POSITION, THANKED, TUESDAY, Situation, event, life, note

DASHBOARD = "the churn dashboard that nobody opens"
PANEL = life(
    "Anna Kim",
    "Ben Okafor",
    "Chloe Ross",
    "Dr. Weiss",
    notes=(
        note(10, DETAIL, "they pair every Friday", "Ben Okafor"),
        note(11, POSITION, "head of product", "Chloe Ross"),
        note(12, DETAIL, "she is rebuilding the data team from scratch", "Anna Kim"),
    ),
    mood=Mood.FINE,
    interest_said=Answer.YES,
    stage=Stage.PANEL,
)


def english() -> list[Situation]:
    return [
        Situation(
            title="Thanks, the same afternoon; it went well, the interest was said",
            name="thank_you",
            known=life("Priya Shah", told=(DASHBOARD,), mood=Mood.GREAT, interest_said=Answer.YES, hour=14),
        ),
        Situation(
            title="Thanks, the next morning; the interest was not said; references promised; they named a day",
            name="thank_you",
            days=1,
            hour=9,
            known=life(
                "Priya Shah",
                told=("she said they build every prototype twice",),
                promised="send them my references",
                mood=Mood.FINE,
                interest_said=Answer.NO,
                window_latest=BY_FRIDAY,
                window_answer=Answer.YES,
            ),
        ),
        Situation(
            title="Thanks after a rough talk, with the answer that was missing there",
            name="thank_you",
            known=life(
                "Tom Hale",
                mood=Mood.ROUGH,
                interest_said=Answer.YES,
                hour=10,
                notes=(
                    note(
                        10,
                        NoteKind.UNPREPARED,
                        "how I would find out why customers leave",
                        answer="I would call ten of them before I open a single chart",
                    ),
                ),
            ),
        ),
        Situation(
            title="Thanks; it did not come across, and nobody said when they answer",
            name="thank_you",
            days=2,
            hour=10,
            known=life(
                told=("how they onboard people",), interest_said=Answer.YES, interest_shown=2, window_answer=Answer.NO
            ),
        ),
        Situation(title="Thanks, hardly anything known", name="thank_you", known=life(job={"role": None}, name="")),
        *(
            Situation(title=f"A panel of four: to {who}", name="thank_you", known=PANEL, params={"to": who})
            for who in ("Anna Kim", "Ben Okafor", "Chloe Ross", "Dr. Weiss")
        ),
        Situation(
            title="Thanks through an agency, to its consultant by name",
            name="thank_you",
            known=life(
                "Helen Marsh",
                told=("they are moving to event sourcing",),
                mood=Mood.GREAT,
                interest_said=Answer.YES,
                job={"via_agency": True, "agency": "Hays"},
            ),
            params={"to": "Liam Doyle"},
        ),
        Situation(
            title="Thanks, formal and American: Ms Price in Chicago",
            name="thank_you",
            days=4,
            hour=16,
            known=life(
                "Ms Price",
                told=("their move to a four-day week",),
                mood=Mood.GREAT,
                interest_said=Answer.UNSURE,
                zone="America/Chicago",
                hour=20,
            ),
        ),
        Situation(
            title="Thanks, warmer",
            name="thank_you",
            style=Style.WARMER,
            known=life("Priya Shah", told=(DASHBOARD,), mood=Mood.GREAT, interest_said=Answer.NO),
        ),
        Situation(
            title="Thanks, less formal and shorter",
            name="thank_you",
            style=Style.SHORTER,
            known=life("Priya Shah", told=(DASHBOARD,), mood=Mood.GREAT, job={"letters": "loose"}),
        ),
        Situation(
            title="Thanks, by text",
            name="thank_you",
            known=life("Priya Shah", told=(DASHBOARD,), mood=Mood.GREAT, job={"preferred_channel": Channel.TEXT}),
            params={"channel": Channel.TEXT},
        ),
        Situation(
            title="Follow-up, once the named day has passed",
            name="follow_up",
            days=15,
            hour=10,
            known=life(
                "Priya Shah", told=(DASHBOARD,), sent=THANKED, interest_said=Answer.YES, window_latest=BY_FRIDAY
            ),
        ),
        Situation(
            title="Follow-up on the phone",
            name="follow_up",
            days=15,
            hour=10,
            known=life(
                "Priya Shah",
                told=(DASHBOARD,),
                sent=THANKED,
                window_latest=BY_FRIDAY,
                job={"preferred_channel": Channel.PHONE},
            ),
        ),
        Situation(
            title="Follow-up by text",
            name="follow_up",
            days=15,
            hour=10,
            known=life("Priya Shah", told=(DASHBOARD,), sent=THANKED, job={"preferred_channel": Channel.TEXT}),
        ),
        Situation(
            title="Follow-up through an agency, no thanks sent, with an idea",
            name="follow_up",
            days=12,
            hour=10,
            known=life("Helen Marsh", job={"via_agency": True}, notes=(note(10, IDEA, "talk to their support team"),)),
            params={"to": "Liam Doyle"},
        ),
        Situation(
            title="Second follow-up",
            name="second_follow_up",
            days=27,
            hour=10,
            known=life(
                "Priya Shah", told=(DASHBOARD, "they publish their mistakes"), sent=(*THANKED, ContactKind.FOLLOW_UP)
            ),
        ),
        Situation(
            title="An offer elsewhere, to be answered by a day",
            name="deadline",
            days=7,
            hour=10,
            known=life(
                "Priya Shah",
                told=(DASHBOARD,),
                sent=THANKED,
                happened=event(EventType.COMPETING_OFFER, deadline=date(2026, 12, 18)),
            ),
        ),
        Situation(
            title="After a no with a reason",
            name="rejection_thanks",
            days=9,
            hour=10,
            known=life(
                "Priya Shah",
                told=(DASHBOARD,),
                sent=THANKED,
                mood=Mood.GREAT,
                notes=(note(20, NoteKind.FEEDBACK, "they wanted someone with more SQL experience"),),
                happened=event(EventType.REJECTED, 8),
            ),
        ),
        Situation(
            title="After a no without a reason, through an agency",
            name="rejection_thanks",
            days=9,
            known=life("Helen Marsh", job={"via_agency": True}, happened=event(EventType.REJECTED, 8)),
        ),
        Situation(
            title="Goodbye",
            name="withdrawal",
            days=5,
            hour=10,
            known=life("Priya Shah", told=(DASHBOARD,), sent=THANKED, mood=Mood.FINE),
        ),
        Situation(
            title="The offer has come",
            name="offer_received",
            days=9,
            hour=10,
            known=life(
                "Priya Shah",
                told=(DASHBOARD,),
                sent=THANKED,
                happened=event(EventType.OFFER, 9, deadline=date(2026, 12, 18)),
            ),
        ),
        Situation(
            title="Yes to the offer",
            name="acceptance",
            days=10,
            hour=10,
            known=life("Priya Shah", told=(DASHBOARD,), sent=THANKED, happened=event(EventType.OFFER, 9)),
        ),
        Situation(
            title="What was promised, a day late",
            name="promised",
            days=4,
            hour=10,
            known=life("Priya Shah", promised="send them my references", sent=THANKED),
        ),
        Situation(
            title="Yes to a second talk",
            name="reply_invitation",
            days=3,
            hour=10,
            known=life("Priya Shah", told=(DASHBOARD,), sent=THANKED, happened=event(EventType.INVITATION)),
            params={"at": TUESDAY + timedelta(days=7, hours=15)},
        ),
    ]
