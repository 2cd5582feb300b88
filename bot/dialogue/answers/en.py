"""English answers: yes and no, moods, numbers, topics. Data only; every pattern ignores case."""

from __future__ import annotations

from bot.dialogue.answers.en_clauses import BOUNDARY, CLAUSES, DOUBTFUL, MOOD_CLAUSE
from bot.dialogue.answers.en_people import PEOPLE
from bot.dialogue.answers.patterns import pattern as _p
from bot.dialogue.answers.table import AnswerTable
from storage.facts import Mood

TABLE = AnswerTable(
    yes=_p(r"^\W*(yes|yep|yeah|yup|sure|i did|i do|of course|definitely|absolutely|y)\b"),
    no=_p(
        r"^\W*(no+|nope|nah|nothing|none|nobody|not? really|didn['’]?t|did not|i didn['’]?t|i don['’]?t"
        r"|not any ?more|n)\b"
    ),
    unsure=_p(r"not sure|unsure|don['’]?t know|dunno|maybe|perhaps|sort of|kind of|\?"),
    skip=_p(r"^\W*(skip|later|pass|next|i['’]?d rather not|rather not)( (it|this|that|one|please|for now))*\W*$"),
    enough=_p(
        r"^\W*(ok(ay)?,? |no,? )?(enough|that['’]?s (all|it|enough)|that is all|stop|i['’]?m done|done"
        r"|no more|finish(ed)?)"
        r"( for (now|today)| questions?)*\W*$"
    ),
    nothing=_p(
        r"^\W*(no+|nope|nah|none|nothing|n/?a|not that i (know|remember)|i don['’]?t (know|remember)|no idea"
        r"|can['’]?t think of (any(thing)?|one)|-+)( (really|at all|comes to mind|special|like that|slips?"
        r"|they found))*\W*$"
    ),
    moods=(
        # "not great" is rough and "not bad" is fine, so these are looked for before the plain words.
        (
            Mood.ROUGH,
            _p(r"\bnot (so |too |that |very |really |exactly )*(good|great|well)\b"),
        ),
        (Mood.FINE, _p(r"\bnot (so |too |that |at all |very )*(bad(ly)?|terrible|awful)\b")),
        (
            Mood.ROUGH,
            _p(
                r"\b(bad(ly)?|terribl[ey]|awful(ly)?|horribl[ey]|rough|poor(ly)?|disaster|train ?wreck"
                r"|blew it|hard|tough)\b"
                r"|😞|😢|👎"
            ),
        ),
        (
            Mood.GREAT,
            _p(
                r"\b(great|(really|very|super|so|extremely) (well|good)|amazing(ly)?|fantastic(ally)?|excellent(ly)?"
                r"|awesome|brilliant(ly)?|loved it|perfect(ly)?|wonderful(ly)?)\b|🎉|😄|😍"
            ),
        ),
        (Mood.FINE, _p(r"\b(ok(ay)?|fine|good|well|al+ ?right|so-?so|decent(ly)?)\b|👍|🙂|😐")),
    ),
    mood_clause=MOOD_CLAUSE,
    filler=_p(r"^\W*(well|so|ok(ay)?|right|al+ ?right)\W*$"),
    not_held=_p(r"\b(did ?n[o'’]?t|never) (take place|happen)|\bwas (cancel\w+|called off|postponed)\b"),
    phone=_p(r"\b(phone|call|ring|telephone)\b"),
    mail=_p(r"\be-?mail|\bmail\b|\bwrite\b"),
    not_said=_p(r"didn['’]?t say|did not say|not said|unknown|no idea|don['’]?t know"),
    today=_p(r"\b(today|tonight)\b"),
    date_tail=_p(
        r"[\s,]+(by|until|till|before|on|for|due|within|in|today|tonight|tomorrow|next|this|mon|tue|wed|thu"
        r"|fri)\w*\b.*$"
    ),
    promise_head=_p(
        r"^(yes|yeah|yep|sure|well|i|'ve|'d|'ll|have|had|to|promised|agreed|offered|said|told|will|would|i'll"
        r"|i'd|send|need"
        r"|also|e-?mail|forward|give|them|him|her|my|the|a|an|that|,|\s)+\b\s*"
    ),
    boundary=BOUNDARY,
    doubtful=DOUBTFUL,
    clauses=CLAUSES,
    people=PEOPLE,
    reproach=_p(
        r"\bi(?:['’]?m| am| was| feel| felt)(?: just| so| such| really| a| an| too| the| totally| completely)*"
        r" (?:stupid|idiot|dumb|useless|hopeless|failure|loser|terrible|awful|horrible|pathetic|disaster"
        r"|fraud|worthless"
        r"|not good enough|embarrassing|mess|joke)\b"
        r"|\bi (?:totally |completely |really |just )*(?:blew|ruined|messed|screwed|botched"
        r"|bombed)\b(?! (?:around|about))"
        r"|\bi (?:always|keep) (?:mess|screw|fail|ruin|blow|say(?:ing)? the wrong)"
        r"|\bi (?:hate|could kick|could slap) myself\b|\bhow could i be so\b|\bi['’]?ll never (?:get|find) a job\b"
        r"|\bmy own fault\b|\bwhat(?:['’]s| is) wrong with me\b"
    ),
    lengths=(
        ("too_long", _p(r"\b(too long|rambl\w*|talked too much|on and on|long-?winded|long)\b")),
        ("too_short", _p(r"\b(too short|short|too brief|brief|clammed up|monosyll\w*)\b")),
        ("right", _p(r"\b(right|fine|good|ok(ay)?|perfect)\b")),
    ),
    numbers={
        "none": 0,
        "zero": 0,
        "no": 0,
        "nothing": 0,
        "one": 1,
        "a couple": 2,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "a dozen": 12,
        "fifteen": 15,
        "twenty": 20,
    },
    topics=(
        ("salary", _p(r"\b(salar\w*|pay\w*|money|compensation|earn\w*|worth|rate)\b")),
        ("weakness", _p(r"\b(weak\w*|shortcoming\w*|improve|critici\w*|feedback)\b")),
        ("failure", _p(r"\b(fail\w*|mistakes?|went wrong|regret\w*)\b")),
        ("strength", _p(r"\b(strengths?|strong\w*|proud\w*|achiev\w*|success\w*)\b")),
        ("leaving", _p(r"\b(leav\w*|left|quit\w*|gap|laid off|current job|last job)\b")),
        ("motivation", _p(r"\bwhy (us|here|this|our|do you want|should we)\b|\bmotivat\w*")),
        ("future", _p(r"\b(years|future|goals?|ambition\w*|career)\b")),
        ("people", _p(r"\b(conflict\w*|team\w*|colleagues?|boss|disagree\w*|co-?work\w*|difficult person)\b")),
        ("leading", _p(r"\b(lead\w*|manag\w*|delegat\w*|mentor\w*)\b")),
        ("pressure", _p(r"\b(pressure|stress\w*|deadlines?|priorit\w*)\b")),
        ("technical", _p(r"\b(code|coding|algorithm\w*|system design|sql|python|java\w*|technical\w*|architecture)\b")),
    ),
)
