"""English phrases that beg, argue, or apologise for being there. Only data: name of the better wording -> ways."""

from __future__ import annotations

Table = dict[str, tuple[str, ...]]

DESPERATION: Table = {
    "desperation": (
        r"please,? (?:please)(?:,? please)*",
        (
            r"i (?:really |desperately |badly |urgently |so |truly |just )*need (?:this |the |a |that |any |"
            r"your )?(?:job|work|position|role|money|chance|salary|opportunity|income)(?: (?:so )?(?:badly|"
            r"urgently|desperately))?"
        ),
        r"i(?:'d| would|'ll| will)(?: really| gladly)? do (?:anything|whatever it takes|any job|any work)",
        (
            r"(?:haven't|have not|can't|cannot|could not|couldn't|hardly|"
            r"barely)(?: been able to)?(?: be able to)? (?:sleep|slept|eat|think (?:of|about) anything else)"
        ),
        r"(?:so |really |quite |a bit |very )?desperate(?:ly)?",
        r"i(?:'m| am) begging(?: you)?",
        r"i beg (?:you|of you)",
        r"beg(?:ging)? (?:you )?for",
        (
            r"(?:my|the) (?:rent|bills|mortgage|debts?|loans?|savings|benefits|landlord|visa)(?: (?:is|are|"
            r"has|have|will|runs?|ran|expires?))+(?: due| overdue| late| to be paid| gone| out| run out|"
            r" used up| running out| soon)*"
        ),
        r"(?:need|have) (?:the|this|a|some) (?:money|salary|income)(?: urgently| badly| soon| now)?",
        r"(?:pay|cover|afford) (?:my|the|our) (?:rent|bills|mortgage|debts?)",
        r"(?:feed|support) my (?:family|kids|children|parents)",
        (
            r"(?:family|kids|children|wife|husband|parents) (?:depends?|relies|rely|is counting|are counting|"
            r"counts?)(?: on me)?"
        ),
        (
            r"(?:i |i'd |i would |i'll |i will |would |will )?(?:take|accept|do) (?:any|whatever|"
            r"every) (?:job|work|position|role|shift|salary|pay|offer)"
        ),
        (
            r"(?:everything|my (?:life|future|whole life|existence)) (?:\w+ )?(?:hangs|depends|rests|"
            r"relies)(?: on)?(?: this| it| you| your)?"
        ),
        r"(?:at the )?end of my (?:strength|tether|rope|wits)",
        r"(?:lost|losing|lose) (?:my|our) (?:flat|home|house|apartment|savings)",
        r"(?:out of|no|run out of|running out of) (?:money|savings|options)",
        r"(?:save me|have mercy)",
        r"(?:the )?bank is (?:\w+ )?(?:calling|threatening|writing)",
        r"(?:my )?(?:only|last) (?:hope|chance|option)",
        (
            r"(?:please )?give me (?:a|one|another|this|just one|the|one more) (?:single |last |"
            r"more )?(?:chance|opportunity|shot)"
        ),
        (
            r"(?:i would|i'd|i'll|i will) (?:even )?(?:work|start|do it) for (?:free|less|nothing|"
            r"any (?:salary|money|pay))"
        ),
        (
            r"(?:any|whatever) (?:salary|pay|job|position) (?:is|would be|will be|you)(?: fine| ok| okay|"
            r" good| have| offer)?"
        ),
        r"(?:been )?unemployed for (?:so |very )?(?:long|\w+ (?:months|years|weeks))",
        r"nobody (?:else )?(?:will|wants to|would) (?:hire|take|employ) me",
        r"(?:i )?(?:don't|do not) know what (?:to do|i will do|i'll do|i'd do|i would do)(?: (?:without|if))?",
        r"(?:would|will) mean (?:everything|the world) to me",
        (
            r"(?:check|checking|refresh|refreshing|look|looking|looked|checked)(?: at)? my (?:phone|inbox|"
            r"e-?mails?|mail|mailbox) (?:every|all day|constantly|the whole|day and night)(?: \w+)?"
        ),
        r"(?:losing|lost) (?:my mind|hope|sleep)",
        r"(?:can't|cannot|can not) stop thinking about",
        r"take pity",
        r"(?:heartbroken|devastated|in tears|crying)",
    ),
}

