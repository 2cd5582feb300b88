"""Drafts on request, in three styles, to whom the Person names. Whether one may go is asked of the contact policy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.coaching.drafts import Style
from bot.coaching.drafts.told import is_of_the_letter
from bot.coaching.letters import QUESTIONS as STATUS_QUESTIONS
from bot.coaching.letters import reply_to
from bot.coaching.standing import standing
from bot.coaching.styles import letters_with, speaks_of_letters, style_of
from bot.coaching.verdicts import may_ask_now, verdict_on
from bot.decide import touch
from bot.decide.buttons import draft_presses, own_press, why_press
from bot.decide.may_i import DRAFT, INTENTS, tell_verdict
from bot.decide.meant import fresh, is_asked, meant
from bot.decide.named_draft import has_deadline, know_of_offer, named
from bot.decide.question import pose
from bot.decide.shown import brought, can_be_made, draft_text, extras_shown, remember_shown, restyle, show, show_worded
from bot.hear.act import Act, By
from bot.learn.exchanged import is_thanked
from bot.learn.ledger import Ledger
from bot.learn.people import as_kept
from bot.learn.reported import shown_last
from bot.learn.which import wait_for_name
from bot.words.named import text
from scheduler import nudges
from scheduler.policy import Answer, Kind, Verdict
from storage.facts import EventType, Opportunity

ASKS_FIRST = ("thank_you", "linkedin")
"""Drafts that the contact policy may hold back, besides a status question."""


def ask_draft(ledger: Ledger, act: Act) -> None:
    """A text to send: the one that is named, else the one that the contact policy would have go next."""
    opportunity = meant(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else wait_for_name(ledger, act)
    wanted = style_of(str(act.get("style") or "")) or Style.PLAIN
    opportunity = lettered(ledger, _let_down(ledger, opportunity, act), f"{act.span} {act.get('style') or ''}")
    return offer_to_show(ledger, opportunity, named(ledger, opportunity, act), wanted, **_extras(ledger, act))


def lettered(ledger: Ledger, opportunity: Opportunity, words: str) -> Opportunity:
    """The employer, with what the words say of how letters to it are written: "auf Englisch", "per du"."""
    letters = letters_with(opportunity.letters, words)
    return opportunity if letters == opportunity.letters else ledger.change(opportunity, letters=letters)


def _let_down(ledger: Ledger, opportunity: Opportunity, act: Act) -> Opportunity:
    """Whoever has taken a job and wants to decline means the other one that still waits."""
    taken = any(event.type is EventType.ACCEPTED for event in ledger.events_of(opportunity))
    if not taken or act.get("kind") not in ("decline", "withdrawal"):
        return opportunity
    others = [o for o in ledger.open_opportunities if o.id != opportunity.id and not nudges.has_ended(ledger.known, o)]
    return others[0] if len(others) == 1 else opportunity


def _extras(ledger: Ledger, act: Act) -> dict[str, Any]:
    """Who reads it, what it should speak of, and until when more time is asked for."""
    said = {key: str(act.get(key)) for key in ("to", "mention") if act.get(key)}
    if "to" in said:
        met = tuple(name for talk in ledger.known.interviews for name in talk.interviewers)
        said["to"] = as_kept(said["to"], met)
    if is_of_the_letter(said.get("mention", ""), ledger.person.language):
        del said["mention"]  # the letter itself says it: "saying I have another offer"
    if act.has("kind") and (shown_last(ledger) or ("", ""))[1] == act.get("kind"):
        said = {**extras_shown(ledger), **said}
    return {**said, "until": act.get("until")} if act.get("kind") == "more_time" and act.has("until") else said


def show_draft(ledger: Ledger, act: Act) -> None:
    """A draft by its name; with a style, in the place of the one whose button was pressed."""
    name, style = str(act.get("draft") or ""), act.get("style")
    opportunity = meant(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else wait_for_name(ledger, act)
    if "=" in act.verb or act.verb == "show.rejection":
        fresh(ledger, act, opportunity)
    if act.get("text"):
        return tell_news(ledger, opportunity, str(act.get("text")))
    if act.by is By.CHOSEN:
        return show(ledger, opportunity, name)  # it was shown, and comes back with what was told for it
    if style and act.by is By.BUTTON:
        return restyle(ledger, opportunity, name, Style(str(style)))
    said = extras_shown(ledger) if shown_last(ledger) == (opportunity, name) else {}
    return offer_to_show(ledger, opportunity, name, Style(str(style or Style.PLAIN)), **said)


def offer_to_show(
    ledger: Ledger, opportunity: Opportunity, name: str, style: Style = Style.PLAIN, **extras: Any
) -> None:
    """Show a draft, unless the contact policy holds it back: then the reason, and a way to keep the words."""
    if name in STATUS_QUESTIONS:
        _show_question(ledger, opportunity, style, extras)
    elif name in ASKS_FIRST:
        _show_if_allowed(ledger, opportunity, name, style, extras)
    elif name == "deadline" and not has_deadline(ledger, opportunity) and not know_of_offer(ledger, opportunity):
        ledger.answer("draft_needs.deadline", employer=opportunity.employer)
    elif name == "keep_in_touch":
        pose(ledger, touch.TOUCH_NEWS, opportunity.id)
    elif name == "promised" and not nudges.owed(ledger.known, opportunity):
        show(ledger, opportunity, "document_sent", style, extras)
    else:
        show(ledger, opportunity, name, style, extras)


def _show_question(ledger: Ledger, opportunity: Opportunity, style: Style, extras: dict[str, Any]) -> None:
    verdict = verdict_on(ledger.known, opportunity, ledger.now, INTENTS["follow_up"])
    name = STATUS_QUESTIONS[min(verdict.count[0], 1)]
    if may_ask_now(verdict):
        show(ledger, opportunity, name, style, extras)
    elif verdict.verdict is Answer.HOLD and (day := verdict.asks_from) is not None:
        ledger.tell(text("draft_note.today") if day <= ledger.today else text("draft_note.on_its_day", day=day))
        show(ledger, opportunity, name, style, extras, why_press(opportunity, verdict))
    elif verdict.kind is Kind.REPLY and extras.get("to"):
        ledger.tell(standing(ledger.known, opportunity, ledger.now))
        show(ledger, opportunity, name, style, extras)
    else:
        tell_verdict(ledger, opportunity, DRAFT)


def _show_if_allowed(ledger: Ledger, opportunity: Opportunity, name: str, style: Style, extras: dict[str, Any]) -> None:
    """A thank-you that is to go a little later may be written now."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now, INTENTS[name])
    if name == "thank_you" and _something_is_first(ledger, opportunity, verdict):
        ledger.tell(standing(ledger.known, opportunity, ledger.now))
        return show(ledger, opportunity, name, style, extras)
    if verdict.kind != name or verdict.verdict is Answer.MOVE_ON:
        return tell_verdict(ledger, opportunity, name)
    if verdict.verdict is Answer.HOLD:
        said = draft_text(ledger, opportunity, name, style, extras)
        remember_shown(ledger, opportunity, name, extras, style)
        return tell_verdict(
            ledger, opportunity, name, said, presses=draft_presses(ledger.known, opportunity, name, style)
        )
    return show(ledger, opportunity, name, style, extras)


