"""The clauses of a German story, as a table: how a clear clause sounds, and what it tells. Data only.

Never a guess: a hope, a question or a condition tells nothing, and neither does what the table does not know.
"""

from __future__ import annotations

from bot.dialogue.answers.de_patterns import pattern as _p
from bot.dialogue.answers.table import Clause, Facet
from storage.facts import Answer, Channel

# What the rules are made of

_NOT = r"\b(?:nicht|nie|vergessen|nirgends|keine?n?|gar nicht|nichts)\b"
_THEY = r"\b(?:sie|er|man|die|der|das|hr|(?:frau|herr) [\w-]+|(?!ich\b|wir\b|mich\b|mir\b)[\w-]+)\b"
_I = r"\b(?:ich (?:hab|habe)|(?:hab|habe) ich|(?:ich )?(?:hab|habe))\b"
_JOB = r"(?:(?:die|den|diese|diesen) (?:stelle|job|position|arbeit)|das|es|dort|da|ihnen|dazu|dabei)"
_WANT = (
    r"(?:interess\w+|(?:ich )?(?:die|den|diese|diesen|das|es|dort|da|gern|gerne|unbedingt|wirklich|sehr|noch| )*"
    r"(?:möchte|will|wollen würde|haben will|haben möchte|arbeiten (?:will|möchte|würde))"
    r"|(?:lust|bock) (?:auf|habe|hätte))"
)
_NOT_ME = (
    r"(?!.*\bich (?:werde|würde|soll|sollte|muss|kann|könnte|habe versprochen|schicke|sende"
    r"|melde)\b(?!.*\bhören\b))"
)
_ANSWER = (
    r"(?:(?:sich )?(?:melden|meldet|gemeldet)|bescheid|entscheiden|entscheidet|entscheidung"
    r"|hören?|hört|antwort(?:en|et)?|rückmeldung"
    r"|zurückmelden|zurück|rufen|ruft|anrufen|anruf|mailen|mail|schreiben|schreibt"
    r"|kontaktieren|informieren|sagen mir|erfahre)"
)
_GIVING = (
    r"(?:schick\w*|zuschick\w*|send\w*|zusend\w*|mail\w*|nachreich\w*|nachzureichen|reiche"
    r"|einreich\w*|einzureichen|liefer\w*|geben|gebe"
    r"|vorbereite\w*|hochlad\w*|hochzuladen|zuzuschicken|zuzusenden|zukommen)"
)
_HOLDS = (
    # A subject after one of these goes on with the clause: "dass sie …", "ich habe gesagt, ich …".
    *(
        "dass",
        "ob",
        "wenn",
        "weil",
        "was",
        "wer",
        "wo",
        "wie",
        "als",
        "da",
        "bevor",
        "nachdem",
        "w.hrend",
        "waehrend",
        "bis",
        "damit",
        "obwohl",
    ),
    *("hoffentlich", "vielleicht", "wahrscheinlich", "vermutlich", "eventuell", "falls"),
    *(
        "wann",
        "warum",
        "die",
        "der",
        "das",
        "gesagt",
        "sagte",
        "sagten",
        "meinte",
        "meinten",
        "gemeint",
        "glaube",
        "denke",
        "hoffe",
        "finde",
    ),
    *(
        "erz.hlt",
        "erkl.rt",
        "erw.hnt",
        "erzaehlt",
        "erklaert",
        "erwaehnt",
        "versprochen",
        "so",
        "zugesagt",
        "angeboten",
    ),
)
_FREE = "".join(rf"(?<!\b{word})(?<!\b{word},)" for word in _HOLDS)
_SUBJECT = (
    r"(?:(?:ich|wir) (?:hab|habe|haben|war|waren|bin|möchte|will|soll|muss|konnte|hatte|weiß"
    r"|fand|schick\w*|sende|werde|glaube|denke|hoffe)\b"
    r"|(?:sie|er|man) (?:wollen|will|wollten|wollte|werden|wird|melden|meldet|sagten?|meinten?"
    r"|haben|hat|hatten?|rufen|ruft|schreiben|schreibt"
    r"|entscheiden|entscheidet|waren?|sind|ist|möchten?|brauchen|geben)\b"
    r"|es (?:war|lief|ging|gab|gibt|ist|hat|waren)\b|das (?:war|lief|gespräch)\b|dabei (?:war"
    r"|waren)\b|da (?:war|waren)\b"
    r"|(?:bis|am|nächste|in) [\w. ]{2,25} (?:melden|meldet|rufen|ruft|bekomme|höre|schreiben"
    r"|wollen|entscheiden|soll|schicke)\b"
    r"|(?:hab|habe) ich\b|(?:melden|meldet|rufen|schreiben|wollen) sie\b|versprochen hab\w*\b)"
)
_AND = r"(?:(?:und|aber|also|dann|auch|ach|außerdem|ähm*|naja)[\s,]+)*"

