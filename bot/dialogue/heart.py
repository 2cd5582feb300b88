"""What people say that is no news: self-reproach, despair, anger, small talk; and another language.

First a kind sentence, then the coach. When somebody speaks of dying, `danger` answers and nobody else.
"""

from __future__ import annotations

from functools import partial

from bot import words
from bot.dialogue import bright_side
from bot.dialogue.languages import is_foreign
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.worry import SO

TAKES_ANY_WORD = ("mood", "employer", "new_employer", "role", "new_role", "zone")
"""Open questions to which such words are an answer."""


def _says(key: str, talk: Talk, _text: str) -> bool:
    talk.say(key, name=talk.person.name)
    return True


# Self-reproach, despair, anger


def _reproach(talk: Talk, text: str) -> bool:
    """A kind sentence first; then the coach, who asks for what went well after the third (advice 34)."""
    if talk.person.asking in TAKES_ANY_WORD:
        return False
    talk.say("small.despair")
    bright_side.reproach(talk, text)
    return True


def _feeling(key: str, talk: Talk, text: str) -> bool:
    if talk.person.asking in TAKES_ANY_WORD:
        return False
    return _says(key, talk, text)


def _help(talk: Talk, _text: str) -> bool:
    from bot.dialogue import commands  # late: the commands use the tables in which this row stands

    commands.help_(talk, "")
    return True


