"""How people put things in a language when they tell what was said: what `told` may drop, turn round, or must refuse.

Patterns of reading, not words that are said. A new language is one more row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.hear.bounded import bounded

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The habits of one language; each pattern is matched at the beginning unless it says otherwise."""

    around_role: re.Pattern[str] = _NEVER
    before_detail: re.Pattern[str] = _NEVER
    around_detail: re.Pattern[str] = _NEVER
    """A whole sentence around what was told: its `lead` and its `phrase`."""
    lead: re.Pattern[str] = _NEVER
    """The word of an opening that says what follows it."""
    doing: re.Pattern[str] = re.compile("")
    """What an idea must hold, so that it says something to do."""
    begun_with: re.Pattern[str] = _NEVER
    """An idea that names no doing: what one would begin with."""
    before_idea: re.Pattern[str] = _NEVER
    before_thing: re.Pattern[str] = _NEVER
    behind_thing: re.Pattern[str] = _NEVER
    reported: re.Pattern[str] = _NEVER
    """How it begins when somebody of them is said to have told it."""
    not_of_work: re.Pattern[str] = _NEVER
    """What is of the application, or of the Person, and not of their work."""
    speaker: re.Pattern[str] = _NEVER
    nothing: re.Pattern[str] = _NEVER
    """Says that there is nothing to say."""
    unkind: re.Pattern[str] = _NEVER
    """Anywhere: feelings and complaints that are not for the employer's eyes."""
    of_letter: re.Pattern[str] = _NEVER
    """Anywhere: what is said of the letter itself, or of another offer; neither was told there."""
    behind_detail: re.Pattern[str] = _NEVER
    """What the Person says of it, behind it: ", that bit was really interesting"."""
    small: re.Pattern[str] = _NEVER
    """A first word that is written small inside a sentence."""
    they: re.Pattern[str] = _NEVER
    """They as the subject, first in the phrase."""
    their: re.Pattern[str] = _NEVER
    """Anywhere: what is theirs."""
    you: tuple[tuple[str, str], ...] = ()
    others: re.Pattern[str] = _NEVER
    """Somebody else whom a later "their" may mean."""

    def addressed(self, text: str) -> str:
        """ "They" turned into "you", only where it is surely the reader who is meant."""
        found = self.they.match(text)
        if found is None:
            return text
        subject, rest = found[0], text[found.end() :]
        return _swap(subject, self.you) + self.owned(rest)

    def owned(self, text: str) -> str:
        """What is "theirs" is the reader's, unless somebody else was named before."""
        owns = [found.start() for found in self.their.finditer(text)]
        return text if owns and self.others.search(text[: owns[-1]]) else _swap(text, self.you)


