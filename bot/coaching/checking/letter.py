"""A text to an employer, taken apart: greeting, prose, sign-off, sentences, words.

Every part knows where it stands in the text, so that a finding can quote the text as it was written. Subject
lines, quoted mail, addresses and the signature are blanked, never cut, so that all places stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.coaching.checking.lexicon import Lexicon, Pattern

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "\u00a0": " ", "\r": "\n"})
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]+|\b\w+\.(?:com|org|net|io|eu|de|co\.uk)\b(?:/\S*)?"
)
SUBJECT = re.compile(r"(?:subject|betreff|re|fwd?)\s*:", re.IGNORECASE)
LIST_ITEM = re.compile(r"\s{0,9}(?:[-–—•*·]|\d{1,2}[.)])\s+")
WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
WRAPPED = 55
"""Characters: a line at least this long that ends no sentence goes on in the next one."""
SIGNATURE_LINE = 8
"""Words: a longer line is said, not signed."""
SHORT_NAME = 4
"""Words: a last line this short, without a full stop, is a name."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, with the place where it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The place after it."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Letter:
    """A text taken apart. `prose` is as long as the text, with spaces for all that is not said to the reader."""

    text: str
    prose: str
    greeting: Span | None
    signature: str

    def quote(self, start: int, end: int) -> str:
        """The text as it was written, without the spaces around it."""
        return self.text[start:end].strip()

    def found(self, pattern: Pattern) -> Iterator[str]:
        """Every match in the prose, as it was written."""
        return (self.quote(*match.span()) for match in pattern.finditer(self.prose))

    def words(self) -> tuple[Span, ...]:
        """The words of greeting and prose, in order."""
        return tuple(Span(m.start(), m.group()) for m in WORD.finditer(self.addressed()))

    def addressed(self) -> str:
        """Greeting and prose together, as long as the text."""
        if self.greeting is None:
            return self.prose
        return self.prose[: self.greeting.start] + self.greeting.text + self.prose[self.greeting.end :]


def read(text: str, lexicon: Lexicon) -> Letter:
    """Takes a text apart."""
    straight = text.translate(STRAIGHT)
    straight = ADDRESS.sub(lambda match: " " * len(match.group()), straight)
    lines = [line for line in _lines(straight) if not _unsaid(line.text)]
    greeting = _greeting(lines[0], lexicon) if lines else None
    said, signature = _without_signature(lines, lexicon)
    prose = [" "] * len(text)
    for line in said:
        prose[line.start : line.end] = line.text
    if greeting:
        prose[greeting.start : greeting.end] = " " * len(greeting.text)
    for index, char in enumerate(straight):
        if char == "\n":
            prose[index] = "\n"
    return Letter(text, "".join(prose), greeting, signature)


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"(?<![^\S\n])[^\S\n]*+\S[^\n]*+", text):
        yield Span(match.start(), match.group())


def _unsaid(line: str) -> bool:
    return line.lstrip().startswith(">") or bool(SUBJECT.match(line.lstrip()))


def _greeting(first: Span, lexicon: Lexicon) -> Span | None:
    """The greeting at the head of the first line: all of it, or up to its comma when the text goes on behind it."""
    line = first.text.strip()
    opens = lexicon.greeting.match(line)
    if len(line.split()) <= 7 and line[-1] in ",!:–-" and (opens or _is_name(line)):
        return first
    if not opens:
        return None
    if len(line.split()) <= SHORT_NAME + 1 and line[-1] not in ".?":
        return first
    stop = re.search(r"[,!:–]|(?<=\w\w\w)\.(?=\s|$)", first.text)
    until = stop.end() if stop else len(first.text) - len(first.text.lstrip()) + opens.end()
    return Span(first.start, first.text[:until])


def _is_name(line: str) -> bool:
    words = WORD.findall(line)
    return 0 < len(words) <= SHORT_NAME and all(word[:1].isupper() or len(word) <= 3 for word in words)


def _without_signature(lines: list[Span], lexicon: Lexicon) -> tuple[list[Span], str]:
    """The lines that are said, and the signature as one text. What stands after "P.S." is said."""
    at = _signature_starts(lines, lexicon)
    after = next((i for i in range(at, len(lines)) if lexicon.postscript.match(lines[i].text.lstrip())), len(lines))
    return lines[:at] + lines[after:], "\n".join(line.text for line in lines[at:after])


def _signature_starts(lines: list[Span], lexicon: Lexicon) -> int:
    end = next((i for i, line in enumerate(lines) if i and lexicon.postscript.match(line.text.lstrip())), len(lines))
    for index in range(end - 1, 0, -1):
        if _signs_off(lines[index].text, lexicon):
            return index
        if len(lines[index].text.split()) > SIGNATURE_LINE or _is_sentence(lines[index].text):
            break
    last = lines[end - 1].text.strip() if end > 1 else ""
    return end - 1 if last and last[-1] not in ".?!:" and _is_name(last) else end


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= SHORT_NAME and line.rstrip()[-1] in ".?!"


def _signs_off(line: str, lexicon: Lexicon) -> bool:
    words = WORD.findall(line)
    closing = [word for word in words if word.casefold() in lexicon.sign_off]
    known = lexicon.sign_off | lexicon.sign_off_too
    return (
        bool(closing)
        and not _is_sentence(line)
        and "?" not in line
        and all(w.casefold() in known or w[0].isupper() for w in words)
    )


def sentences(letter: Letter, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences of the prose; a line of its own ends one too, unless it is only wrapped."""
    start = 0
    for match in re.finditer(r"(?<![.?!…])[.?!…]++(?=[\s)\"”]|$)|\n", letter.prose):
        before = letter.prose[start : match.start()]
        if match.group() == "." and _abbreviated(before, lexicon):
            continue
        if match.group() == "\n" and _wrapped(before.rpartition("\n")[2], letter.prose[match.end() :]):
            continue
        if before.strip():
            yield Span(start, letter.prose[start : match.end()])
        start = match.end()
    if letter.prose[start:].strip():
        yield Span(start, letter.prose[start:])


def _abbreviated(before: str, lexicon: Lexicon) -> bool:
    last = before.rsplit(maxsplit=1)[-1].casefold().strip("(\"'“") if before.split() else ""
    return last in lexicon.abbreviations or (len(last) == 1 and last.isalpha() and last not in "iu")


def _wrapped(line: str, rest: str) -> bool:
    after = rest.split("\n", 1)[0]
    return len(line.rstrip()) >= WRAPPED and bool(after.strip()) and not LIST_ITEM.match(after)


def count_words(letter: Letter) -> int:
    """Words of the prose."""
    return len(re.findall(r"(?<!\S)(?=[^\w\s]*+\w)\S++", letter.prose))


def count_lines(letter: Letter) -> int:
    """Lines of prose as a reader sees them: a wrapped line is one, and so is a list."""
    count, before, in_list = 0, "", False
    for line in letter.prose.split("\n"):
        item = bool(LIST_ITEM.match(line))
        goes_on = len(before.rstrip()) >= WRAPPED and before.rstrip()[-1] not in ".?!:" and not item
        if line.strip() and not goes_on and not (item and in_list):
            count += 1
        before, in_list = line, item or (in_list and not line.strip())
    return count
