"""How it may end, as people say it: a no, leaving, silence. What follows from it lives in `endings`."""

from __future__ import annotations

from bot.coaching.showing import contacts_sent
from bot.dialogue import endings, sounds_de
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import about
from storage.facts import Opportunity


@concerning("rejected")
def _rejected(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.rejected(talk, opportunity)


@concerning("withdraw")
def _withdraw(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.withdraw(talk, opportunity)


def _silence(talk: Talk, text: str) -> bool:
    """They were left without an answer, or want to give up: closing is offered, never done by itself."""
    opportunity = about(talk, text, "ghosted")
    if opportunity is not None:
        version = contacts_sent(talk, opportunity)
        buttons = tuple((talk.button(verb, opportunity.id, version),) for verb in ("close", "keep"))
        talk.say("silence", buttons, employer=opportunity.employer)
    return True


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "rejected",
        sounds(
            r"^(?!.*\b(if|afraid|worr|scared|might|maybe|think)\b).*"
            r"(\b(got|was|been|am) (just )?(rejected|turned down)\b|\b(rejected|turned) me( down)?\b"
            r"|\bgot (the|a|my) (rejection|no)\b|\bthey said no\b|\b(it'?s|it was|is) a no\b|\bnot moving forward\b"
            r"|(?<!\bi )\b(went|going|gone|picked|took|taken|chose|chosen|hired|selected|preferred|found"
            r"|decided (for|on)) (with )?"
            r"(someone|somebody|another|a different|some other|an internal)( (else|candidate|person|applicant))?\b"
            r"|\b(?!(?:i|we|you|have|had|ve|not|never|to|just|politely|could|would)\b)\w+ (said|says|told me|replied"
            r"|answered) (nah|nope|no)( to me"
            r"| thanks)?\W*$|\b(rejection|refusal) (mail|e-?mail|letter|call|message|note)\b"
            r"|\b(a|the|my|another|their) (\w+ )?rejection\b(?!.*\bletter of\b)|\b(passed on|dropped|declined"
            r"|refused) me\b|\b(was|were|been|am) ?(not|n't) (selected|chosen|successful|shortlisted)\b"
            r"|\bnot been (selected|chosen)\b|\bthanks,? but no,? thanks\b"
            r"|\b(don'?t|do not|doesn'?t|didn'?t) want me\b|\bout of the (race|running)\b"
            r"|\bdidn'?t get (it|the (job|role|position))\b|\bunsuccessful\b)"
        ),
        _rejected,
        german=sounds_de.REJECTED,
    ),
    Statement(
        "withdraw",
        sounds(
            r"^(?!.*\b(they|he|she|hr|the company)\b.*\bwithdr[ae]w)"
            r".*\b(withdraw(ing)?|withdrew|pull(ing)? out|not interested any ?more|no longer (want|interested)"
            r"|don'?t want (it|the job|this job) any ?more)\b|^(?!.*\bthey\b).*\bi'?m out\b(?! (of|in|for|with|at|on"
            r"|and|tonight|today))"
        ),
        _withdraw,
        german=sounds_de.WITHDRAW,
    ),
)
SILENCE: tuple[Statement, ...] = (
    Statement(
        "ghosted",
        sounds(r"\bghost(ed|ing)\b|\b(i )?(give|giving|gave) up\b|\bnever (heard|answered)\b"),
        _silence,
        german=sounds_de.GHOSTED,
    ),
)
