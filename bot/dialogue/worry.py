"""Worry about the employer: do they laugh, why don't they call, any news?

What is known is told, the day if there is one, and one useful step. Asked three times a day, the third answer is as
calm as the first (advice 44, 54, 55).
"""

from __future__ import annotations

from functools import partial

from bot.coaching.showing import show_button
from bot.dialogue import contact
from bot.dialogue.happening_undo import opens_on
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import named_in
from bot.turn import Rows
from scheduler import policy
from storage.facts import Opportunity


def _calm(key: str, talk: Talk, text: str) -> bool:
    """What is known, the day if there is one, and a step that is useful today."""
    opportunity = _clear(talk, text)
    lines, buttons = (
        [talk.words(key, employer=opportunity.employer if opportunity else "")],
        _where(talk, opportunity)[1],
    )
    day = _where(talk, opportunity)[0]
    lines.extend(talk.words(name, **params) for name, params in day)
    if not buttons:
        lines.append(contact.useful_step(talk))
    talk.tell(talk.join(lines, "\n\n"), buttons)
    return True


def _clear(talk: Talk, text: str) -> Opportunity | None:
    """The one that is meant, when that is clear; nobody who worries is asked which one."""
    candidates = named_in(talk, text) or list(talk.open_opportunities)
    return candidates[0] if len(candidates) == 1 else None


def _where(talk: Talk, opportunity: Opportunity | None) -> tuple[list[tuple[str, dict[str, str]]], Rows]:
    """From when they may be asked; when that is now, the draft is one tap away."""
    if opportunity is None:
        return [], ()
    opens = opens_on(talk, opportunity)
    verdict = policy.judge(policy.case_of(talk.known, opportunity), talk.now)
    if verdict.verdict is policy.Answer.GO and verdict.kind is policy.Kind.FOLLOW_UP:
        return [("worry.now", {"employer": opportunity.employer})], ((show_button(talk, opportunity, "follow_up"),),)
    if opens is None or opens <= talk.here.date():
        return [], ()
    return [("worry.until", {"employer": opportunity.employer, "opens": talk.day(opens)})], ()


_THEY = r"(they|he|she|everyone|everybody|people|the (\w+ )?(team|panel|interviewers?|recruiter|manager|company)|hr)"
SO = r"^\W*((so|and|but|hey|hi|hello|ok|well|oh)\b[ ,]*)*"
STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "worry",
        sounds(
            rf"\b{_THEY}\b.*\b(laugh\w*|mock\w*|ma(k|d)e? fun|making fun|ridicul\w*|gossip\w*|judg(e|ed|ing) me"
            r"|hated? (me|my)|think(s|ing)? (that )?(i'?m|i am|i was|badly|less) ?(so |an? |too |just )*(stupid"
            r"|idiot|dumb|fool"
            r"|ridiculous|incompetent|bad|badly|desperate|nervous|of me)?)\b"
            r"|\b(did|was|were|do|have) (i |my (\w+ ){1,3})(just |really )?(\w+ )?(sound|look|seem|come across"
            r"|talk too|say too|stupid"
            r"|silly|ridiculous|too (long|short|much|loud|quiet|nervous|honest)|embarrass\w*)\b.*\?"
        ),
        partial(_calm, "small.worry"),
        needs_opportunity=False,
    ),
    Statement(
        "worry",
        sounds(
            rf"{SO}why (do|does|did|have|has|are|is|would|don'?t|doesn'?t|didn'?t|haven'?t|hasn'?t|aren'?t|isn'?t"
            rf"|won'?t) "
            rf"({_THEY}|(?!(i|you|we)\b)\w+|the (answer|decision|reply))\b.*"
            r"\b(call\w*|writ\w*|answer\w*|repl\w*|respond\w*|take|taking|silent|quiet|heard|said|say|back|long"
            r"|contact\w*|tell)\b"
            r"|\bwhat (does|do) (the|their|this|all this|that) (silence|quiet|waiting|delay) mean\b"
            r"|\b(does|do|is) (the |their |this |no )?(silence|no news|news|quiet)( \w+)? (mean\w*|a (bad|good) sign"
            r"|good|bad)\b.*\?"
            rf"|\b(have|did|has) {_THEY} (forg[eo]t\w*|lost) (about )?(me|my)\b|\bare {_THEY} (ghosting|ignoring) me\b"
            rf"|\bare {_THEY} (still )?(seeing|meeting|interviewing|talking to) (\w+ )?(others?|people"
            rf"|candidates)\b.*\?"
            rf"|\b{_THEY} (still )?(haven'?t|have not|hasn'?t|didn'?t|did not) (even )?(called|written|call|write"
            rf"|answered|replied"
            r"|responded)( me)?( back)?( yet)?\W*$|\bhow (much )?long(er)? (do|will|must|should|does) (i|they|it"
            r"|this)\b.*\?"
            r"|\bwhen (will|do|are) (they|he|she)\b.*\b(call|write|answer|decide|reply|get back|respond)\b.*\?"
        ),
        partial(_calm, "worry.silence"),
        needs_opportunity=False,
    ),
    Statement(
        "worry",
        sounds(
            rf"{SO}(is there |got |are there |do you have |have you got |have you heard )?(any|some"
            rf"|anything)\b ?(news|updates?|word"
            r"|answer|reply|new)?( yet| today| now| from (them|\w+)| about \w+)*\W*\?+\s*$|^\W*(any|no) (news"
            r"|updates?|word)"
            r"( yet| today| from (them|\w+))*\W*$"
            rf"|{SO}(have|has|did) ({_THEY}|anyone|anybody|someone) (written|called|answered|replied|responded"
            rf"|write|call|answer"
            r"|reply|respond|said anything|say anything)( back)?( yet| today)?\W*\?+\s*$"
        ),
        partial(_calm, "worry.news"),
        needs_opportunity=False,
    ),
)
"""Worries about the employer: they stand before everything that could take them for news."""
