"""How English asks: about the decision, the state of things, the date, and in roundabout ways. Only data."""

from __future__ import annotations

from bot.coaching.checking.lexicon import pattern

VERDICT_QUESTION = pattern(
    (
        r"how (?:did|do you think|have|do you feel) i(?:'ve)? (?:do|did|done|perform|performed|come across|"
        r"came across|score|fare|fared|went|was)(?: in (?:the|my) interview)?"
    ),
    r"how (?:was|did you find|were) (?:i|my (?:interview|performance|answers?|presentation)|me)(?: go)?",
    r"how (?:i|my interview|my presentation|my answers) (?:did|performed|went|came across|was|were|fared)",
    (
        r"what (?:did|do) you (?:think|make) (?:of|about) (?:me|my (?:interview|answers?|performance|chances|"
        r"presentation|test|work))"
    ),
    (
        r"(?:have|had) (?:you|they|the team|the panel|your team) (?:already |now |yet |all )?(?:decided|"
        r"made (?:a|your|the|any|their|up)(?: final)?(?: decision| mind| choice| minds)?|chosen|"
        r"come to a decision|reached a decision|picked|selected)"
    ),
    (
        r"(?:has|is) (?:a|the|any|your) (?:final )?decision (?:already |now |yet )?(?:been made|made|out|"
        r"taken|final|been taken|been reached|fallen)"
    ),
    (
        r"(?:if|whether) (?:you|they|the team|the panel)(?:'ve| have|'d| had)? (?:already |now |"
        r"yet )?(?:decided|made (?:a|your|the|any|up)(?: decision| mind)?|chosen|come to a decision|"
        r"reached a decision)"
    ),
    r"(?:if|whether) (?:a|the|any) decision (?:has|was|is)(?: already| now| yet)?(?: been)? (?:made|taken|reached)?",
    (
        r"do you think (?:that )?i(?:'ll| will| have|'ve| did| am|'m)? (?:got|get|will get|have|did|passed|"
        r"made|was|a|the|stand|might)(?: \w+){0,3}"
    ),
    r"(?:what|how) (?:\w+ ){1,4}(?:thought|think|thinks|felt|feel|liked) (?:of|about)? ?(?:me|my \w+)",
    (
        r"(?:whether|if) (?:i'm|i am|i was|i got|i have been|i've been) (?:rejected|out|accepted|in|hired|"
        r"chosen|turned down)"
    ),
    (
        r"(?:did|have|will|do|would|where do|where did) i (?:rank|stand|compare|get|got|have|getting) (?:the|"
        r"this|a) (?:job|role|position|offer|place|post|chance)"
    ),
    (
        r"(?:if|whether) i(?:'ve| have)? (?:got|get|gotten|passed|made it|was successful|am successful|"
        r"was selected|succeeded)"
    ),
    r"(?:what are|how (?:are|good are|big are)|do you see|estimate) my (?:chances|odds|prospects)",
    r"my chances",
    (
        r"(?:am|are|if|whether) i(?:'m| am)? (?:still )?(?:in the running|being considered|"
        r"under consideration|among|on the (?:short)?list|shortlisted|a (?:serious |strong )?candidate)"
    ),
    r"still in the running",
    r"did i (?:pass|make it|do (?:ok|okay|well|all right|alright|enough)|impress)",
    r"was i (?:ok|okay|good|any good|successful|convincing|what you)",
    r"what (?:was|is) (?:the|your) (?:decision|verdict|result|outcome)",
    r"(?:are|will|would) you (?:be )?(?:going to )?(?:hire|hiring|take|taking|offer|offering) me",
    r"do i have (?:a|any|good) (?:chance|chances|shot)",
)
STATUS_QUESTION = pattern(
    (
        r"(?:is|are|was|were|have|has|had) (?:there|you|we) (?:(?:got|been|have|had|"
        r"already) )*(?:any (?:further |more |new |other |good )*(?:news|updates?|developments?|progress|"
        r"decision|word|movement|feedback)|anything new|some news|news|an update|a decision)"
    ),
    (
        r"(?:if|whether) (?:there|you|there's|you've)(?: is| are| has been| have| had| was| were)*(?: got|"
        r" already)* (?:any (?:further |more |new |other |good )*(?:news|updates?|developments?|progress|"
        r"decision|word|movement|feedback)|anything new|some news|news|an update|a decision)"
    ),
    (
        r"any (?:further |more |new |other )?(?:news|updates?|word|progress|developments?|feedback|movement|"
        r"decision)(?=[^.!\n]{0,60}\?)"
    ),
    (
        r"(?:give|send|provide|get|have|hoping for|hope for|ask(?:ing)? for|grateful for|appreciate|like|love|"
        r"welcome|need|request)(?: me| to get| to have| to receive)? (?:a|an|any|some|the) (?:short |quick |"
        r"brief |small |further |new |status |possible |little )*(?:update|news|status|feedback on (?:the|"
        r"my) (?:application|process|status|interview))"
    ),
    (
        r"(?:where|how) (?:do |does )?(?:things|we|it|my application|the process|the decision|you|everything|"
        r"the search|this) (?:currently |now |all )?(?:stand|stands|are (?:going|standing|with)|is (?:going|"
        r"progressing|coming along|looking)|are (?:looking|progressing|at)|am|look|looks)"
    ),
    r"(?:what is|what's|what are|know|about|ask|on|check) (?:the |my )(?:current |latest )*status",
    r"status of (?:my|the|your|this)",
    r"status update",
    (
        r"(?:just |only |simply |quickly )*(?:check|checking|checked) (?:in|up|on my|on the|on where|on how|"
        r"back)(?: on| with| about| regarding)?"
    ),
    r"(?:just |only |simply |quickly |i am |i'm |wanted to |like to |to )+follow(?:ing)?[- ]?up",
    r"follow(?:ing)?[- ]?up (?:on|about|regarding|to see|to ask)",
    (
        r"how (?:is|are|was) (?:the|your|my) (?:\w+ )?(?:process|selection|search|decision|hiring|recruitment|"
        r"application|candidacy|deliberations?|decision-making)(?: (?:is|are))? ?(?:going|coming|progressing|"
        r"looking)?"
    ),
    (
        r"how (?:the|your|my) (?:\w+ )?(?:process|selection|search|decision|hiring|recruitment|application|"
        r"candidacy) (?:is|are|was|has been) (?:going|coming|progressing|looking)"
    ),
    (
        r"(?:see|know|hear|find out|ask|learn) (?:if|whether|about) (?:\w+ ){1,3}any (?:further |more |"
        r"new )?(?:news|updates?|developments?|progress|word)"
    ),
    r"what(?:'s| is) (?:happening|new|going on) with",
    r"(?:heard|hear|know|decided) (?:anything|something|more)(?: new| yet| back)?(?=[^.!\n]{0,40}\?)",
    (
        r"have you (?:had|got|gotten) (?:a |the )?(?:chance|time|opportunity|moment) to (?:decide|think|"
        r"discuss|talk|review|look|consider)"
    ),
)
TIMELINE_QUESTION = pattern(
    (
        r"when (?:will|can|may|might|should|could|do|would|shall|am|are) (?:i|we|you|"
        r"they) (?:\w+ ){0,3}(?:hear|expect|know|learn|decide|get|receive|let me know|be told|be informed|"
        r"make|find out|answer|reply|have)"
    ),
    (
        r"when (?:i|we|you|they)(?:'ll| will| can| may| might| should| could| would|'d)? (?:\w+ ){0,3}(?:hear|"
        r"expect|know|learn|decide|be told|find out|be making|make (?:a|your|the))"
    ),
    r"(?:by )?when (?:is|will|does) (?:the|a|your) (?:decision|result|answer)(?: \w+)?",
    r"how (?:long|soon|much longer) (?:will|until|before|it|do|can|the|is|does|might|should|would)",
    r"what (?:are|is|will) (?:be )?(?:the|your) (?:next steps?|timeline|time ?frame|schedule|timing)",
    (
        r"(?:about|on|regarding|share|know|what) (?:the|your|what the) (?:next steps?|timeline|time ?frame|"
        r"timing)(?: (?:is|are|looks))?(?=[^.!\n]{0,60}\?)"
    ),
)
INDIRECT_QUESTION = pattern(
    (
        r"(?:wanted|want|like|wish|love|wanting|writing|hoping|ask|asking|allowed|dare|permit me) to (?:ask|"
        r"know|find out|learn|hear|see|check|enquire|inquire)(?: once more| again| you| briefly|"
        r" quickly)?(?=[^.!?\n]* (?:whether|if|how|when|where|what|which|who|about|any|news|for|after|more))"
    ),
    (
        r"(?:wonder|wondering|wondered|curious|interested to know|interested to hear|"
        r"interested to learn)(?: if| whether| how| when| where| what| about)"
    ),
    r"i(?:'m| am| was)? wonder(?:ing|ed)?",
    (
        r"(?:let me know|tell me|drop me a line|give me a hint|inform me|advise me),?(?: please| briefly|"
        r" roughly| kindly)? (?:about (?:the|your|any|when|how)|how|when|where|what|which|once|as soon as|who)"
    ),
    (
        r"(?:let me know|tell me|drop me a line|inform me)(?: please| briefly| kindly)? (?:if|"
        r"whether)(?![^.?!]*\b(?:anything|something|any|other|"
        r"further|else|documents?|papers?|information|references?|help|useful|you(?:'d| would) like|you wish|you want|"
        r"missing|required|talk|speak|wanna|questions?)\b)"
    ),
    (
        r"(?:grateful|glad|happy|thankful|pleased|appreciate|love|welcome|hoping|hope|good|nice|great|helpful|"
        r"asking|ask|like|kind)(?: it)?(?: to (?:have|get|receive|hear|know|learn|be told))?(?: for| of|"
        r" if)?(?: you (?:could|would|can|might)(?: \w+)?)? ?(?:me )?(?:an?|any|some|your|"
        r"the) (?:\w+ )?(?:\w+ )?(?:update|news|word|line|answer|information|indication|idea|hint|feedback|"
        r"sign|note|status)"
    ),
    (
        r"(?:could|can|would|may|might) (?:you|i|we) (?:please |kindly |perhaps |possibly |maybe )?(?:tell|"
        r"ask|let|give|share|send|say|know|have|hear|drop|update|enquire|inquire)"
    ),
    (
        r"(?:please|kindly) (?:\w+ )?(?:tell|update|share|let me know (?:when|whether|if (?:there|you have|"
        r"you know)|how|where|what)|give me)"
    ),
    (
        r"(?:a|any) (?:\w+ )?(?:answer|update|line|word|reply|news|indication)[^.?!\n]{0,30} (?:would be|"
        r"is welcome|is appreciated)"
    ),
    r"get(?:ting)? back to me",
)
PLEASANTRY = pattern(
    r"how are you(?: (?:doing|today|all|keeping))?",
    r"(?:are|is|was) (?:this|it|now) (?:still )?a (?:good|bad|convenient|suitable) (?:moment|time)(?: (?:to|for) \w+)?",
    r"(?:do you )?have (?:you got )?a (?:minute|moment)",
    r"i hope you(?:'re| are)(?: \w+)? well",
    r"(?:did|had|have) you (?:have|had)? ?a (?:good|nice|lovely|great) \w+",
    r"how was (?:your|the) \w+",
    r"remember me",
)
AND_QUESTION = pattern(
    r"(?:and|or|also|plus|as well as)(?: also)?,? (?:could|can|would|what|when|who|how|where|whether|"
    r"which|why|is there|are there|am i|do|does|did|have|has|will|if i|if there|if you)"
)