_NEXT = rf"(?:,\s*|\s+){_AND}(?={_SUBJECT})"

BOUNDARY = _p(
    # Where it may end is looked for first, and what stands before that last: it takes the longest.
    r"(?=[\s.,!;:])(?:"
    r"(?<=[?])\s+"
    r"|(?=[.!;:\n])(?<!\bDr)(?<!\bHr)(?<!\bFr)(?<!\bProf)(?<!\d)[.!;:\n]+(?=\s|$)\s*"
    r"|(?<=\d)\.(?=\s+(?:ich|sie|es|er|das|wir|dabei)\b)\s*"
    r"|\s+[–—-]\s+"
    rf"|(?={_NEXT}){_FREE}{_NEXT}"
    r"|,\s+(?:aber|also)\s+"
    r")"
)
DOUBTFUL = _p(
    r"\?\s*$|\b(?:hoffe|hoffen|hoffentlich|wünsche|vielleicht|eventuell|evtl|womöglich"
    r"|möglicherweise|wahrscheinlich|falls|wenn (?:sie|er|ich|man)"
    r"|(?:ich )?(?:glaube|vermute|nehme an|schätze|befürchte|fürchte)|soll ich|sollte ich"
    r"|was wenn|angenommen|wäre|hätten? gern|ob sie)\b"
)
MOOD_CLAUSE = _p(
    r"^(?:(?:also|na ja|naja|ja|ehrlich(?: gesagt)?|ok(?:ay)?|hallo|hi|ach|ich (?:glaube|finde"
    r"|denke)|hm+|insgesamt|im großen und ganzen|eigentlich)\b[, ]*)*"
    r"(?:(?:es|das|alles|das (?:gespräch|interview|telefonat|ganze)|die (?:erste "
    r"|zweite )?(?:hälfte|runde)|der (?:anfang|schluss|termin)|ich) ?"
    r"(?:(?:lief|ging|war|ist|verlief|fühlte sich|hat sich|fand)\b(?: (?:es|gelaufen|gegangen"
    r"|für mich|für mein gefühl|insgesamt))?|ist gelaufen)"
    r"|(?:lief|ging|war|gelaufen)\b)(?P<what>.*)$"
)

# The rules

