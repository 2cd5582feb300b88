"""Which Opportunity a text is about: the one it names, the only one there is, or the one that is asked for.

How an employer is told from a person or a weekday by the words around its name is here, too; what happens to the
Opportunity is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import finished
from bot.turn import Button
from storage.facts import Opportunity

MOST_BUTTONS = 10


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABOUT_ANOTHER_ANYWAY = ("accepted", "declined", "other_offer", "competing_offer")
"""What is told of an employer by naming another one."""
_LEGAL = _words("ag co corp corporation gmbh inc kg limited llc ltd plc se ug")
"""What may follow a name and leaves it the same."""
_ORGANISATION = _words(
    "academy agency airlines associates bank capital clinic college consulting corp corporation council dental design"
    " digital energy engineering foods foundation games global gmbh group health healthcare holding holdings hospital"
    " hotel hotels inc industries institute international kliniken klinikum labs laboratories limited llc logistics"
    " ltd media motors networks partners pharma plc recruiting recruitment research robotics school services software"
    " solutions stiftung studio studios systems talent tech technologies technology trust university ventures verlag"
    " werke works"
)
_NO_EMPLOYERS = _words(
    "dear hi hello hey hallo thanks sadly unfortunately sorry ugh well oh so just then also now finally because since"
    " when while if although however meanwhile update news good bad great big late early last next morning afternoon"
    " evening tonight someone somebody nobody everyone anyone all both she who what there here these those your"
    " got get been was were is are received rejection rejected letter offer invitation subject re fwd message another"
    " hiring recruiter recruiters recruiting manager boss company firm team head director ceo cto cfo coo vp ceos human"
    " resources interview interviews call phone email mail google meet whatsapp slack outlook"
    " senior junior lead product project software data marketing sales controller designer developer engineer analyst"
    " consultant assistant nurse teacher accountant"
    " mr mrs ms dr prof frau herr"
    " mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember"
    " heute gestern morgen leider ich sie er es wir ihr der die das den dem ein eine einer mein meine ihre seine unsere"
    " absage einladung angebot antwort nachricht man jemand niemand nun jetzt dann und oder aber chef chefin"
    " firma"
)
_FIRST_NAMES = _words(
    "aisha alex alexander ali alice amy ana andrea andreas andrew anja anna anne anton ben benjamin bernd bob carla"
    " carlos carol caroline charlie chris christian christina claire clara claudia dana daniel david diana elena emily"
    " emma eric erik eva fatima felix frank george grace hannah hans helen henry ines isabel jack jacob jakob james"
    " jan jana jane jennifer jessica jim joe johanna john jonas jonathan josh julia julian karen karin kate kevin"
    " klaus lara laura lea lena leo leon lily linda lisa lucas lucy luis lukas maja marc marco maria marie mark markus"
    " martin martina mary matt matthew max maya mia michael michelle mike miriam mohamed nadia nick nicole nina nora"
    " oliver olivia omar patrick paul paula peter petra philip priya rachel ralf raj rebecca richard robert rosa ruth"
    " sabine sam samuel sandra sara sarah sebastian silvia simon sofia sonja sophia sophie stefan stefanie stephen"
    " steve susan susanne tanja thomas tim tina tobias tom uwe victoria walter wei will william yusuf"
)
_BEFORE_PEOPLE = _words("mr mrs ms dr prof frau herr der die das mein meine unser unsere ein eine")
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’&-]+"
CAPITALISED = rf"{_WORD}(?: (?:of |& )?{_WORD}){{0,3}}"
"""A name of up to four words, by its capitals: for patterns that do not ignore case."""
_NAME = rf"(?<![\w'’&-])(?P<name>{CAPITALISED})"
_HAVE = (
    r"(?: (?i:has|have|had|just|already|finally|also|now|today|yesterday|sadly|unfortunately|again|then|hat|haben|mir"
    r"|mich|heute|gestern|leider|gerade|eben))*"
)
_DECIDED = (
    r" (?i:rejected|turned me down|passed on me|ghosted|declined (?:me|my)|dropped me|refused me|said no"
    r"|(?:hired|chose|picked|went with) (?:me|someone|somebody|another|an internal|the other)"
    r"|invited me|offered me|made me an offer|(?:sent|gave) me (?:an offer|a rejection|a contract)"
    r"|(?:put|paused|froze|filled|closed|moved) (?:the|my|their|our|hiring|everything)\b"
    r"|wants? (?:me|to (?:see|meet|hire) me)|cancell?ed|called off|postponed|rescheduled)\b"
)
_ENTSCHIEDEN = (
    r" (?:hat|haben)(?: (?:mir|mich|heute|gestern|leider|gerade|eben|jetzt|schon|doch|zum|zu einem|\w*gespräch))*"
    r" (?i:abgesagt|abgelehnt|eingeladen|ein angebot gemacht|einen korb gegeben)\b"
)
_SPOKE = r" (?i:called|phoned|rang|wrote|e-?mailed|mailed|texted|replied|answered|contacted|angerufen|geschrieben)\b"
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}(?:{_HAVE}{_DECIDED}|{_ENTSCHIEDEN})",
        rf"\b(?i:rejected|ghosted|turned down|invited) by {_NAME}",
        r"\b(?i:rejection|rejection letter|offer|offer letter|invitation|invite|a no|absage|einladung|angebot)"
        rf" (?:from|by|von|bei) {_NAME}",
        r"\b(?i:colleague|recruiter|someone|somebody|lady|woman|guy|man|manager|boss|hr|kollegin|kollege|jemand"
        rf"|personalerin|personaler)(?: called \w+)? (?:from|at|of|von|bei) {_NAME}",
        rf"(?<!\w){_WORD} (?:from|von|bei) {_NAME}{_HAVE}(?:{_SPOKE}|{_DECIDED})",
        rf"\b(?i:interview|round|gespräch) (?:at|with|bei|mit) {_NAME} (?i:is|was|got|has|wurde|ist)\b",
    )
)
"""Where an employer stands; a person would have to be known by name."""
_IF_ORGANISATION = tuple(
    re.compile(pattern) for pattern in (rf"{_NAME}{_HAVE}{_SPOKE}", rf"\b(?:from|with|at|von|bei|mit) {_NAME}")
)
"""Where a person may stand just as well: it takes a word like "Labs" in the name."""


def named_in(talk: Talk, text: str) -> list[Opportunity]:
    """The open Opportunities whose employer stands in the text, in whole words; "Acme Labs" does not name Acme."""
    spans = {o.id: list(_spans(talk, o.employer, text)) for o in talk.open_opportunities}
    every = [span for found in spans.values() for span in found]
    return [o for o in talk.open_opportunities if any(not _is_inside(span, every) for span in spans[o.id])]


def is_employer(talk: Talk, name: str) -> bool:
    """Whether a name can be that of an employer that is not open: no person, no day, none of the open ones."""
    words = name.casefold().replace("’", "'").split()
    people = [talk.person.name, *(one for interview in talk.known.interviews for one in interview.interviewers)]
    met = {word for one in people for word in one.casefold().split()}
    is_person = words[0] in met | _FIRST_NAMES and not is_organisation(name)
    known = any(_is_short_for(talk, name, o.employer) for o in talk.open_opportunities)
    return not (known or is_person or _is_no_name(words[0]))


def is_organisation(name: str) -> bool:
    """Whether a name says itself that it is one of a firm: "Nova Works"."""
    words = name.casefold().split()
    return len(words) > 1 and words[-1] in _ORGANISATION


def stranger_in(talk: Talk, text: str) -> str | None:
    """The employer a text clearly names, and that is none of the open ones."""
    if text.isupper() or named_in(talk, text):
        return None
    sure = (name for pattern in _SURE for name in _names(pattern, text))
    organisations = (name for pattern in _IF_ORGANISATION for name in _names(pattern, text) if is_organisation(name))
    return next((name for name in (*sure, *organisations) if is_employer(talk, name)), None)


def about(talk: Talk, text: str, purpose: str) -> Opportunity | None:
    """The Opportunity that `text` is about; None when the Person has been asked which.

    `purpose` and the text are kept, so that one tap goes on with them.
    """
    chosen = talk.chosen
    if chosen is not None:
        return chosen
    candidates = named_in(talk, text) or list(talk.open_opportunities)
    strange = purpose not in _ABOUT_ANOTHER_ANYWAY and stranger_in(talk, text) is not None
    if len(candidates) == 1 and not strange:
        return candidates[0]
    talk.ask("which", None, f"{purpose} {text}")
    buttons = tuple((talk.button("which", o.id, label=_label(o)),) for o in candidates[:MOST_BUTTONS])
    talk.say("ask.which", (*buttons, *none_button(talk, strange)))
    return None


def none_button(talk: Talk, strange: bool) -> tuple[tuple[Button, ...], ...]:
    """The way out for who spoke of an employer that is not known yet."""
    return ((talk.button("which.none"),),) if strange else ()


def none_of_these(talk: Talk, pressed: Pressed) -> None:
    """It was another employer: nothing is kept, and how to add it is said."""
    if talk.person.asking != "which":
        return finished(talk)
    talk.drop_question()
    talk.seal(pressed.verb)
    talk.say("which.none")
    return None


def _spans(talk: Talk, employer: str, text: str) -> Iterator[tuple[int, int]]:
    words = r"\s+".join(re.escape(word) for word in employer.split())
    for found in re.finditer(rf"(?<!\w){words}s?(?!\w)", text, re.IGNORECASE):
        if text.isupper() or not _is_longer(talk, text[found.end() :]):
            yield found.span()


def _is_longer(talk: Talk, rest: str) -> bool:
    """Whether a name goes on after what is known of it, with a word that makes it another one.

    In German every noun has a capital: there the word must be one that firms have in their names.
    """
    found = re.match(rf" ({_WORD})", rest)
    word = found[1].casefold() if found else ""
    if not word or word in _LEGAL:
        return False
    return word in _ORGANISATION or not (talk.person.language == "de" or word.endswith("ed") or _is_no_name(word))


def _is_short_for(talk: Talk, name: str, employer: str) -> bool:
    """Whether a name begins as that of a known employer does, and is not one of another that is named after it."""
    first = [one.casefold().replace("’", "'").split()[0].removesuffix("'s") for one in (name, employer)]
    longer = name.casefold().startswith(f"{employer.casefold()} ") and _is_longer(talk, name[len(employer) :])
    return first[0] == first[1] and not longer


def _is_inside(span: tuple[int, int], every: list[tuple[int, int]]) -> bool:
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in every)


def _is_no_name(word: str) -> bool:
    from bot.dialogue.happening_rows import NO_NAMES

    plain = re.split(r"['’]", word)[0]
    return plain in NO_NAMES or plain in _NO_EMPLOYERS


def _names(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Names where the pattern has them, without what only stands beside them: "Yesterday Umbrella", "Umbrella HR"."""
    for found in pattern.finditer(text):
        words = found["name"].split()
        while words and _is_no_name(words[-1].casefold()):
            words.pop()
        if words and _is_no_name(words[0].casefold()) and not _is_title(words[0]):
            words = words[1:]
        if words and not re.search(r"\b(my|our|their|der|die|das|mein|meine)\W+$", text[: found.start("name")]):
            yield " ".join(words)


def _is_title(word: str) -> bool:
    return word.casefold().strip(".") in _BEFORE_PEOPLE


def _label(opportunity: Opportunity) -> str:
    return f"{opportunity.employer} · {opportunity.role}" if opportunity.role else opportunity.employer
