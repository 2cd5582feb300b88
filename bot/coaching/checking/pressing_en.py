"""English phrases that press, threaten or blame. Only data: better wording -> the ways it is put."""

from __future__ import annotations

Table = dict[str, tuple[str, ...]]

SPAN = (
    r"(?:a |one |two |three |four |five |six |\d+ |several |many |some |a few |a couple of |over |more than |"
    r"almost |nearly |already |now |about )*(?:days?|weeks?|months?)"
)
NOT = r"(?:n't| not| never)"
HEARD = r"(?:hear|heard|receive|received|get|got|gotten|had)"

PRESSURE: Table = {
    "pressure": (
        (
            rf"if i (?:do|have|did|'ve)?{NOT}? ?{HEARD}(?: (?:back|anything|an answer|a reply|"
            r"from you))* (?:by|before|until|within|till|soon|today|tomorrow|this week)"
        ),
        rf"unless i {HEARD}(?: (?:back|anything|from you))*",
        r"otherwise,? i(?:'ll| will| am|'m| shall| would| have)",
        (
            r"(?:you|you'll|you will) (?:need|have|must|had better|better) (?:to )?(?:decide|answer|reply|"
            r"respond|make up your mind|let me know|hire)"
        ),
        (
            r"i (?:will|'ll|am going to|'m going to|shall) (?:have to |be forced to |just )?(?:take|accept|"
            r"sign|go with|choose) (?:another|the other|an other|a different|their|someone else's|"
            r"somewhere) ?(?:offer|job|position|company)?(?= (?:unless|if)| )"
        ),
        r"(?:please |so )?hurry(?: up)?",
        r"(?:you )?(?:had |'d )?better (?:be quick|hurry|move|act|be fast)\w*(?: \w+)?",
        (
            r"(?:be quick|act (?:fast|quickly|now)|time is running out|clock is ticking|before (?:it's|"
            r"it is) too late|before (?:someone|somebody|another) \w+)"
        ),
        r"your last chance",
        r"last chance (?:to|for you)",
        (
            r"(?:i |i'll |i will |i really )?(?:need|want|must have|require|demand) (?:your|an|a|"
            r"the) (?:\w+ )?(?:answer|reply|decision|response)(?: from you)? (?:by|today|tomorrow|now|this|"
            r"until|before|within|immediately)"
        ),
        (
            r"or i(?:'m| am|'ll| will| shall)(?: have to| going to)? (?:sign|signing|go|going|take|taking|"
            r"accept|accepting|walk|walking|withdraw|withdrawing|gone|out|look|looking|move|moving)\w*"
        ),
        r"final (?:warning|notice|reminder)",
        (
            r"i (?:expect|demand|insist on|require) (?:an?|your|to hear|to receive|that you) ?(?:immediate |"
            r"prompt |clear |final )?(?:answer|reply|response|decision|explanation|hear|receive|from)?"
        ),
        (
            r"(?:answer|reply|respond|decide|call me|write)(?: to me)?(?: please)? (?:immediately|right away|"
            r"at once|now or|today|tonight|by tomorrow|now)(?! (?:is|suits|works|at|between|or tomorrow))"
        ),
        (
            r"(?:other|many|several|better) (?:companies|employers|offers) (?:are (?:fighting|waiting|lining|"
            r"chasing|knocking)|want me|won't wait)"
        ),
        r"or (?:else )?(?:i'm|i am|i'll be|i will be) (?:gone|out|off)",
        r"leave (?:you )?a (?:bad |negative )?review",
        r"you (?:will|'ll|are going to|'re going to) regret",
        r"(?:or |and )?you(?:'ll| will| are going to|'re going to|'d) (?:lose|miss)(?: out)?(?: on)? (?:me|a|the|this)",
        r"your loss",
        r"won't wait (?:any longer|for(?:ever| you))",
        r"can(?:not|'t| not) wait (?:any longer|for(?:ever| you))",
        r"take my (?:skills|talents?|business) elsewhere",
    ),
}

