"""The values that a message is taken apart into, and what a rule is: `rule(clause, context) -> acts`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import field
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from bot.hear.act import Act, Doubt, Slot
from bot.hear.role import Role
from bot.hear.scene import Scene
from bot.hear.vocabulary import NOWHERE, Places
from storage.values import dataclass

Read = TypeVar("Read")


class Modality(StrEnum):
    """What a clause does with what it speaks of. There is one sense of it for all acts: `bot.hear.modality`."""

    FACT = "fact"
    """It is or was so: "they rejected me"."""
    PLANNED = "planned"
    """It is going to be: "I'll write to them tomorrow", "the interview is on Friday" (a fact with a coming time)."""
    ASKED = "asked"
    """A question, with or without its mark: "did they reject me", "should I write"."""
    REQUESTED = "requested"
    """An imperative, a wish to the coach: "write me a thank-you", "can you draft", "please mute Acme"."""
    NEGATED = "negated"
    """It is not so: "they didn't reject me", "I haven't written yet"."""
    FEARED = "feared"
    """ "I'm afraid they rejected me", "what if they reject me"."""
    HOPED = "hoped"
    """ "I hope they call", "would be great if"."""
    CONDITIONAL = "conditional"
    """ "if they reject me", "falls sie absagen", and what follows from it."""
    OTHERS = "others"
    """Somebody else's: "my sister got an offer", "a friend says"."""
    QUOTED = "quoted"
    """Hearsay, general wisdom, somebody's words between quotation marks: "people say", "I read that"."""


class Tense(StrEnum):
    """When it is, as far as the verbs say."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Subject(StrEnum):
    """Who does it, as far as the words say."""

    I = "i"  # noqa: E741
    THEY = "they"
    """The employer, its people, its recruiter."""
    OTHER = "other"
    """Somebody else of the Person's life."""
    YOU = "you"
    """The coach."""
    NONE = "none"


class Word(NamedTuple):
    """A word: `text` folded and lower-case, without umlauts, contractions opened ("didn't" is "did", "not")."""

    text: str
    start: int
    end: int


class Name(NamedTuple):
    """A name in the text. `known`: it is one of the scene's, and `text` is how it stands there."""

    role: Role
    text: str
    start: int
    end: int
    known: bool = False
    title: str = ""
    """What somebody is: "the recruiter", "CTO"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a message. Places (`start`, `end`, those of words and names) are places in `Context.text`."""

    text: str
    start: int
    end: int
    index: int
    sentence: int
    """Clauses of one sentence have the same number."""
    words: tuple[Word, ...]
    language: str
    also: str | None = None
    """Another language that it is partly in: "die haben gesagt i'll hear back by thursday"."""
    modality: Modality = Modality.FACT
    negated: bool = False
    """A "not" is in it, whatever the modality: "I'm afraid they won't call"."""
    tense: Tense = Tense.NONE
    subject: Subject = Subject.NONE
    carried: bool = False
    """Its subject stands in the clause in front of it: `bot.hear.carried`."""
    names: tuple[Name, ...] = ()
    keys: frozenset[str] = frozenset()
    """The keys of the vocabulary that it says."""
    said: Places = NOWHERE
    """What it says of the vocabulary of its language, and where."""
    said_also: Places = NOWHERE
    """The same of the other language that it is partly in."""
    held: bool = False
    """The talk that it tells of without a verb has been, by what the rest of the message tells: `bot.hear.bygone`."""

    def says(self, *keys: str) -> bool:
        """Whether one of the words of these keys of the vocabulary stands in it."""
        return not self.keys.isdisjoint(keys)

    def where(self, key: str, since: int = 0) -> tuple[int, int] | None:
        """The words, from and to, that stand for a key; the first such place."""
        for said in (self.said, self.said_also):
            for place in said.of(key) if key in said.keys else ():
                if place[0] >= since:
                    return place
        return None

    def named(self, role: Role) -> tuple[str, ...]:
        """The names of one kind, in order, each once."""
        return tuple(dict.fromkeys([name.text for name in self.names if name.role is role])) if self.names else ()

    @property
    def employer(self) -> str | None:
        """The employer that it names first."""
        return next((name.text for name in self.names if name.role is Role.EMPLOYER), None) if self.names else None

    @property
    def people(self) -> tuple[str, ...]:
        """The people it names."""
        return self.named(Role.PERSON)

    def text_of(self, first: int, last: int | None = None) -> str:
        """The text as typed from a word up to (without) another."""
        words = self.words[first:last]
        return self.text[words[0].start - self.start : words[-1].end - self.start] if words else ""

    def act(self, name: str, /, **slots: Slot | None) -> Act:
        """An act that this clause bears. Slots that are None are left out; `from_` is the slot `from`."""
        given = {slot.rstrip("_"): value for slot, value in slots.items() if value is not None and value != ()}
        return Act(name, given, span=self.text)


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides its clause."""

    scene: Scene
    text: str
    clauses: tuple[Clause, ...] = field(default=())
    language: str = "en"
    """That of most of the message."""
    behind: tuple[tuple[Clause, Act], ...] = ()
    """A talk told in the message before and taken for one to come, with the words that put it behind."""
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What has been read already: several rules ask one clause for its times."""

    def once(self, asked: Hashable, read: Callable[[], Read]) -> Read:
        """What `read` gives, read once for a message."""
        if asked not in self.known:
            self.known[asked] = read()
        found: Read = self.known[asked]
        return found

    def after(self, clause: Clause, count: int = 1) -> Clause | None:
        """The clause that stands so many behind."""
        at = clause.index + count
        return self.clauses[at] if 0 <= at < len(self.clauses) else None

    def before(self, clause: Clause, count: int = 1) -> Clause | None:
        """The clause that stands so many in front."""
        return self.after(clause, -count)

    def span(self, first: Clause, last: Clause) -> str:
        """The text of several clauses: an act with this span bears all of them."""
        return self.text[first.start : last.end]


Rule = Callable[[Clause, Context], Iterator[Act | Doubt]]


class Keyed(NamedTuple):
    """A rule with the keys of the vocabulary of which a clause must say one, that it may have anything to say."""

    rule: Rule
    keys: frozenset[str]


def on(rule: Rule, *keys: str) -> Keyed:
    """A rule that is not called where none of these keys is said."""
    return Keyed(rule, frozenset(keys))