_WANT_IT = (
    Clause(
        Facet.SAID,
        Answer.NO,
        _p(
            rf"(?=.*{_NOT}).*(?:{_I}|\bkonnte\b|\bkam\b).*(?:gesagt|sagen|erwähnt|zu sagen|zur sprache"
            rf"|rübergebracht)\b"
            rf".*{_WANT}|(?=.*{_NOT}).*\b(?:kam|wurde)\b.*\b(?:interesse|dass ich)\b.*\b(?:zur sprache"
            rf"|gesagt|rüber|deutlich)\b"
            rf"|{_I}.*{_NOT}.*\b(?:gesagt|erwähnt)\b.*\b(?:interess\w*|möchte|will)\b"
        ),
    ),
    Clause(
        Facet.SAID,
        Answer.YES,
        _p(
            rf"^(?!.*{_NOT}).*{_I}.*\b(?:gesagt|erwähnt|klar gemacht|klargemacht|deutlich gemacht"
            rf"|betont)\b.*{_WANT}"
            rf"|^(?!.*{_NOT}).*{_I}.*\b(?:mein )?interesse\b.*\b(?:gesagt|gezeigt|bekundet|betont"
            rf"|klargemacht|deutlich)\b"
        ),
    ),
    Clause(
        Facet.WANTED,
        Answer.UNSURE,
        _p(
            r"\b(?:nicht (?:\w+ )?sicher|weiß (?:noch |gar |ich )*nicht|unsicher"
            r"|hin und her)\b.*\b(?:ob )?(?:ich )?.*\b(?:will|möchte)\b"
        ),
    ),
    Clause(
        Facet.WANTED,
        Answer.NO,
        _p(
            r"^(?!.*\b(?:gesagt|sicher|weiß)\b).*\bich (?:will|möchte)\b.*\b(?:stelle|job|das|da|dort"
            r"|sie|ihn|es)\b.*\bnicht(?: mehr)?\b"
            r"|\b(?:das|die stelle|der job) ist (?:doch )?nichts für mich\b|\bkein interesse mehr\b"
        ),
    ),
    Clause(
        Facet.WANTED,
        Answer.YES,
        _p(
            rf"^(?!.*(?:\b(?:gesagt|sagen|erwähnt|klar|weiß|sicher|ob)\b|{_NOT})).*\bich (?:will|möchte"
            rf"|hätte|würde)\b(?: \w+){{0,3}} ?"
            rf"\b(?:{_JOB}|die|den|sie|ihn|gern|gerne)\b"
        ),
    ),
)
_NO_DAY = _p(
    rf"(?=.*{_NOT}).*\b(?:gesagt|sagen|erwähnt|genannt|verraten|weiß|wussten?)\b.*\b(?:wann"
    rf"|wie lange|datum|termin|tag|zeitraum|frist)\b"
    rf"|(?=.*{_NOT}).*\b(?:wann|wie lange|datum|termin|tag|zeitraum|frist)\b.*\b(?:gesagt"
    rf"|erwähnt|genannt|verraten|bekannt)\b"
    r"|\b(?:kein(?:en)?|ohne) (?:datum|termin|zeitraum|zeitplan|frist)\b"
)
_ANSWER_DUE = (
    Clause(Facet.WINDOW, Answer.NO, _NO_DAY),
    Clause(Facet.WINDOW, None, _p(rf"^{_NOT_ME}.*\b{_ANSWER}\b")),
    Clause(
        Facet.CHANNEL,
        Channel.PHONE,
        _p(rf"^{_NOT_ME}.*(?:\b(?:rufen|ruft)\b.*\ban\b|\b(?:anrufen|telefonisch|per telefon|anruf)\b)"),
    ),
    Clause(
        Facet.CHANNEL,
        Channel.EMAIL,
        _p(
            rf"^{_NOT_ME}.*(?:\b(?:per|via|eine) (?:e-?)?mail\b|\b(?:schreiben|schreibt|mailen"
            rf"|mailt)\b(?: (?:mir|sie))?|\bschriftlich\b)"
        ),
    ),
)
_THERE = (
    Clause(Facet.MET, None, _p(r"\b(?:dabei|da|dort) waren?\b (?:auch |noch )?(?P<what>.+)")),
    Clause(Facet.MET, None, _p(r"\bes waren? (?P<what>.+) (?:da|dabei)\b")),
    Clause(
        Facet.MET,
        None,
        _p(rf"{_I} (?:\w+ )?mit (?P<what>.+?)(?: gesprochen| geredet| zusammengesessen| telefoniert)\b"),
    ),
    Clause(Facet.MET, None, _p(r"\b(?:gespräch|interview) (?:war )?mit (?P<what>.+)")),
    Clause(Facet.MET, None, _p(rf"{_I} (?P<what>.+?) (?:getroffen|kennengelernt)\b")),
    Clause(Facet.MET, None, _p(r"^(?P<what>.+) (?:war|waren) (?:da|dabei|im raum|am telefon)\b")),
)
_OWED = (
    Clause(
        Facet.PROMISED,
        Answer.NO,
        _p(rf"{_I}.*\bnichts\b.*\bversprochen\b|\bnichts versprochen\b|\bkeine versprechen\b"),
    ),
    Clause(
        Facet.PROMISED,
        None,
        _p(
            rf"(?:{_I}(?: ihnen| ihr| ihm| auch| noch| denen)* (?:versprochen|zugesagt|angeboten"
            rf"|ausgemacht|gesagt)|^versprochen(?: hab\w*(?: ich)?)?)"
            rf"[, :]*(?:dass )?(?P<what>.*\b{_GIVING}\b.*)"
        ),
    ),
    Clause(
        Facet.PROMISED,
        None,
        _p(rf"\bich (?:soll|muss|wollte|werde)(?: ihnen| noch| ihr| ihm| denen| auch)* (?P<what>.+ {_GIVING})\b"),
    ),
    Clause(
        Facet.PROMISED,
        None,
        _p(
            rf"{_I}(?: ihnen| ihr| ihm| denen)? (?P<what>(?!nichts\b|es\b|mir\b"
            rf"|mich\b).+?) (?:versprochen|zugesagt)\b"
        ),
    ),
)
_HEARD = (
    Clause(
        Facet.DETAIL,
        None,
        _p(
            r"(?<!ich )\b(?!ich\b|habe?\b)[\w'’-]+ (?:hat|haben)(?: mir| uns| auch| noch"
            r"| dann)* (?:erzählt|erklärt|erwähnt|gezeigt|gesagt|verraten)"
            r"[, :]*(?P<what>(?!.*\b(?:ich|mich|mir|mein\w*)\b).{8,})"
        ),
    ),
    Clause(
        Facet.NEXT_STEP,
        None,
        _p(
            r"\b(?:der )?nächste (?:schritt|runde|termin|gespräch)\b.*\b(?:ist|wäre|wird|kommt|sind)\b"
            r"|\bals nächstes\b"
            r"|^(?:dann|danach|anschließend)\b.*\b(?:kommt|gibt es|folgt|soll|noch)\b"
            r"|\b(?:zweite[sn]?|dritte[sn]?|letzte[sn]?|weitere[sn]?) (?:runde|gespräch"
            r"|interview) mit\b|\bzweitgespräch mit\b"
        ),
    ),
)
CLAUSES = (*_WANT_IT, *_ANSWER_DUE, *_THERE, *_OWED, *_HEARD)