ARGUING: Table = {
    "arguing": (
        (
            r"(?:please |kindly |to |you )?(?:reconsider|rethink|think again|change your mind|"
            r"review your decision|reverse)(?: (?:your|the|this) decision)?"
        ),
        (
            r"(?:you|you're|you are)(?: are| have)?(?: clearly| surely| probably)? (?:mak(?:e|ing)|made) (?:a|"
            r"the) (?:big |huge |serious |wrong |terrible )?(?:mistake|error|choice|decision)"
        ),
        r"(?:hard|difficult|impossible|unable) (?:for me )?to (?:accept|believe|understand|follow|agree)(?: \w+)?",
        (
            r"(?:think|look|go) (?:about|over|at|through) (?:it|this|that|my application|your decision|"
            r"the decision|my \w+) (?:again|once more|a second time|one more time)"
        ),
        r"(?:second|another|one more) (?:look|chance)(?: at my \w+)?",
        r"(?:wrong|unfair|unjust|incorrect|bad) (?:decision|choice|call|result|outcome)",
        (
            r"(?:decision|this|that|it) (?:is|was|seems|feels)(?: very| quite| really| so| just)? (?:unfair|"
            r"wrong|unjust|a mistake|a joke|ridiculous|absurd)"
        ),
        (
            r"i (?:do not|don't|cannot|can't|can not) (?:understand|accept|agree|believe|"
            r"see)(?: with)?(?: (?:why|how|this|your|that|the))(?: (?:decision|rejection|reason|outcome|"
            r"result))?"
        ),
        (
            r"(?:nobody|no one|none|no other candidate)(?: else| of (?:them|the others))? (?:has|is|can|could|"
            r"will|would|have)(?: \w+)? (?:my|as|more|better|like me|than me|than i)"
        ),
        (
            r"(?:better|(?:better|more|stronger|best) (?:\w+)) than (?:the|any|all|your|whoever|whomever|"
            r"anyone|most) ?(?:other|others|person|candidates?|one|you (?:chose|hired|picked))?"
        ),
        r"(?:makes?|made|making) no sense",
        r"you should(?:'ve| have) (?:\w+)",
        (
            r"(?:give|given|giving) (?:it|this|that|me|my \w+) (?:another|a second|one more|"
            r"some more) (?:thought|look|chance|try|consideration)"
        ),
        (
            r"(?:surprised|shocked|stunned|baffled|astonished|puzzled|confused|outraged) (?:by|at|that|about|"
            r"to (?:read|hear|see))"
        ),
        r"(?:proves?|shows?|demonstrates?) (?:that )?(?:i|you) (?:was|were|am|are|did|had)",
        r"is there (?:no|any|really no) way (?:to|you|that)",
        r"overqualified",
        r"(?:clearly|obviously) (?:the (?:best|most)|qualified|discriminat\w*|you did not|you didn't)",
        r"(?:was|is|it's|this is) (?:discrimination|nepotism|rigged|fixed from the start)",
        (
            r"(?:you|he|she|they) (?:did not|didn't|never) (?:even )?(?:read|look at|listen|understand|ask|"
            r"give me)(?: \w+)?(?: (?:cv|resume|chance|to me))?"
        ),
    ),
}

APOLOGY: Table = {
    "apology": (
        (
            r"(?:i'm |i am |so |very |really )?sorry (?:to|for|if i(?:'m| am)?|that i(?:'m| am)?|"
            r"about) (?:be |keep |have to |yet |again )*(?:bother|bothering|disturb|disturbing|trouble|"
            r"troubling|bug|bugging|annoy|annoying|pester|pestering|write again|writing again|ask again|"
            r"asking again|chase|chasing|the bother|take your time|taking|another|impos\w+|nag|nagging|"
            r"contact|contacting|messag\w+|email\w*|text\w*|mail\w*|call\w+ again|pushing|pressing|"
            r"the (?:second|third|many|repeated) \w+)(?: you)?(?: again| yet again| once more)?"
        ),
        (
            r"(?:i )?(?:do not|don't|didn't|did not) (?:wanna|(?:want|mean|wish|like) to) (?:bother|disturb|"
            r"be (?:a )?(?:annoying|pushy|nuisance|pest|burden|pain)|annoy|pester|trouble|bug|"
            r"take (?:up )?(?:too much of )?your time|nag|push|rush)(?: you)?"
        ),
        (
            r"(?:i )?(?:hate|would hate|'d hate) to (?:bother|disturb|be|pester|ask|bug|trouble)(?: you|"
            r" a nuisance| a pest)?"
        ),
        (
            r"(?:i(?:'m| am) sure|i know|i realize|i realise|i understand|i can imagine|"
            r"i imagine)(?: that)? (?:you're|you are|you must be|you have|you've got|you may be|how)(?: all|"
            r" both)? (?:so |very |really |extremely |super |probably |incredibly |terribly |quite )*(?:busy|"
            r"got (?:a lot|lots|better)|swamped|a lot (?:of|on)|better things|lots|important things|"
            r"more important)(?: you are)?"
        ),
        (
            r"(?:forgive|pardon|excuse) (?:me|my)(?: for)? (?:for |the )?(?:bother\w*|disturb\w*|intru\w*|"
            r"trouble\w*|interrupt\w*|persisten\w+|imposition|asking|writing|insisten\w+|impatien\w+)(?: you)?"
        ),
        (
            r"(?:my )?apologies for (?:the |yet |this |my )?(?:bother\w*|disturb\w*|another|trouble|intrusion|"
            r"chasing|troubling|inconvenience)(?: you)?"
        ),
        (
            r"i (?:sincerely |deeply |truly )?apologi[sz]e (?:for|if i(?:'m| am)?) (?:be |the |yet |this |"
            r"my )?(?:bother\w*|disturb\w*|another|trouble|intru\w+|annoy\w*|chasing|troubling|"
            r"inconvenience)(?: you)?"
        ),
        (
            r"i hope (?:i'm|i am|this is|it's|you|that i'm|that i am)(?: not|n't| do not mind| don't mind|"
            r" won't mind)(?: my| me)? ?(?:bother\w*|disturb\w*|annoy\w*|being (?:a )?(?:pushy|nuisance|pest)|"
            r"too (?:pushy|annoying|forward)|asking again|writing again|chasing|troubling)(?: you)?"
        ),
        r"(?:a |being )(?:pest|nuisance|pain in)",
    ),
}
