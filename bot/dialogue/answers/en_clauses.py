"""The clauses of an English story, as a table: how a clear clause sounds, and what it tells. Data only.

Never a guess: a hope, a question or a condition tells nothing, and neither does what the table does not know.
"""

from __future__ import annotations

from bot.dialogue.answers.patterns import pattern as _p
from bot.dialogue.answers.table import Clause, Facet
from storage.facts import Answer, Channel

# What the rules are made of

_NOT = r"(?:did ?n['’o]?t|did not|never|forgot to|could ?n['’o]?t|could not|have ?n['’o]?t|was ?n['’o]?t able to)"
_THEM = r"(?:them|her|him|everyone|everybody|the \w+)"
_I = r"\bi(?:['’]ve| have)?(?: also| really| even| just| then| already| definitely| clearly| actually)*"
_SAID = (
    rf"(?:{_I} |^(?:also |then )?)"
    rf"(?:told {_THEM}|said(?: to {_THEM})?|mentioned|made (?:it )?(?:very |really )?clear)"
)
_JOB = r"(?:(?:this|that|the) (?:job|role|position|one)\b|(?:it|this)\b|to (?:work|join|be part)\b)"
_WANT = (
    rf"(?:want(?:ed)? {_JOB}|interest(?:ed)?\b|keen\b|excited\b|eager\b|(?:would|['’]d) (?:really )?(?:love"
    rf"|like) {_JOB})"
)
_NOT_ME = (
    r"(?!.*\bi(?:['’]ll|['’]d| will| would| should| must| can| could| have to| need to| promised| agreed)\b(?! hear))"
)
_ANSWER = (
    r"(?:get(?:ting)? back|let(?:ting)? (?:me|us) know|decid(?:e|ing)|decision|hear(?: back| from)?|answer|in touch"
    r"|come back to|repl(?:y|ies)|respond|tell me|call|phone|ring|e-?mail|write|contact me|reach out)"
)
_WILL = (
    r"(?:will|['’]ll|would|['’]d|going to|gonna|wants? to|promised to|(?<!me )(?<!us )\bto)(?: \w+ly| also"
    r"| then| just)?"
)
_GIVE = r"(?:send|e-?mail|mail|forward|give|provide|share|upload|deliver|return|hand in|prepare|write up|bring|finish)"
_HOLDS = (
    # A subject after one of these goes on with the clause: "they said they …", "I told them I …".
    *("that", "said", "say", "says", "if", "when", "because", "what", "who", "which", "where", "how", "as", "think"),
    *("thought", "hope", "know", "whether", "while", "since", "until", "before", "after", "than", "sure", "promised"),
    *(
        "told me",
        "told us",
        "told them",
        "told her",
        "told him",
        "guess",
        "feel",
        "felt",
        "mentioned",
        "clear",
        "like",
        "made",
    ),
    *("to them", "to her", "to him", "everything", "so", "believe", "explained", "though", "thing"),
)
_FREE = "".join(rf"(?<!\b{word})" for word in _HOLDS)
_SUBJECT = (
    # "it" and "hr" are objects as well, and begin a clause only before a verb.
    r"(?:(?:i|they|he|she|we)(?:['’]\w+)? \w|there(?:['’]s| is| are| was| were| will)\b|hr (?:will|would|said"
    r"|told|wants)\b"
    r"|it(?:['’]s| is| was| went| will| would| has| had| felt| feels| all| just| really)\b)"
)
_VERB_FIRST = r"(?:told|said|met|promised|will|spoke|talked)\b"
_AND = r"(?:(?:and|but|so|oh|also|then|plus|um+|uh+|anyway)[\s,]+)*"
_SAYS = r"(?:will|would|said|told|explained|mentioned|showed)\b"

_NEXT = rf"(?:,\s*|\s+){_AND}(?={_SUBJECT})"

BOUNDARY = _p(
    # Where it may end is looked for first, and what stands before that last: it takes the longest.
    r"(?=[\s.,!;:])(?:"
    r"(?<=[?])\s+"
    r"|(?=[.!;:\n])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)[.!;:\n]+(?=\s|$)\s*"
    r"|\s+[–—-]\s+"
    rf"|(?={_NEXT}){_FREE}{_NEXT}"
    rf"|,\s*{_AND}(?=(?:the )?next (?:step|round|stage)\b)|,\s*{_AND}(?={_VERB_FIRST})|\s+(?:and|but"
    rf"|then)\s+(?={_VERB_FIRST})"
    rf"|,\s+(?:but|so)\s+|(?:,\s*|\s+)and\s+(?=\w+ {_SAYS})"
    r")"
)
DOUBTFUL = _p(
    r"\?\s*$|\b(?:hope|hoping|hopefully|wish|maybe|perhaps|might|if (?:they|he|she|only)|i (?:bet|assume|expect)"
    r"|should i|shall i|what if|would have|afraid|worried)\b"
)
MOOD_CLAUSE = _p(
    r"^(?:(?:well|so|honestly|ok|okay|hi|hey|oh|i (?:think|guess|feel like)|um+|uh+|yeah|yes|hmm+|overall|to be honest)"
    r"\b[, ]*)*"
    r"(?:(?:(?:it|that|this|all|everything|the (?:interview|talk|call|conversation|chat|whole thing"
    r"|(?:first|second|last) (?:half|part)|beginning|end|start))"
    r"(?: all| really| actually| just| overall)*|i) (?:went|was|is|felt|feel|has been|did)\b"
    r"|(?:it|that)['’]s (?:been|gone)\b|went\b)(?P<what>.*)$"
)

# The rules