REPROACH: Table = {
    "reproach": (
        (
            r"(?:i )?(?:still )?(?:have|'ve)(?:n't| not| never| still not)(?: still| yet)? (?:heard|received|"
            r"had|gotten|got)(?: a| any)? ?(?:(?:anything|back|from you|from anyone|from anybody|reply|answer|"
            r"response|word|single \w+)(?: |\b))*(?:yet)?"
        ),
        (
            r"(?:have )?(?:still )?(?:not heard|heard nothing|no (?:reply|answer|response|word))(?: back|"
            r" from you| from anyone| at all| so far| yet)+"
        ),
        (
            r"(?:you|your (?:colleague|team|office)|she|he|they) (?:said|told me|promised|"
            r"assured me)(?: me)?(?: that)? (?:you|i|they|she|he|we|someone|somebody)(?:'d| would| will|'ll|"
            r" were going to) (?:surely |definitely )?(?:hear|answer|call|reply|respond|get back|be in touch|"
            r"write|decide|let me know|contact|have an answer|know|get an answer|receive)"
        ),
        r"as (?:you|they|was|you had|you've) promised",
        r"(?:you|they) promised(?: me| to| that)?",
        (
            rf"it(?:'s| is| has| has now)(?: now| already)? been {SPAN}(?=(?:,)? (?:and|now|already|without|"
            r"since (?:my|i (?:wrote|sent|applied|asked))|still|with no)|\s*[.!?])"
        ),
        rf"(?:after|for) (?:{SPAN}) (?:of|without|with no)(?: any)? (?:silence|waiting|reply|answer|response|word)",
        (
            r"(?:i have|i've)(?: now)? (?:been waiting|waited)(?: for)?(?: an answer| a reply| your (?:answer|"
            rf"reply|decision))?(?: for)?(?: {SPAN})?"
        ),
        (
            r"(?:kept|keep|left|leave|leaving|keeping) (?:me|candidates|people|us)(?: \w+)? (?:waiting|"
            r"hanging|in the dark)"
        ),
        (
            r"(?:nobody|no one|no-one|none of you|not one of you)(?: there| at \w+)?(?: has| have|"
            r"'s)?(?: ever| even| yet)? (?:got|gotten|get|gets|came|come|answered|answers|replied|replies|"
            r"responded|called|calls|wrote|written|bothered|cares?|told|contacted|picks?|picked)(?: back|"
            r" up)?(?: to)?(?: me)?"
        ),
        (
            r"(?:could|can|would|please|you could|you can)(?: you)? at least (?:tell|answer|reply|let|say|"
            r"write|have|send|give)(?: me)?"
        ),
        (
            r"(?:hold[- ]?up|what is taking|what's taking|never (?:got|received|heard|answered|replied|called|"
            r"came))(?: back)?(?: an?y?)?(?: (?:reply|answer|response))?"
        ),
        (
            r"(?:i|we) (?:was|were) (?:\w+ )?(?:assured|promised|told|led to believe|"
            r"guaranteed)(?: that)?(?: (?:i|we|you|someone|somebody|an answer|there))(?:'d| would| will| was)?"
        ),
        (
            r"(?:find|found|think|is|seems|feels) (?:it |this |that )?(?:\w+ )?(?:strange|odd|weird|curious|"
            r"surprising|sad|a shame|a pity|poor|shabby|unfair|unkind|bad) (?:that|of you|when|how|"
            r"to (?:leave|keep|let|not))"
        ),
        r"(?:have to|had to|having to|must) (?:chase|run after|ask you again|beg|remind you|write again)(?: you)?",
        (
            r"you (?:never|didn't|did not|haven't|have not|couldn't|could not)(?: even| once| yet|"
            r" ever)? (?:answer|answered|repl\w+|respond\w*|call\w*|writ\w+|wrote|bother\w*|tell|told|"
            r"contact\w*|get back|got back|react\w*|acknowledg\w*)(?: to)?(?: me)?"
        ),
        r"your (?:silence|lack of \w+|delay|slow\w*)",
        (
            r"(?:date|deadline|day|week) (?:you (?:gave|named|set|promised|mentioned)(?: me)?) (?:has|is|was|"
            r"came) (?:\w+ )?(?:past|passed|over|gone|ago|went)"
        ),
        r"(?:very |rather |quite |really |so |highly |extremely |frankly )?unprofessional",
        r"(?:very |rather |quite |really |so )?(?:disrespectful|inconsiderate)",
        r"(?:it is|it's|that is|that's|this is|how|so|very|quite|rather|pretty) rude",
        (
            r"(?:been|being|feel|felt|was|am|are) (?:completely |simply )?(?:ignored|ghosted|forgotten|led on|"
            r"strung along)"
        ),
        r"(?:ignored|ignoring|ghosted|ghosting) (?:me|my|candidates|all)",
        (
            r"why (?:have|haven't|has|hasn't|did|didn't|do|don't|does|doesn't|is|isn't|are|aren't|was|wasn't|"
            r"won't)(?: (?:you|nobody|no one|anyone|anybody|it|there|this))(?: been| taking| not|"
            r" any)? ?(?:answer\w*|repl\w+|respond\w*|call\w*|writ\w+|contact\w*|told|tell|let me know|"
            r"got(?:ten)?|get|so long|decid\w+|so|back|ignor\w+)?"
        ),
        (
            r"(?:already |now )?(?:written|wrote|emailed|e-mailed|called|asked|messaged|"
            r"mailed)(?: to)?(?: you)?(?: already)? (?:twice|three times|several times|many times|\d+ times|"
            r"again and again|repeatedly)"
        ),
        r"without (?:any|a|getting a|getting any|receiving any|receiving a) (?:single )?(?:reply|answer|response|word)",
        r"what is going on",
        r"what's going on",
        (
            r"(?:disappointed|annoyed|frustrated|frustrating|upset|angry)(?: (?:by|with|about|at|that|"
            r"to))?(?: (?:your|the|you|this|how))(?: (?:lack|silence|long|way|delay|have|wait|still|not))?"
        ),
        r"(?:lack of|no) (?:communication|courtesy|respect|feedback from)",
        r"(?:the )?least you (?:can|could) do",
        r"(?:you )?(?:missed|did not keep|didn't keep|broke) (?:your|the) (?:own )?(?:deadline|promise|word|date)",
        r"wast(?:ed?|ing) (?:of )?(?:my|our) time",
        r"unacceptable",
        r"taking (?:so|this|far too|too|forever)(?: long)?",
        r"how long (?:does|can|will|do) (?:it|this|you)(?: take| need)?",
        r"(?:have you|did you|you) (?:forgotten|forgot|forget)(?: about)? me",
        r"deserve(?:d)? (?:an|a|at least|some|better) ?(?:answer|reply|response)?",
    ),
}

AS_PROMISED: Table = {"reproach": (r"as promised(?! (?:to|i))",)}