def _something_is_first(ledger: Ledger, opportunity: Opportunity, verdict: Verdict) -> bool:
    """Whether only something else is due before it: a promise, what they asked for, the call to the agency. Thanks may
    go all the same."""
    over = ledger.last_over(opportunity)
    is_owed = over is not None and not is_thanked(ledger, opportunity, over)
    is_asked_for = verdict.kind is Kind.REPLY and reply_to(ledger.known, opportunity) == "document_sent"
    return is_owed and (is_asked_for or verdict.kind in (Kind.PROMISE, Kind.DEBRIEF))


def change_draft(ledger: Ledger, act: Act) -> None:
    """The draft that was shown last, in another style; what no style can do is the Person's to write."""
    found, style = shown_last(ledger) or _brought_of_late(ledger), _wanted(act)
    if found is None:
        return ask_draft(ledger, replace(act.with_slots(style=style or ""), name="ask_draft"))
    opportunity, name = found
    words = str(act.get("how") or act.span)
    opportunity = lettered(ledger, opportunity, words)
    extras = extras_shown(ledger) if shown_last(ledger) else {}
    extras |= {key: str(act.get(key)) for key in ("to", "mention") if act.get(key)}
    if style is None and (act.has("to", "mention") or speaks_of_letters(words)):
        style = Style.PLAIN
    can_be_ours = can_be_made(ledger, opportunity, name)
    if can_be_ours and style is None and show_worded(ledger, opportunity, name, Style.PLAIN, extras):
        return None
    if style is None or not can_be_ours:
        return ledger.answer("draft_note.change_yourself", ((own_press(ledger.known, opportunity, name),),))
    return show(ledger, opportunity, name, style, extras)


def _brought_of_late(ledger: Ledger) -> tuple[Opportunity, str] | None:
    """What a nudge brought, unless another one has been spoken of since."""
    found, topic = brought(ledger), ledger.person.topic
    return found if found is not None and topic in (None, found[0].id) else None


def _wanted(act: Act) -> Style | None:
    if act.get("shorter"):
        return Style.SHORTER
    return Style.WARMER if act.has("warmer", "less_formal") else style_of(str(act.get("how") or ""))


# A sign of life needs something to say (R6)


def tell_news(ledger: Ledger, opportunity: Opportunity, news: str) -> None:
    """A friendly line with what is new."""
    try:
        said = draft_text(ledger, opportunity, "keep_in_touch", Style.PLAIN, {"what": news})
    except ValueError:
        return pose(ledger, touch.TOUCH_NEWS, opportunity.id)
    remember_shown(ledger, opportunity, "keep_in_touch")
    return ledger.tell(said, draft_presses(ledger.known, opportunity, "keep_in_touch"))


QUESTIONS = touch.QUESTIONS
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "ask_draft": ask_draft,
    "show_draft": show_draft,
    "change_draft": change_draft,
    "touch_rest": touch.touch_rest,
}
