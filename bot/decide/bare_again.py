"""A bare answer to what nobody asks just now: an hour, a job, how it went, an employer's name and nothing else.

A message that says nothing by itself is heard once more as an answer to what is not known yet of the employer that is
spoken of. Whatever was asked, people tell it when they think of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.hear.act import Act, By, Heard
from bot.hear.clause import Word
from bot.hear.fold import fold, words_of
from bot.hear.scene import Expected, Scene
from bot.hear.vocabulary import vocabulary
from bot.learn.called import called, is_unnamed, named, named_in
from bot.learn.ledger import Ledger
from bot.words import languages
from storage.facts import Interview, Opportunity

Listen = Callable[[str, Scene], Heard]
MOST_WORDS = 12
MOST_OF_A_NAME, MOST_BESIDE = 5, 2
"""Words of a message that is a name, and of those such as are in no name: "Brightwell of course"."""
MOST_OF_A_TIME, MOST_OF_AN_ADDRESS = 4, 6
MOST_OF_A_JOB, MOST_OF_A_PLACE = 4, 3
OF_ONE = frozenset({"interview", "felt", "window"})
ANSWERS = {
    Expected.START: frozenset({"interview", "window"}),
    Expected.MOOD: frozenset({"felt"}),
    Expected.ROLE: frozenset({"interview"}),
    Expected.PLACE: frozenset({"place"}),
    Expected.PROMISE: frozenset({"promised"}),
}


def heard_again(ledger: Ledger, scene: Scene, heard: Heard, listen: Listen) -> Heard:
    """What a message that said nothing by itself answers; else what was heard before."""
    typed = ledger.incoming.text
    if scene.nudged and len(_words(typed)) <= MOST_OF_A_TIME and (later := _put_off(scene, typed, listen)) is not None:
        return later
    if (put_right := _put_right(scene, heard, listen)) is not None:
        return put_right
    if _is_no_place(heard, typed):
        heard = listen(typed, replace(scene, asked=None, expects=Expected.NOTHING))
    if heard.acts and not any(_may_be_elsewhere(act) for act in heard.acts):
        return heard
    there, words = named_in(ledger, typed), _words(typed)
    if there is not None:
        heard = replace(heard, acts=tuple(_at(act, there) for act in heard.acts))
    if heard.acts or heard.doubts or heard.foreign or "?" in typed or len(words) > MOST_WORDS:
        return heard
    alone = _name_alone(ledger, typed)
    if alone is not None:
        return replace(heard, acts=(alone,), rest=())
    spoken_of = there or _spoken_of(ledger)
    about = spoken_of.employer if spoken_of else None
    for expects in _unknown(ledger, spoken_of, words, named=there is not None):
        found = listen(typed, replace(scene, asked=None, expects=expects, about=about))
        if found.acts and {act.name for act in found.acts} <= ANSWERS[expects]:
            return replace(found, acts=tuple(_about(act, about) for act in found.acts))
    again = _known_already(ledger, heard, typed, spoken_of, listen(typed, _for_a_start(scene, about)))
    return again or _known_window(ledger, spoken_of, listen(typed, _for(Expected.WINDOW, scene, about))) or heard


def _words(typed: str) -> tuple[Word, ...]:
    return words_of(fold(typed))


def _for_a_start(scene: Scene, about: str | None) -> Scene:
    return _for(Expected.START, scene, about)


def _for(expects: Expected, scene: Scene, about: str | None) -> Scene:
    return replace(scene, asked=None, expects=expects, about=about)


def _known_window(ledger: Ledger, opportunity: Opportunity | None, again: Heard) -> Heard | None:
    """The day by which they answer, once more as it is known."""
    talk = ledger.last_over(opportunity) if opportunity is not None else None
    known = talk.window_latest if talk is not None else None
    is_same = known is not None and [(act.name, act.get("latest")) for act in again.acts] == [("window", known)]
    about = opportunity.employer if opportunity is not None else None
    return replace(again, acts=tuple(_about(act, about) for act in again.acts)) if is_same else None


def _known_already(
    ledger: Ledger, heard: Heard, typed: str, opportunity: Opportunity | None, again: Heard
) -> Heard | None:
    """The time of the talk or the job once more, as it is known."""
    if opportunity is None:
        return None
    talks = [talk.start for talk in ledger.interviews_of(opportunity)]
    if again.acts and all(act.name == "interview" and act.get("start") in talks for act in again.acts):
        return replace(again, acts=tuple(_about(act, opportunity.employer) for act in again.acts))
    is_role = opportunity.role is not None and fold(typed).strip(" .!").casefold() == fold(opportunity.role).casefold()
    role = Act("interview", {"role": opportunity.role or "", "about": opportunity.employer}, span=typed)
    return replace(heard, acts=(role,), rest=()) if is_role else None


def _put_off(scene: Scene, typed: str, listen: Listen) -> Heard | None:
    """A bare time right after a nudge says when it is to come again, whatever the nudge has asked."""
    found = listen(typed, replace(scene, asked=None, expects=Expected.NOTHING))
    return found if found.acts and all(act.name in ("snooze", "not_now") for act in found.acts) else None


def _is_no_place(heard: Heard, typed: str) -> bool:
    """Whether a whole sentence without a clock was taken for a place, because a word of it sounds like one."""
    is_place = [act.name for act in heard.acts] == ["place"] and heard.acts[0].by is By.BARE
    return is_place and len(_words(typed)) > MOST_OF_AN_ADDRESS and not any(char.isdigit() for char in typed)


def _put_right(scene: Scene, heard: Heard, listen: Listen) -> Heard | None:
    """ "No wait, that's December 3rd": what is said to be right, read as what was kept last."""
    what = [str(act.get("what")) for act in heard.acts if act.name == "correct" and act.has("what")]
    if len(heard.acts) != 1 or not what or "interview" not in scene.kept_last:
        return None
    found = listen(what[0], replace(scene, asked=None, expects=Expected.START)).acts
    times = tuple(act for act in found if act.name == "interview" and act.has("start", "day"))
    return replace(heard, acts=(*heard.acts, *times)) if times else None


def _at(act: Act, opportunity: Opportunity) -> Act:
    """A bare answer beside a name is about the one of that name, whatever was asked."""
    return replace(act.with_slots(about=opportunity.employer), by=By.RULES) if _may_be_elsewhere(act) else act


def _may_be_elsewhere(act: Act) -> bool:
    return act.by is By.BARE and act.name in OF_ONE and not act.has("about")


def _about(act: Act, employer: str | None) -> Act:
    return act if employer is None or act.name == "place" else act.with_slots(about=employer)


def _name_alone(ledger: Ledger, typed: str) -> Act | None:
    """One employer's name, with hardly anything around it."""
    said = [word.text for word in _words(typed)]
    if not said or len(said) > MOST_OF_A_NAME:
        return None
    found = named(ledger, typed) or _only_one(ledger, said)
    return Act("which", {"about": found.employer}, span=typed) if found is not None else None


