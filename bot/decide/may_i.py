"""May I write to them? What the contact policy answers, in plain words: yes or not yet, from when, and which way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from bot.coaching.elsewhere import deadline_elsewhere, is_told_of_elsewhere
from bot.coaching.letters import draft_for
from bot.coaching.standing import standing
from bot.coaching.styles import letters_with
from bot.coaching.verdicts import may_ask_now, may_park, question_opens, sentences, verdict_on
from bot.decide.beside import says
from bot.decide.buttons import show_press, tell_press, why_presses
from bot.decide.meant import is_asked, meant
from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Lines, Press, Presses, Text, Value, lines, text
from scheduler.policy import Answer, Intent, IntentKind, Kind, Verdict
from storage.facts import Channel, Direction, EventType, Opportunity

RULE = re.compile(r"R([1-9]|[1-3]\d|4[0-4])")
STEPS = 5
"""An odd number of steps, because the message after an answer is two further on."""
FRESH = timedelta(days=4)
"""So long an invitation waits for a yes."""
DIRECTLY = "directly"
INTENTS = {
    "thank_you": Intent(kind=IntentKind.THANK_YOU),
    "follow_up": Intent(),
    "call": Intent(channel=Channel.PHONE),
    "linkedin": Intent(kind=IntentKind.LINKEDIN),
    "other": Intent(kind=IntentKind.OTHER),
}
"""What the Person wants to send; without a word about it, a question how things stand."""
WAYS = {**INTENTS, DIRECTLY: Intent(to="employer")}
"""The same, and to the employer where an agency stands between."""
ANSWERS_ITSELF = frozenset(
    (
        *("verdict.go.linkedin", "verdict.go.linkedin_after_no", "verdict.go.logistics", "verdict.hold.linkedin"),
        *("verdict.hold.past_the_agency", "verdict.reply_now.rejected", "verdict.hold.accepted"),
    )
)
"""Reasons that begin with their own yes or no."""
WITHIN = 2
"""Words among which a question that wants more than a yes or a no begins."""
DRAFT = "draft"
"""A status question was to be drafted, not only asked about."""
KEEP_LOOKING, BY_MAIL = "verdict.keep_looking", "verdict.channel.email"
BY_PHONE = "verdict.channel.phone"
OF_THE_WISH = (
    "verdict.also.one_note",
    "verdict.also.late_note",
    "verdict.also.hidden_question",
    "verdict.also.no_bluff",
)
"""What is said of the wish itself, before how things stand."""
OUTSIDE_OFFICE_HOURS = "R36"
"""The rule of what may go already, only not at this hour."""
AHEAD = "verdict.hold.interview_ahead"
"""The next talk comes first; there is nothing to write yet."""


def ask_may_write(ledger: Ledger, act: Act) -> None:
    """The verdict for the one that is meant; for nobody in particular, how it is done."""
    opportunity, kind = meant(ledger, act), str(act.get("kind") or "")
    if opportunity is not None and _is_drafted(ledger, kind):
        return
    if opportunity is not None and _is_call_or_mail(ledger):
        if "ask_may_write" in ledger.done:
            return  # both ways were asked about, and one answer chooses
        kind, opportunity = "call", ledger.change(opportunity, letters=letters_with(opportunity.letters, "e-mail"))
    if opportunity is not None:
        if opportunity.via_agency and _says(act, "past_agency"):
            tell_verdict(ledger, opportunity, DIRECTLY)
        elif is_said(words_of(fold(ledger.incoming.text)), "practical_paper"):
            ledger.answer("may_i.practical")
        elif not kind and _waits_for_a_yes(ledger, opportunity):
            presses = ((show_press(ledger.known, opportunity, "reply_invitation"),),)
            ledger.answer("may_i.confirm", presses, employer=opportunity.employer)
        elif not _has_a_reason(ledger, opportunity, kind):
            tell_verdict(ledger, opportunity, kind)
    elif not is_asked(ledger, act):
        ledger.answer(f"may_i.nobody.{kind or 'follow_up'}")


def _is_drafted(ledger: Ledger, kind: str) -> bool:
    """Whether the message asks for the text as well: with it stands whether it may go."""
    kinds = {str(act.get("kind") or "") for act in ledger.acts if act.name == "ask_draft"}
    return bool(kinds & {kind, "other"})


def _is_call_or_mail(ledger: Ledger) -> bool:
    """Whether the Person asks which of the two it should be: a mail, for it can wait until they have an answer."""
    asked = {str(act.get("kind") or "") for act in ledger.acts if act.name == "ask_may_write"}
    words = words_of(fold(ledger.incoming.text))
    return "call" in asked and is_said(words, "one_or_other") and is_said(words, "by_email")


def _says(act: Act, key: str) -> bool:
    return is_said(words_of(fold(act.span)), key)


def _waits_for_a_yes(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether they have invited the Person lately, and nothing was sent since."""
    ours = (c.at for c in ledger.known.contacts if c.opportunity_id == opportunity.id and c.direction is Direction.OUT)
    last = max(ours, default=None)
    news = ledger.events_of(opportunity)
    is_fresh = bool(news) and news[-1].type is EventType.INVITATION and ledger.now - news[-1].at <= FRESH
    return is_fresh and (last is None or last < news[-1].at) and ledger.next_ahead(opportunity) is not None


