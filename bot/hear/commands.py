"""A command is an act already heard: one table from its name to the act, and how the text behind it is listened to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.hear.act import Act, By, Heard, Slot
from bot.hear.listen import listen
from bot.hear.scene import Scene

_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@\w{1,64})?(?:\s+(.*))?\s*", re.DOTALL)
SHOWN = 32
"""Characters of an unknown command that are repeated to the Person."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a command means when it stands alone, and as which sentence a text behind it is heard."""

    act: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    """Ways to say it as a sentence, `{}` for the text; the first in which its act is heard counts."""
    with_text: str = ""
    """Another value of the slot `do` when there is a text, which then stands in the slot `text` as it was typed."""
    hears: str = ""
    """The act that the sentence must bear, when it is another one."""


COMMANDS: dict[str, Command] = {
    "interview": Command(
        "add_interview", said=("{}", "interview with {}", "interview: {}", "Gespräch bei {}"), hears="interview"
    ),
    "status": Command("ask_status", said=("what is the status of {}?",)),
    "contact": Command("ask_may_write", said=("{}", "should i write to {}?")),
    "checkin": Command("check_in"),
    "debrief": Command("debrief", {"answer": "yes"}),
    "practice": Command("practise", {"do": "list"}, with_text="add"),
    "progress": Command("ask_progress"),
    "calendar": Command("calendar", {"do": "show"}, with_text="show"),
    "help": Command("help"),
    "cancel": Command("cancel"),
    "stop": Command("pause", said=("pause {}", "pause until {}")),
    "language": Command("language", said=("please speak {}",)),
    "forget": Command("forget", {"all": True}, said=("please forget {}",)),
    "settings": Command("settings"),
    "privacy": Command("privacy"),
    "start": Command("start"),
    "undo": Command("undo"),
    "export": Command("export"),
}
"""Every command. Telegram's menu and /help are made from it; the words are `command.<name>` in the catalogue."""


def is_command(text: str) -> bool:
    """Whether a text begins as a command does."""
    return _COMMAND.match(text) is not None


def acts_of(text: str, scene: Scene) -> Heard:
    """What a command says: its act, and what stands in the text behind it."""
    found = _COMMAND.match(text)
    name, rest = (found[1].lower(), ", ".join((found[2] or "").split("\n")).strip(" ,")) if found else ("", "")
    command = COMMANDS.get(name)
    if command is None:
        return Heard(acts=(_act("unknown_command", {"text": text.split(maxsplit=1)[0][:SHOWN]}),))
    alone = Heard(acts=(_act(command.act, command.slots),))
    if not rest:
        return alone
    if command.with_text:
        return Heard(acts=(_act(command.act, {"do": command.with_text, "text": rest}),))
    return _sentence(command, rest, scene) or replace(alone, rest=(rest,) if command.said else ())


def _sentence(command: Command, rest: str, scene: Scene) -> Heard | None:
    """The text as a sentence that says the same."""
    wanted = command.hears or command.act
    for said in command.said:
        heard = listen(said.format(rest), scene)
        if any(act.name == wanted and act.slots for act in heard.acts):
            return replace(heard, acts=tuple(replace(act, by=By.COMMAND) for act in heard.acts))
        if any(reading.name == wanted for doubt in heard.doubts for reading in doubt.readings):
            return heard
    return None


def _act(name: str, slots: Mapping[str, Slot]) -> Act:
    return Act(name, dict(slots), by=By.COMMAND)