def _swap(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = re.sub(rf"\b{old}\b", new, text, flags=re.IGNORECASE)
    return text


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(bounded("|".join(f"(?:{pattern})" for pattern in patterns)), re.IGNORECASE)


_WHO = (
    r"(?:they|he|she|someone|somebody|everyone|(?:the|my|their) (?:\w+ )?\w+"
    r"|(?-i:(?<![\w'-])[A-Z][\w'-]++(?: [A-Z][\w'-]++)?))"
)
_SAID = (
    r"(?:also |all |both |actually )?(?:said|says|told (?:me|us)|mentioned|explained|described|pointed out"
    r"|showed (?:me|us)|(?:talked|spoke) (?:a lot |a bit |mostly |mainly |at length )?(?:to (?:me|us) )?about)"
    r"(?: to (?:me|us))?"
)
_FINE = r"(?:toll|schön|gut|spannend|interessant|cool|super)"
_THAT = r"(?: (?:that|about|how they feel about))?"

HABITS = {
    "en": Habits(
        around_role=_any(r"^(?:the|an?)\s+", r"(?<!\s)\s++(?:role|position|job|post|vacancy)$"),
        before_detail=_any(
            rf"{_WHO} {_SAID}{_THAT},?\s",
            r"we (?:also )?(?:talked|spoke|chatted) about\s",
            r"i (?:really |also |just )?(?:liked|loved|enjoyed|remember(?:ed)?|noticed|learn(?:ed|t)|heard|found out"
            r"|was (?:really |very )?(?:impressed|surprised|struck)(?: by)?)"
            r"(?: it)?(?: (?:that|about|when|hearing(?: that| about)?))?\s",
            r"(?:it|that) (?:was|is) (?:really |very |so |quite )?(?:cool|nice|great|good|interesting|impressive)"
            r"(?: to hear)? (?:that\s|about\s|(?=how\b))",
            r"(?:well|so|um+|mainly|mostly|probably|maybe|perhaps|definitely|the fact)\b,?\s",
            r"(?:that|about(?= \D))\s",
        ),
        lead=re.compile(r"(?:that|about|said|says|told (?:me|us)|pointed out)(?=[\s,]*$)", re.IGNORECASE),
        begun_with=_any(r"(?:the|an?|your|their|our|my|this|that)\b|\w+ing\b"),
        before_idea=_any(
            r"(?:the |my )?first thing i(?:'d| would|'ll| will) do(?: is| would be)?(?: to)?[\s:]",
            r"(?:first(?: of all| thing)?|probably|maybe|perhaps|well|so)\b,?\s",
            r"i(?:'d| would|'ll| will| want to| would like to|'d like to)\b"
            r"(?: (?:probably|first|maybe|definitely|love to|like to|want to))*\s",
            r"(?:start|begin)(?: (?:out|off))?(?: by| with)\s",
        ),
        before_thing=_any(
            r"(?:to|i(?:'d| would|'ll| will)|that i(?:'d| would|'ll| will))\s",
            r"(?:e-?mail|mail|send|forward|share|bring|upload|provide|give)(?: (?:over|them|you|him|her))*\s",
            r"(?:it|them|that|this|something|everything|stuff)$",
        ),
        reported=_any(rf"(?!my ){_WHO} {_SAID}\b(?! (?:to|no|yes|it|me)\b)"),
        not_of_work=_any(
            r"\b(?:i|i'm|i'd|i've|me|my|mine|we|candidat\w*|applica\w*|interview\w*|decid\w+|decision\w*|shortlist\w*"
            r"|rounds?|hir(?:e|ing|ed)|vacanc\w+|referenc\w+|contract\w*|feedback|hear|call\w*|e-?mail\w*|touch|repl\w+"
            r"|answers?|process|approv\w+|budget|while|soon|wait\w*|weeks?|tomorrow|today|offers?|later|sorry|luck|thanks?"
            r"|if|whether|maybe|probably|would|will|won't|might|could|should|good (?:fit|impression))\b|'ll\b|'d\b"
        ),
        speaker=re.compile(rf"(?:that )?(?P<name>(?<![\w'-])[A-Z][\w'-]++(?: [A-Z][\w'-]++)?) {_SAID}\b"),
        nothing=_any(
            r"(?:nothing|none|no|nope|nah|n/?a|skip|pass|yes|yep|yeah|ok|okay|not really|not much)"
            r"(?: (?:really|much|special|comes to mind|thanks|at all|i can think of))*$",
            r"(?:not sure|no idea|no clue|dunno|don'?t know|don'?t remember|can'?t (?:remember|think)|hard to say)\b",
            r"i (?:don'?t|do not|can'?t|cannot|couldn'?t|forgot|have no)\b",
        ),
        unkind=_any(
            r"\b(?:bor(?:ed|ing)|rude|arrogant|unfriendly|creepy|weird|awkward|aw?ful|terribl\w*|horribl\w*|awful\w*"
            r"|stupid|idiot\w*|hate[ds]?|angry|nervous|scared|afraid|tired|exhausted|desperat\w*|ashamed|embarrass\w*"
            r"|disappoint\w*|unprofessional|chaotic|mess|toxic|underpaid|badly paid|pay badly|low pay|salar(?:y|ies)"
            r"|money|fired|laid off|lay-?offs?|lawsuit|gossip|burn-?out|ugly|sexist|racist|confidential|secret)\b"
        ),
        of_letter=_any(
            r"\b(?:(?:an?|the|my|one)?other (?:job )?offer|another (?:job )?offer|competing offer|blackmail\w*"
            r"|grovel\w*|begg(?:y|ing)|sound(?:s|ing)? (?:like|too|so|as)|make it sound"
            r"|(?:don'?t|do not|without) (?:nam|mention)\w*"
            r"|my texting|normal english|capital letters?)\b"
        ),
        behind_detail=re.compile(
            r"(?:,| [–—-]+) (?:(?:that|this|it|which)(?: \w+)? (?:was|is|sounds|sounded)"
            r"|i (?:really )?(?:liked|loved|found))"
            r"[^,]{1,60}$",
            re.IGNORECASE,
        ),
        small=re.compile(
            r"(?:The|They|Their|There|That|This|These|Those|You|Your|It|Its|A|An|How|Why|What|When|Where|Who|Not|No|Every"
            r"|Everyone|Everybody|Each|All|Some|Most|Many|People|Talk|Talking|Learn|Learning|Ask|Asking|Meet|Meeting"
            r"|Look|Looking|Make|Making|Fix|Fixing|Build|Building|Moving|Working|Having|Going|Getting)(?:'\w+|’\w+)?\b"
        ),
        they=re.compile(r"(?:(?:how|why|what|where|when) )?(?:they(?:['’]\w+)?|their)\b", re.IGNORECASE),
        their=_any(r"\b(?:their|they)\b"),
        you=(("they", "you"), ("their", "your")),
        others=_any(
            r"\b(?:people|children|staff|everyone|everybody|everyone's|clients?|customers?|folks|men|women|police)\b",
            r"(?<!nobody )(?<!\bone )(?<!\bwho )(?<!\bthat )(?<!\bit )"
            r"\b(?!(?:is|was|has|does|its|this|always|us|business|process|less|across|as)\b)\w{2,}s\b",
        ),
    ),
    "de": Habits(
        around_role=_any(r"^(?:die|der|das|den|eine?n?|als)\s+", r"(?<![\s-])[\s-]++(?:stelle|position|job|posten)$"),
        before_detail=_any(
            r"(?:sie|er|man|jemand|(?:die|der) \w+|(?-i:(?<![\w-])[A-ZÄÖÜ][\w-]++)) (?:hat|haben)(?: mir| uns)?"
            r" (?:auch |noch )?(?:erzählt|gesagt|erklärt|erwähnt|gezeigt),?\s",
            rf"(?:es|das) (?:war|ist) (?:so |sehr |echt )?{_FINE}(?: zu hören)?,? ",
            r"(?:(?:es|das gespräch) )?ging (?:auch |vor allem |viel |lange )?um\s",
            rf"(?:mir hat (?:gut |sehr )?gefallen|ich fand(?: es)? {_FINE}),? ",
            r"(?:also|na ja|naja|vor allem|vielleicht|hauptsächlich|interessant|spannend|toll)\b,?\s",
        ),
        around_detail=_any(
            r"^(?:(?:sie|er|wir|man|(?-i:[A-ZÄÖÜ]\S+(?: [A-ZÄÖÜ]\S+)?)) (?:hat|haben)(?: mir| uns| viel| lange| kurz)*"
            r"|ich (?:fand|mochte)(?: gut)?,? was sie) (?P<lead>von|vom|über) (?P<phrase>.+?)"
            r" (?:erzählt|gesprochen|geredet|berichtet|erzählte[n]?)(?: hat| haben)?$",
        ),
        doing=re.compile(r"(?:en|ern|eln|tun)\W*$|(?:^| )(?:mit|bei) "),
        reported=_any(
            r"(?:sie|er|man|(?:die|der) \w+|(?-i:(?<![\w-])(?:Frau |Herr )?[A-ZÄÖÜ][\w-]++)) (?:hat|haben)"
            r"(?: mir| uns)? (?:auch |noch )?(?:erzählt|gesagt|erklärt|erwähnt|gezeigt),? (?:dass|wie|warum|was)\b",
        ),
        not_of_work=_any(
            r"\b(?:ich|mir|mich|mein\w*|wir|uns|bewerb\w+|kandidat\w*|gespräch\w*|entscheid\w+|entschied\w*|runden?|stelle\w*"
            r"|vertr\w+|zeugnis\w*|referenz\w*|rückmeld\w*|bescheid|meld\w+|anruf\w*|antwort\w*|mails?|warten|wochen?"
            r"|morgen|heute|bald|angebot\w*|gehalt\w*|danke|leid|vielleicht|wahrscheinlich|würde\w*|werden?|wird|ob)\b"
        ),
        before_idea=_any(
            r"(?:ich würde|ich will|ich möchte|ich werde)(?: (?:zuerst|als erstes|zunächst|wohl|gern|gerne))*\s",
            r"(?:zuerst|als erstes|zunächst|vielleicht|wohl)(?: würde ich)?\b,?\s",
        ),
        behind_thing=_any(
            r"(?<!\s)\s++(?:zu )?(?:(?:nach|zu|hin)?(?:zu)?(?:schicken|senden|reichen|liefern|mailen)|mailen)$"
        ),
        before_thing=_any(r"(?:ihnen|ihr|ihm|noch)\s", r"(?:es|das|sie|etwas|alles)$"),
        nothing=_any(
            r"(?:nichts|nein|nee|nö|keine?|k\.?a\.?|ja|ok|okay|nicht viel|nicht wirklich|überspringen)"
            r"(?: (?:besonderes|wirklich|mehr|dergleichen))*$",
            r"(?:keine ahnung|weiß (?:ich )?(?:es )?nicht|nicht sicher|fällt mir)\b",
        ),
        unkind=_any(
            r"\b(?:langweil\w*|unhöflich\w*|arrogant\w*|unfreundlich\w*|komisch\w*|seltsam\w*|peinlich\w*|furchtbar\w*"
            r"|schrecklich\w*|schlimm\w*|dumm\w*|blöd\w*|doof\w*|idiot\w*|hass\w*|wütend\w*|nervös\w*|angst|müde|erschöpft"
            r"|verzweif\w*|scham\w*|schäm\w*|enttäusch\w*|unprofessionell\w*|chaot\w*|chaos|toxisch\w*|unterbezahlt"
            r"|schlecht\w*|gehalt\w*|gehälter\w*|geld|gekündigt|entlass\w*|gerücht\w*|burn-?out|hässlich\w*|sexist\w*"
            r"|rassist\w*|quatsch\w*|verkackt\w*|verhauen|vergeigt|vertraulich\w*|geheim\w*|scheiß\w*)\b"
        ),
        of_letter=_any(
            r"\b(?:(?:ander|weiter|zweit)\w* angebot\w*|noch ein angebot|konkurrenzangebot\w*|erpress\w*|bettel\w*"
            r"|(?:klingen|klingt|klingend)|schleim\w*|nicht (?:nennen|erwähnen)|anbiedern\w*)\b"
        ),
        behind_detail=re.compile(
            r"(?:,| [–—-]+) (?:das|was|die|den|der) (?:fand|finde|hat|war|ist|klang|klingt)\b[^,]{1,60}$", re.IGNORECASE
        ),
        small=re.compile(r"(?:Dass|Wie|Warum|Was|Wo|Wann|Die|Der|Das|Ein|Eine|Es|Man|Viele|Alle|Jede\w?|Mit|Zuerst)\b"),
        they=re.compile(r"(?:(?:dass|wie|warum|was|wo|wann) )?sie\b", re.IGNORECASE),
        their=_any(r"\bihre?[mnrs]?\b"),
        you=(("sie", "Sie"), *((f"ihr{end}", f"Ihr{end}") for end in ("", "e", "em", "en", "er", "es"))),
        others=_any(r"\b(?:leute|kund\w+|nutzer\w*|menschen|kinder\w*|mitarbeit\w+|team\w*|alle|jede\w?|kolleg\w+)\b"),
    ),
}
NO_HABITS = Habits()