def _has_a_reason(ledger: Ledger, opportunity: Opportunity, kind: str) -> bool:
    """A real offer elsewhere, with a day, is the one good reason to write inside their time (R10)."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    deadline = deadline_elsewhere(ledger.known, opportunity, ledger.today)
    told = is_told_of_elsewhere(ledger.known, opportunity)
    waits = verdict.verdict in (Answer.HOLD, Answer.ONLY_THANK_YOU)
    if deadline is None or told or not waits or kind in ("thank_you", "linkedin"):
        return False
    presses = ((tell_press(ledger.known, opportunity),),)
    ledger.answer("may_i.offer_elsewhere", presses, employer=opportunity.employer, day=deadline)
    return True


def tell_verdict(ledger: Ledger, opportunity: Opportunity, kind: str = "", *more: Value, presses: Presses = ()) -> None:
    """Say what the policy answers to a wish of that kind; `more` follows it, `presses` stand in place of its own."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now, WAYS.get(kind))
    said = answer(ledger, opportunity, verdict, kind)
    if kind == "call" and verdict.verdict is Answer.ONLY_THANK_YOU:
        said = lines([text("may_i.no_call"), said], " ")
    title = [text("title.plain", employer=opportunity.employer)] if len(ledger.known.opportunities) > 1 else []
    ledger.tell(lines([lines([*title, said]), *more], "\n\n"), presses or _presses(ledger, opportunity, verdict, kind))


def answer(ledger: Ledger, opportunity: Opportunity, verdict: Verdict, kind: str = "") -> Lines:
    """Yes or not yet; which way; why, and from when. `kind` DRAFT: the text itself was asked for."""
    wish = next((key for key in verdict.also if key in OF_THE_WISH), None)
    if wish is not None:
        where = standing(ledger.known, opportunity, ledger.now)
        return lines([text("may_i.better_not"), Text(wish, verdict.params), where], " ")
    chosen = _is_call_or_mail(ledger) and verdict.kind is Kind.FOLLOW_UP
    is_better = kind == "call" and (chosen or _better_by_mail(opportunity, verdict))
    by_mail = [text("may_i.not_by_phone")] if is_better else []
    waits = verdict.verdict is Answer.HOLD and may_park(verdict)
    opens = question_opens(ledger.known, opportunity, ledger.now) if _asks_before_thanks(verdict, kind) else None
    dropped = {KEEP_LOOKING} if waits or opens else {BY_MAIL, BY_PHONE} if by_mail else set()
    why = sentences(replace(verdict, also=tuple(key for key in verdict.also if key not in dropped)))
    word = list(_first_word(verdict, kind)) if _asks_yes_or_no(ledger) else []
    if any(act.name == "ask_may_write" and _says(act, "only_too_late") for act in ledger.acts):
        word = [text("may_i.not_too_late")] if word == [text("may_i.yes")] else []
    if waits:
        return lines([*word, why, *(by_mail or [_step(ledger)])], " ")
    later = [text("verdict.also.question_opens", opens=opens)] if opens else []
    return lines([*word, *by_mail, why, *later], " ")