def _foreign(talk: Talk, text: str) -> bool:
    """Said in English, whatever the Person's language: it names the languages that work."""
    if talk.person.asking in TAKES_ANY_WORD or not is_foreign(text):
        return False
    talk.tell(words.say("small.language"))
    return True


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "insult",
        sounds(
            r"\b(you|you'?re|u|this bot|the bot|bot|afterword|this (app|thing|program))( are| r"
            r"| is)?( \w+){0,2} (stupid|useless"
            r"|idiots?|dumb|suck\w*|annoying|terrible|worthless|crap|shit\w*|garbage|trash|rubbish|morons?|pathetic"
            r"|an ass\w*)\b"
            r"|\b(fuck|screw|damn) (you|off|this( bot)?)\b|\bshut (the \w+ )?up\b(?! about)|\bpiss off\b"
            r"|\bi hate (you|this bot)\b"
            r"|^\W*(you )?(stupid|dumb|useless|idiotic|shitty|fucking|bloody|annoying)( \w+)? (bot|thing|machine|app"
            r"|program)\b"
            r"|^\W*(go away|get lost|idiot|moron|asshole|loser)\W*$"
        ),
        partial(_says, "small.insult"),
        needs_opportunity=False,
    ),
    Statement(
        "reproach",
        sounds(
            r"\bi('ve| have)? (totally |completely |really |just |so |probably )*(blew|blown|ruined|messed|screwed"
            r"|bombed|botched"
            r"|wrecked|choked|failed|fucked|flunked|flopped)\b(?!.*\?\s*$)"
            r"|\bi('m| am| was|'m just) (such |so |just |really |too |an? |simply )*(useless|hopeless|failure|idiot"
            r"|fool|stupid|dumb"
            r"|worthless|loser|pathetic|not good enough|never good enough|no good|an embarrassment|a disaster"
            r"|(terrible|awful|bad|horrible) (at|in)|the worst)\b"
            r"|\bi (always|never) (mess|fail|ruin|screw|choke|get (it|anything) right|manage)\b"
            r"|\bmy own (stupid )?fault\b"
            r"|\bi (hate|despise) myself\b|\bwhy (am|was) i (so|such)\b|\bhow could i (be|have been) so\b"
            r"|\bi should (never |not )?have (said|prepared|known|told|practi[sc]ed|done|kept|answered)\b"
        ),
        _reproach,
        needs_opportunity=False,
    ),
    Statement(
        "despair",
        sounds(
            r"\b(nobody|no ?one) (wants|will (ever )?(hire|want|take)|hires|needs|would hire|likes) me\b"
            r"|\bi('ll| will| am going to)? never (ever )?(find|get|be) (a |any |an? \w+ )?(job|work|hired|anything"
            r"|something)\b"
            r"|\bwhat'?s the point\b|\bwhy (do i )?(even )?(bother|try)\b|\bi can'?t (do this|go on|take (it|this)"
            r"|stand (it|this))\b"
            r"|\bi('m| am) (so |totally |completely )*(desperate|devastated|crushed|heartbroken|broken|at (the"
            r"|my wits'?) end)\b"
            r"|\bi feel (so |like |really |just |totally |such an? )*(crap|shit|awful|terrible|empty|hopeless"
            r"|worthless|miserable"
            r"|a failure|garbage|rubbish|lost)\b|\bthere('s| is) no hope\b|\bit'?s (all )?hopeless\b"
        ),
        partial(_feeling, "small.low"),
        needs_opportunity=False,
    ),
    Statement(
        "feeling",
        sounds(
            r"\bi('m| am|'m feeling| feel) (so |really |very |a bit |a little |quite |getting |too )*(nervous"
            r"|anxious|scared|worried"
            r"|stressed|exhausted|sad|down|frustrated|restless|tense|impatient|lonely|tired)\b(?! (they|that|he|she"
            r"|if|of|about"
            r" (what|whether|if))\b)|\bi can'?t (sleep|stop (thinking|checking)|concentrate|relax|focus)\b"
            r"|\b(the |this |all this )?waiting (is )?(hard|awful|kills|killing|drives|driving|unbearable|terrible"
            r"|the worst)\b"
        ),
        partial(_feeling, "small.feeling"),
        weak=True,
        needs_opportunity=False,
    ),
    Statement(
        "who",
        sounds(
            rf"{SO}(who|what) (the \w+ )?are you\b|\bare you (an? |the |even |actually |really )*(real|human|bot"
            rf"|robot|person|machine"
            r"|ai|chat ?gpt|alive|somebody|someone)\b|\bam i (talking|writing|speaking) to an? (real )?(human|person"
            r"|bot|robot"
            r"|machine|ai)\b|\bis (this|there) an? (real )?(bot|human|person|robot|machine)\b"
        ),
        partial(_says, "small.who"),
        needs_opportunity=False,
    ),
    Statement(
        "help",
        sounds(
            rf"{SO}(help|help me|menu|commands?|options|instructions)\W*$|\bwhat (else )?(can|do|could) you (even "
            rf"|actually )?(do|offer"
            r"|help (me )?with)\b|\bhow (do|does|can|should) (you|this|it|i use (you|this|it)|this bot"
            r"|the bot) ?(work|help)?\W*$"
            r"|\bwhat (else )?(can|should|do) i (say|ask|tell|type)( you| to you| here)?\W*$|\bhow can you help\b"
        ),
        _help,
        needs_opportunity=False,
    ),
    Statement(
        "small_talk",
        sounds(
            rf"{SO}(how are you|how'?s it going|how (do|are) you (feel|doing)\w*|what'?s up|wass?up|sup)\b.{{0,20}}$"
        ),
        partial(_says, "small.how"),
        weak=True,
        needs_opportunity=False,
    ),
    Statement(
        "small_talk",
        sounds(r"^[\W_]*[😢😭😞💔😔☹🥺😟😩😫😿][\W_]*$|^\W*(:-?\(|:'\()\W*$"),
        partial(_says, "small.hug"),
        weak=True,
        needs_opportunity=False,
    ),
    Statement(
        "small_talk",
        sounds(
            r"^\W*(lo+l+|(ha){2,}h?|(he){2,}|hihi|rofl|lmao+|xd+|ja+|hm+|huh|oh|wow|aha|yay|nope|yup|k+)\W*$"
            r"|^[^\w\s][\W_]*$"
        ),
        partial(_says, "small.smile"),
        weak=True,
        needs_opportunity=False,
    ),
)
LAST: tuple[Statement, ...] = (Statement("language", sounds(r"\w"), _foreign, needs_opportunity=False),)
"""Heard when nothing else was."""