_WANT_IT = (
    Clause(Facet.SAID, Answer.NO, _p(rf"\b{_NOT} (?:\w+ ){{0,3}}(?:tell|told|say|said|mention(?:ed)?)\b.*\b{_WANT}")),
    Clause(Facet.SAID, Answer.YES, _p(rf"^(?!.*\b{_NOT}\b).*?{_SAID}\b.*\b(?:i|my)\b.*\b{_WANT}")),
    Clause(
        Facet.WANTED,
        Answer.UNSURE,
        _p(rf"\b(?:not (?:\w+ )?sure|don['’]?t know|unsure|in two minds)\b.*\bi(?: \w+)? want {_JOB}"),
    ),
    Clause(
        Facet.WANTED,
        Answer.NO,
        _p(
            rf"^(?!.*\b(?:sure|told|said)\b).*"
            rf"\bi(?: \w+)? (?:don['’]?t|do not|no longer)(?: think i| really| even)* want {_JOB}"
            r"|\b(?:it|this|the (?:job|role))(?:['’]s| is) not (?:\w+ )?for me\b"
        ),
    ),
    Clause(
        Facet.WANTED,
        Answer.YES,
        _p(
            r"^(?!.*\b(?:tell|told|say|said|mention\w*|clear|not|no longer|sure|don['’]?t|didn['’]?t)\b).*"
            rf"\bi(?: really| still| do| definitely| just| so| also| would|['’]d)* (?:want|love) {_JOB}"
        ),
    ),
)
_NO_DAY = _p(
    r"\b(?:did ?n['’o]?t|did not|never|could ?n['’o]?t|nobody|no ?one)\b"
    r".*\b(?:say|said|tell|told|mention\w*|know|named?)\b.*\b(?:when|how long|dates?|days?|time ?(?:line|frame))\b"
    r"|\b(?:no|without an?) (?:time ?(?:line|frame)|date|deadline)\b"
)
_BY_PHONE = _p(
    rf"^{_NOT_ME}.*(?:{_WILL} (?:call|phone|ring)\b(?! (?:it|us)\b)"
    r"|\b(?:hear|contact|get back|know|tell|answer)\b.*\b(?:by|over the|on the) phone\b)"
)
_BY_MAIL = _p(
    rf"^{_NOT_ME}.*(?:{_WILL} (?:e-?mail|write|send me an? (?:e-?mail|mail)|drop me a line)\b"
    r"|\b(?:hear|contact|get back|know|tell|answer)\b.*\b(?:by|via|over|per) e-?mail\b)"
)
_ANSWER_DUE = (
    Clause(Facet.WINDOW, Answer.NO, _NO_DAY),
    Clause(Facet.WINDOW, None, _p(rf"^{_NOT_ME}.*\b{_ANSWER}\b")),
    Clause(Facet.WINDOW, None, _p(r"^(they|she|he|hr) (said|say|says|need|needs)\b(?! (i|my|that i|it was)\b)")),
    Clause(Facet.CHANNEL, Channel.PHONE, _BY_PHONE),
    Clause(Facet.CHANNEL, Channel.EMAIL, _BY_MAIL),
)
_THERE = (
    Clause(
        Facet.MET,
        None,
        _p(
            r"\b(?:met|(?:spoke|talked|chatted|sat down) (?:to|with)|(?:was )?interviewed (?:by|with)|it was with"
            r"|there (?:was|were)|panel (?:of|with))\b (?:with )?(?P<what>.+)"
        ),
    ),
    Clause(Facet.MET, None, _p(r"^(?P<what>.+) (?:was|were) (?:there|in the room|on the call)\b")),
)
_OWED = (
    Clause(
        Facet.PROMISED,
        Answer.NO,
        _p(r"\b(?:did ?n['’o]?t|did not|never) promise\b|\bpromised nothing\b|\bno promises\b"),
    ),
    Clause(
        Facet.PROMISED,
        None,
        _p(
            rf"(?:{_I} |^)(?:promised(?: {_THEM})?|agreed|offered"
            rf"|(?:said|told {_THEM})(?: that)? i(?:['’]d|['’]ll| would| will)|(?:still )?(?:need|have)) ?"
            rf"(?:to |that i(?:['’]d|['’]ll| would| will) )?(?P<what>{_GIVE}\b.+)"
        ),
    ),
    Clause(Facet.PROMISED, None, _p(rf"{_I} promised (?:{_THEM} )?(?P<what>(?!to\b|nothing\b|that\b|i\b|myself\b).+)")),
)
_HEARD = (
    Clause(
        Facet.DETAIL,
        None,
        _p(
            r"(?<!i )(?<!also )\b(?!i\b)[\w'’-]+(?: also| even| then| actually| really)*"
            r" (?:told (?:me|us)(?! to\b)|explained(?: to (?:me|us))?|mentioned|showed (?:me|us)"
            r"|described(?: to (?:me|us))?)"
            r"\b (?:that )?(?P<what>(?!.*\b(?:i|me|my|i['’]\w+)\b).{8,})"
        ),
    ),
    Clause(
        Facet.NEXT_STEP,
        None,
        _p(
            r"\bnext (?:step|round|stage|thing|interview|talk)s?(?:['’]s| is| are| will be| would be| comes)\b"
            r"|^(?:then|next|after that|afterwards)\b.*\b(?:there(?:['’]s| is| will)|comes|i(?:['’]ll| will| have)"
            r"|they(?:['’]ll| will))\b"
            r"|\b(?:second|2nd|third|final|last|technical|another) (?:round|interview|stage|talk|conversation) with\b"
        ),
    ),
)
CLAUSES = (*_WANT_IT, *_ANSWER_DUE, *_THERE, *_OWED, *_HEARD)