def _asks_yes_or_no(ledger: Ledger) -> bool:
    """Whether a yes or a no is an answer: not to "what should I write", "wie frage ich nach"."""
    asked = [words_of(fold(act.span)) for act in ledger.acts if act.name == "ask_may_write"]
    chosen = is_said(words_of(fold(ledger.incoming.text)), "one_or_other")
    return not (chosen or any(is_said(words[:WITHIN], "w_word") for words in asked))


def _asks_before_thanks(verdict: Verdict, kind: str) -> bool:
    """Whether a question was wished for while the thank-you itself is still to come."""
    return verdict.verdict is Answer.HOLD and verdict.kind is Kind.THANK_YOU and kind != "thank_you"


def _step(ledger: Ledger) -> Text:
    """Something useful to do instead: another one each time somebody asks."""
    return text(f"step.{(ledger.incoming.message_id or 0) % STEPS + 1}")


def _first_word(verdict: Verdict, kind: str) -> Iterator[Text]:
    """People ask for a yes or a no, so that comes first."""
    if verdict.reason in ANSWERS_ITSELF:
        return
    match verdict.verdict:
        case Answer.GO | Answer.REPLY_NOW:
            yield text("may_i.yes")
        case Answer.ONLY_THANK_YOU if kind in ("", "thank_you"):
            yield text("may_i.yes")
        case Answer.ONLY_THANK_YOU if verdict.not_before is not None:
            yield text("may_i.not_yet_asking")
        case Answer.HOLD if _asks_before_thanks(verdict, kind):
            yield text("may_i.not_yet_asking")
        case Answer.HOLD if verdict.rule == OUTSIDE_OFFICE_HOURS:
            yield text("may_i.in_hours")
        case Answer.HOLD if verdict.not_before is not None:
            yield text("may_i.not_yet")
        case Answer.HOLD | Answer.MOVE_ON:
            yield text("may_i.better_not")


def _better_by_mail(opportunity: Opportunity, verdict: Verdict) -> bool:
    """Whether a call is not their way: a question is sent the way they use, else by mail (R35)."""
    asks = verdict.kind is Kind.FOLLOW_UP and (may_ask_now(verdict) or verdict.not_before is not None)
    return asks and opportunity.preferred_channel in (None, Channel.EMAIL)


def _presses(ledger: Ledger, opportunity: Opportunity, verdict: Verdict, kind: str) -> Presses:
    """What can be done about it at once: a draft, or a text that waits; and the rule behind it."""
    why = why_presses(ledger.known, opportunity, verdict)
    note_waits = verdict.kind is Kind.THANK_YOU and verdict.reason != AHEAD
    may_go = verdict.verdict not in (Answer.HOLD, Answer.MOVE_ON) or note_waits
    name = draft_for(ledger.known, opportunity, verdict) if may_go else None
    if name is not None:
        more = ((show_press(ledger.known, opportunity, "more_time"),),) if name == "offer_received" else ()
        return ((show_press(ledger.known, opportunity, name), *why), *more)
    if may_park(verdict) and verdict.verdict is Answer.HOLD and kind not in ("thank_you", "linkedin"):
        return ((*why, Press("park", opportunity.id)),)
    return (why,)


def why(ledger: Ledger, act: Act) -> None:
    """The rule behind a verdict, with its source: that of the button, else that of the verdict now. Beside a question
    of the same message it is part of that one."""
    if act.by is not By.BUTTON and says(ledger, "ask_may_write"):
        return None
    opportunity = meant(ledger, act)
    rule = str(act.get("rule") or "")
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("may_i.nobody.follow_up")
    if act.has("rule") and not RULE.fullmatch(rule):
        raise Stale
    return ledger.answer(f"rule.{rule or verdict_on(ledger.known, opportunity, ledger.now).rule}")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"ask_may_write": ask_may_write, "why": why}
