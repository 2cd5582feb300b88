"""How people say in English that they want a job. Only data.

Wanting is said in endless ways, so the patterns are wide: somebody who wishes to do something that is no mere
courtesy ("I would like to thank you") is taken to want the job. A miss here nags a good text.
"""

from __future__ import annotations

from bot.coaching.checking.lexicon import pattern

COURTESY = (
    r"(?!(?:hear|know|thank|ask|get back|receive|send|withdraw|stay in touch|find out|take this|also|say (?!yes)|share|"
    r"provide|tell|answer|discuss|express|apologi[sz]e|let|give|remind|come back to you|follow|check|point|add|"
    r"mention|enquire|inquire|offer|talk|speak|forward|supply|reply|confirm|clarify|be informed|update|show)\b)"
)
WISH = (
    r"(?:love|like|prefer|choose|jump|be (?:\w+ )?(?:glad|happy|delighted|honou?red|thrilled|proud|pleased|"
    r"lucky|keen|excited))"
)

INTEREST = pattern(
    r"(?:very |more |most |still |also |so |be |am |was |'m |really |remain |genuinely )*int(?:e|er)?re?ss?ted in",
    (
        r"(?:i|i'm|i am|me|am|remain|still|very|more|even|much|really|as|so|stay|be|made me|"
        r"got me)(?: \w+)? int(?:e|er)?re?s+t?ted"
    ),
    r"(?:my|our) (?:\w+ )?(?:interest|enthusiasm|first choice|mind is made up)",
    r"(?:interest|enthusiasm|wish|desire|motivation) (?:in|for|to|is|remains|has|grew)",
    r"keen(?:er)?",
    r"(?:excited|enthusiastic|eager|thrilled|enthused|motivated|fascinated|hooked|sold|intrigued|drawn)",
    r"(?:fascinates|excites|attracts|thrills|appeals to|suits|motivates|tempts|draws) me",
    rf"(?:would|should|i'd|we'd)(?: \w+){{0,3}} {WISH}(?: \w+){{0,3}} to {COURTESY}\w+",
    rf"(?:would|should|i'd) (?:\w+ )?{WISH} (?:\w+ )?(?:this|the|that|it|nothing|a place|your)",
    r"(?:would|i'd)(?: \w+){0,2} (?:rather|take|say yes|accept|gladly|jump at|fit right in|give a lot)",
    rf"wan(?:t|ts|ted|na)(?: \w+)? to (?!know|thank|see (?:if|whether)){COURTESY}\w+",
    (
        r"(?:i|i do|really|still|do|truly|me|only|just) want(?: \w+){0,2} (?:job|role|position|post|place|"
        r"work|in|this|it|part)"
    ),
    r"want (?:in|this|the|it) (?:on|so|very|even|more|job|role|position|post|place|work)",
    r"made me (?:\w+ )?want",
    (
        r"(?:hope|hoping|wish|aim|look forward|looking forward|can't wait|cannot wait|happy|glad|ready|"
        r"delighted|proud|honou?red|grateful)(?: (?:that i can|i can|i could|i may|very much|soon|"
        r"still))* to (?:be able to )?(?:be )?(?:join|joining|work|working|be part|become|becoming|do|doing|"
        r"contribute|contributing|start|starting|help|helping|build|building|learn|teach|teaching|a part|take|"
        r"be chosen|be on|cook|nurse)"
    ),
    (
        r"(?:hope|hoping)(?: that)?(?: i| we)?(?: can| could| may| will| 'll)? (?:join|joining|work|be part|"
        r"become|do|contribute|start|help)"
    ),
    r"(?:first|top|favou?rite|preferred|number one|clear) choice",
    r"top of my list",
    (
        r"(?:made up my mind|sealed it|settled it|decided it|convinced me|won me over|spoke to me|"
        r"confirmed (?:that|it|my)|clinched it)"
    ),
    r"more (?:convinced|certain|sure|determined)",
    r"(?:can |could |i )?(?:see|imagine|imagined|picture|pictured|seeing) myself",
    (
        r"(?:job|role|place|work|team|company|position|post|shop|school|kitchen|ward|office|problem|thing|"
        r"challenge|project|environment) (?:\w+ )?(?:that |where |which |in which )?(?:i|i'm|i'd|"
        r"i've)(?: \w+){0,3} (?:want|wanted|like|love|looking for|hoping for|looked for|grow|thrive|enjoy|"
        r"do my best)"
    ),
    (
        r"(?:what|exactly what|just what|where|how|the kind of \w+|the sort of \w+)(?: exactly| just)? i(?:'m|"
        r"'d| am| would|'ve| have)?(?: \w+){0,2} (?:looking for|hoping for|want|wanted|like to|love to|"
        r"searching for|missed)"
    ),
    r"part of (?:the|your|this|that|it|a|what)",
    rf"(?:it|that) would be (?:\w+ ){{1,5}}to {COURTESY}\w+",
    r"hop(?:e|ed|es|ing)",
    r"(?:i|we|still|do|only) wish (?:to|i|for)",
    r"(?:lifelong |old |childhood |my )?dream(?:t|ed|s)?",
    r"(?:i'd|i would|i'll|i will|would) (?:\w+ )?(?:pick|choose|go for|opt for|sign|start|come|move)",
    (
        r"(?:the|that's the|this is the) (?:\w+ )?(?:one|job|role|post|seat|place|desk|position|"
        r"thing) (?:that )?(?:i|i'm|i'd|i've|for me)"
    ),
    (
        r"(?:i'm|i am|still|am) (?:\w+ )?(?:after|up for|set on|game|on board|certain|determined|here for|"
        r"all in|yours|ready to)"
    ),
    (
        r"(?:left|went home|came away|come away|walked out|drove home) (?:\w+ )?(?:certain|convinced|keener|"
        r"sure|decided|hopeful|wanting|determined|knowing)"
    ),
    r"(?:left|out of|on|off|in|from) my mind",
    r"my (?:kind|sort) of (?:\w+)",
    r"(?:interests?|interested|tempted|won|grabbed|hooked) me",
    r"(?:with all|from) my heart",
    r"(?:join|joining) (?:you|your|the|them|us|this)",
    r"(?:honou?r|privilege|joy|pleasure) (?:for me )?to (?:join|work|be|learn|serve|teach|start|help|do|take)",
    r"(?:like a shot|in a heartbeat|without (?:a second thought|hesitation|hesitating))",
    r"count me in",
    r"i'm in",
    r"prospect of",
    r"(?:would|'d) (?:mean a lot|suit me|fit me|make me (?:\w+ )?(?:happy|glad|proud))",
    r"(?:love|like) (?:the|this|that) (?:\w+ )?(?:job|role|position|idea of (?:working|joining))",
    r"(?:heart|thoughts) (?:is|are) (?:set|still)",
    r"set my heart",
)
NO_INTEREST = pattern(
    (
        r"hop(?:e|ed|es|ing)(?: that)? (?:you(?!'d| would| will| can| could| might| may)|"
        r"this|that|your|the (?!job|place|post|role)|all|everything|it|to (?:hear|see|get|receive|speak|talk|"
        r"meet)|he|she|they|we|things)\b"
    ),
    (
        r"(?:if|whether|should|whenever|what|anything|when|as) you(?:'d| would)? (?:\w+ )?(?:like|want|wish|"
        r"love|prefer|choose)"
    ),
    r"wish(?:es)? (?:you|the|her|him|them|everyone)",
    r"you want",
    r"join(?:ing)? (?:you|us|the) (?:call|meeting|interview|session)",
    r"(?:lost|losing|no|little|lose)(?: all| any| my| the)? interest(?:ed)?",
    r"(?:not|no longer|n't|never|less)(?: \w+)? (?:interested|keen|excited|enthusiastic|motivated|eager)",
    r"if you(?:'re| are) (?:still )?interested",
    r"(?:best|good|your|vested) interests?",
    r"interest(?:ed)? rates?",
    r"(?:do not|don't|no longer)(?: \w+)? want",
)
