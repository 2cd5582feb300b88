"""What it costs to hear a text: `python -m benchmarks.hearing`.

Each listener runs in a process of its own, on one thread, and hears the same messages of our own corpus one by one: the
rules alone; the rules with the trained listener; and the plain way, which looks for a dozen keywords and has dateparser
find the day. A language model is left out: its seconds are those of whoever runs it. spaCy's classifier learns from
half of the corpus before anything is measured, and names no words, names or days. Neither is a dependency of ours:
`pip install --target FOLDER spacy dateparser`, then `--others FOLDER`.
"""

from __future__ import annotations

import argparse
import importlib.machinery
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Connection, child, machine, percentile, table
from tools.heads import examples

HEAD = ("listener", "start ms", "first ms", "p50 ms", "p99 ms", "messages/CPU-s", "MB", "acts right")
WARM_UP = 20
ROUNDS = 10
"""How often spaCy's classifier sees what it learns from."""
Hear = Callable[[str, str], set[str]]
"""A text and its scene in, the names of its acts out."""
KEYWORDS = {
    "interview": ("interview", "gespräch", "call with"),
    "rejected": ("rejected", "unfortunately", "absage", "abgesagt"),
    "offer": ("offer", "angebot"),
    "window": ("let me know by", "hear back", "bescheid", "melden sich", "get back to me"),
    "sent": ("i sent", "i wrote", "abgeschickt", "geschrieben"),
    "worry": ("nervous", "worried", "angst", "scared"),
    "ask_may_write": ("should i write", "should i follow up", "soll ich", "can i follow up"),
    "ask_draft": ("write me", "draft", "entwurf", "formulier"),
    "nothing_heard": ("heard nothing", "no answer", "nichts gehört", "silence"),
    "invited": ("invited", "next round", "eingeladen", "second round"),
    "snooze": ("remind me", "erinner"),
    "joy": ("great", "super", "toll", "happy"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the corpus, and the acts that its writer meant."""

    text: str
    scene: str
    acts: frozenset[str]


def messages(count: int) -> list[Message]:
    """So many of those that the trained listener has not learned from."""
    kept_back = sorted(filter(examples.is_kept_back, examples.messages()), key=lambda one: str(one["id"]))
    return [
        Message(one["text"], one["scene"], frozenset(act["act"] for act in one["acts"]))
        for one in kept_back[:: max(1, len(kept_back) // count)][:count]
    ]


# The listeners


def rules() -> Hear:
    """The rules alone."""
    from bot.hear.listen import listen
    from bot.hear.scenes import SCENES

    return lambda text, scene: {act.name for act in listen(text, SCENES.get(scene, SCENES["stranger"])).acts}


def heads() -> Hear:
    """The rules and the trained listener."""
    from bot.hear.heads import engine
    from bot.hear.listen import listen
    from bot.hear.scenes import SCENES

    def hear(text: str, scene: str) -> set[str]:
        moment = SCENES.get(scene, SCENES["stranger"])
        listened = engine.heard_in(text, moment) if engine.is_worth_hearing(text) else None
        return {act.name for act in listen(text, replace(moment, listened=listened)).acts}

    return hear


def plain() -> Hear:
    """A dozen keywords, and dateparser for the day."""
    from dateparser.search import search_dates

    def hear(text: str, _scene: str) -> set[str]:
        search_dates(text, languages=["en", "de"])
        low = text.casefold()
        return {name for name, words in KEYWORDS.items() if any(word in low for word in words)}

    return hear


def spacy_classifier() -> Hear:
    """spaCy's text classifier (bag of words, several labels a text), which has learned from the rest of the corpus."""
    import spacy
    from spacy.training import Example
    from spacy.util import minibatch

    learned = [one for one in examples.messages() if not examples.is_kept_back(one)][::2]
    names = sorted({act["act"] for one in learned for act in one["acts"]})
    nlp = spacy.blank("xx")
    words = {"ngram_size": 2, "exclusive_classes": False, "no_output_layer": False}
    model = {"@architectures": "spacy.TextCatBOW.v3", **words}
    pipe = nlp.add_pipe("textcat_multilabel", config={"model": model})
    for name in names:
        pipe.add_label(name)
    shown = [
        Example.from_dict(
            nlp.make_doc(one["text"]),
            {"cats": {name: float(name in {act["act"] for act in one["acts"]}) for name in names}},
        )
        for one in learned
    ]
    nlp.initialize(lambda: shown)
    for _ in range(ROUNDS):
        for some in minibatch(shown, 32):
            nlp.update(some)
    return lambda text, _scene: {name for name, score in nlp(text).cats.items() if score > 0.5}


SPACY = "spaCy's text classifier"
LISTENERS: dict[str, Callable[[], Hear]] = {
    "rules": rules,
    "rules and heads": heads,
    "keywords and dateparser": plain,
    SPACY: spacy_classifier,
}


# Measuring


def be_listener(line: Connection, name: str, others: str) -> None:
    """Get ready, and hear whatever comes; then tell what it took."""
    if others:
        sys.path.insert(0, others)
    began = time.perf_counter()
    hear = LISTENERS[name]()
    hear("hello there", "stranger")
    line.send((time.perf_counter() - began) * 1000)
    while question := line.recv():
        told: list[Message] = question[0]
        line.send(_heard(hear, told))


def _heard(hear: Hear, told: list[Message]) -> dict[str, Any]:
    first = _timed(hear, told[0])
    for one in told[1:WARM_UP]:
        hear(one.text, one.scene)
    cpu, waits, right = time.process_time(), [], 0
    for one in told:
        began = time.perf_counter()
        right += hear(one.text, one.scene) == one.acts
        waits.append((time.perf_counter() - began) * 1000)
    cpu = time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first": first, "waits": waits, "cpu": cpu, "mb": memory, "right": right / len(told)}


def _timed(hear: Hear, one: Message) -> float:
    began = time.perf_counter()
    hear(one.text, one.scene)
    return (time.perf_counter() - began) * 1000


def row(name: str, told: list[Message], others: str) -> list[str]:
    """The line of one listener."""
    with child(be_listener, name, others) as listener:
        ready = listener.answer()
        found = listener.ask(told)
    return [
        name,
        f"{ready:.0f}",
        f"{found['first']:.1f}",
        f"{percentile(found['waits'], 0.5):.1f}",
        f"{percentile(found['waits'], 0.99):.1f}",
        f"{len(told) / found['cpu']:.0f}",
        f"{found['mb']:.0f}",
        f"{found['right']:.0%}",
    ]


def is_there(module: str, others: str) -> bool:
    """Whether it can be imported, with `others` before everything else."""
    return importlib.machinery.PathFinder.find_spec(module, [others, *sys.path]) is not None


def rows(chosen: argparse.Namespace) -> Iterator[list[str]]:
    """A line for each listener that is there."""
    told = messages(chosen.messages)
    for name in LISTENERS:
        needs = {SPACY: "spacy", "keywords and dateparser": "dateparser"}.get(name)
        if needs and not is_there(needs, chosen.others):
            yield [name, "not installed", *("" for _ in HEAD[2:])]
        else:
            yield row(name, told, chosen.others)


def main(words: list[str] | None = None) -> None:
    """Measure every listener and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.hearing", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--messages", type=int, default=400, help="messages that each hears (default: 400)")
    parser.add_argument("--others", default="", help="folder in which spaCy and dateparser are installed")
    chosen = parser.parse_args(words)
    print(machine(), end="\n\n")
    print(table(HEAD, list(rows(chosen))))


if __name__ == "__main__":
    main()