def _only_one(ledger: Ledger, said: list[str]) -> Opportunity | None:
    ours = [o for o in ledger.known.opportunities if not is_unnamed(o) and _names(o, said)]
    return ours[0] if len(ours) == 1 else None


def _names(opportunity: Opportunity, said: list[str]) -> bool:
    parts = {word.text for word in words_of(fold(opportunity.employer))}
    return called(opportunity) in said and len([word for word in said if word not in parts]) <= MOST_BESIDE


def _unknown(
    ledger: Ledger, opportunity: Opportunity | None, said: Sequence[Word], *, named: bool
) -> Iterator[Expected]:
    """What a bare answer could be about, the surest first; beside a name a time is news even where one is known."""
    if any(vocabulary(language)["document"].find(said) is not None for language in languages()):
        yield from (Expected.PROMISE,) if opportunity is not None else ()
        return
    if opportunity is not None:
        yield from (Expected.START,) if named else ()
        yield from _of_the_talk(ledger, opportunity)
    if len(said) <= MOST_OF_A_PLACE:
        yield Expected.PLACE
    if opportunity is not None and opportunity.role is None and _is_a_job(said):
        yield Expected.ROLE


def _is_a_job(said: Sequence[Word]) -> bool:
    """Whether a word of it is a kind of work, or all of them stand in the names of jobs."""
    if len(said) > MOST_OF_A_JOB:
        return False
    meant = [vocabulary(language) for language in languages()]
    return any(
        one["job_word"].find(said) is not None or all(one["job_part"].find([word]) is not None for word in said)
        for one in meant
    )


def _of_the_talk(ledger: Ledger, opportunity: Opportunity) -> Iterator[Expected]:
    talk: Interview | None = next(reversed(ledger.interviews_of(opportunity)), None)
    if talk is None:
        return
    if not (talk.start_known and talk.length_known):
        yield Expected.START
    if talk.mood is None and talk.end <= ledger.now:
        yield Expected.MOOD


def _spoken_of(ledger: Ledger) -> Opportunity | None:
    ours = ledger.open_opportunities
    topic = ledger.find(Opportunity, ledger.person.topic)
    return topic if topic in ours else ours[0] if len(ours) == 1 else None
