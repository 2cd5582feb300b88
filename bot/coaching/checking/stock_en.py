"""English phrases that stand in every letter, and superlatives. Only data: better wording -> the ways it is put."""

from __future__ import annotations

Table = dict[str, tuple[str, ...]]

STOCK: Table = {
    "perfect_fit": (
        r"(?:a|the|your) (?:perfect|ideal|great|excellent|strong) (?:fit|match|candidate|addition)",
        r"(?:perfect|ideal)(?:ly)? (?:fit|suited|candidate|match)(?: for)?",
        r"(?:right|perfect) (?:person|man|woman) for (?:the|this) (?:job|role|position)",
        r"(?:great|valuable|real|huge|strong) asset(?: to)?",
        r"uniquely qualified",
    ),
    "hit_ground": (r"hit(?:ting)? the ground running", r"a quick learner", r"a fast learner"),
    "team_player": (
        r"team[- ]player",
        r"people person",
        r"self[- ]starter",
        r"go[- ]getter",
        r"hard[- ]?working (?:and|individual|person|professional)",
        r"highly motivated",
        r"results?[- ](?:driven|oriented)",
        r"detail[- ]oriented",
        r"excellent communication skills",
        r"think(?:ing)? outside (?:of )?the box",
        r"give (?:it )?(?:110|100|150|200) ?(?:%|per ?cent)",
        r"go(?:ing)? the extra mile",
        r"above and beyond",
        r"proven track record",
        r"wear(?:ing)? many hats",
    ),
    "touch_base": (
        r"touch(?:ing)? base",
        r"circl(?:e|ing) back",
        r"reaching out",
        r"(?:wanted|like) to reach out",
        r"loop(?:ing)? (?:back|in)",
        r"just (?:a )?(?:quick )?(?:follow(?:ing)?|check(?:ing)?)[- ](?:up|in)",
        r"move the needle",
    ),
    "earliest_convenience": (
        r"at your earliest (?:possible )?convenience",
        r"your (?:prompt|swift|favou?rable) (?:reply|response|attention|consideration)",
        r"please do not hesitate to (?:contact|call|reach)(?: out to)? me",
        r"please don't hesitate to (?:contact|call|reach)(?: out to)? me",
    ),
    "passionate": (
        r"(?:deeply |so |very |truly |extremely |really )?passionate about",
        r"(?:my|a|great|true|deep) passion for",
        r"(?:strong|burning) desire to",
        r"thriv(?:e|ing) (?:in|under|on)",
    ),
    "whom_concern": (
        r"to whom(?:so)?(?:ever)? it may concern",
        r"dear sir or madam",
        r"dear sirs?(?:/| and )madams?",
        r"dear hiring manager",
    ),
    "writing_to": (
        r"i am writing (?:this (?:e-?mail|letter|message|note) )?(?:to|with|in|regarding)",
        r"i'm writing (?:this (?:e-?mail|letter|message|note) )?(?:to|with|in|regarding)",
        r"this (?:e-?mail|letter) is to",
        r"i hope this (?:e-?mail|message|letter|note) finds you well",
        r"hope this finds you well",
        r"allow me to (?:express|thank|introduce)",
        r"i would like to take this opportunity",
    ),
    "mission": (
        (
            r"(?:your|the)(?: company's| firm's)? mission(?: and| statement|,)? ?(?:values|"
            r"vision)?(?= (?:aligns?|resonates?|speaks?|is|to)\b)"
        ),
        (
            r"(?:aligns?|aligned|resonates?|in line|line up)(?: perfectly| strongly| closely|"
            r" deeply)? with (?:my|me|mine|your)(?: own| personal)?(?: values| goals| beliefs| mission|"
            r" core values| vision| career goals)?"
        ),
        r"(?:your|the company's) (?:core )?values(?= (?:align|match|resonate|speak))",
        r"cutting[- ]edge",
        r"state[- ]of[- ]the[- ]art",
        r"world[- ]class",
        r"(?:industry|market|global|world|thought)[- ]lead(?:er|ing)(?: in)?",
        r"leader in (?:the|your|its) (?:industry|field|market)",
        (
            r"(?:innovative|dynamic|fast[- ]paced|customer[- ]centric)(?:,| and)? (?:innovative |dynamic |"
            r"fast[- ]paced |customer[- ]centric )?(?:company|environment|team|organi[sz]ation|culture)"
        ),
        r"make a (?:real )?difference in the world",
        r"change the world",
        r"synerg(?:y|ies)",
        r"value[- ]add(?:ed)?",
        r"take (?:it|things|your \w+|my \w+) to the next level",
    ),
}

SUPERLATIVE: Table = {
    "superlative_company": (
        (
            r"(?:the )?(?:best|greatest|finest|coolest|most \w+(?:(?:,| and|"
            r", and) (?:most )?\w+)*) (?:company|employer|firm|team|place|job|workplace|school|hospital|bank|"
            r"organi[sz]ation)(?: in the (?:world|country|city|industry|market|business)| on earth| anywhere|"
            r" ever| to work(?: for| at)?| i (?:have|'ve|have yet|could)(?: ever)? \w+| of all)"
        ),
        (
            r"(?:best|greatest|most \w+) (?:\w+ ){1,2}(?:in the (?:world|country|universe|industry)|on earth|"
            r"of my (?:life|career)|i have ever \w+|i've ever \w+)"
        ),
        r"(?:best|greatest) \w+ ever",
        (
            r"(?:best|greatest|finest|most \w+) (?:\w+ ){1,3}(?:on (?:the|this) planet|of all time|in history|"
            r"in the (?:whole )?(?:world|country|universe))"
        ),
        r"second to none",
        r"number one (?:company|employer)",
        r"there is no better (?:company|place|employer|job)",
    ),
    "superlative_job": (
        r"(?:lifelong|biggest|greatest|childhood|ultimate) dream",
        r"(?:absolute )?dream (?:job|company|role|employer|position)",
        r"job of my dreams",
        r"dream come true",
        r"once[- ]in[- ]a[- ]lifetime",
        r"opportunity of a lifetime",
    ),
    "superlative_feeling": (
        (
            r"(?:absolutely|totally|incredibly|unbelievably|insanely|truly|utterly) (?:amazing|incredible|"
            r"thrilled|ecstatic|fantastic|phenomenal|outstanding|blown away|awesome|mind-?blowing|overjoyed|"
            r"inspiring|perfect|unbelievable)"
        ),
        r"beyond (?:words|thrilled|excited|grateful)",
        r"(?:thrilled|excited|happy|grateful)(?: beyond)? (?:beyond words|to the moon|than i can say)",
        r"over the moon",
        r"words (?:cannot|can't|can not) (?:express|describe)",
        r"blown away",
        (
            r"(?:amazing|incredible|phenomenal|mind-?blowing|unbelievable|extraordinary) (?:company|team|"
            r"opportunity|people|experience|culture|interview|conversation|chat|place|job|role|product|work|"
            r"time)"
        ),
    ),
}
