"""Rules for offers: whose they are, in which form they came, and by when the Person has to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.hear import when, windows
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, on
from bot.hear.fold import words_of
from bot.hear.role import Role
from bot.hear.rules.mentioning import PAY
from bot.hear.rules.saying import by_them, doer, goes_on, in_front
from bot.hear.times import Ask
from bot.hear.vocabulary import vocabulary

FEW = 4
"""Words of a clause that tells of an offer by its name alone."""
NEAR = 3
"""Clauses behind an offer that may still speak of it."""


def offer(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """ "They offered me the job", "got an offer, they want an answer by Friday". The deadline is the Person's own."""
    if not _is_offer(clause) or _comes_as_promised(clause, context) or _is_only_promised(clause, context):
        return
    around = [clause, *_speaking_on(clause, context)]
    if _is_elsewhere(clause):
        act = clause.act("other_offer")
    else:
        form, pay = next(filter(None, map(_form, around)), None), PAY.search(" ".join(one.text for one in around))
        act = clause.act("offer", about=clause.employer, form=form, what=pay[0].strip() if pay else None)
    yield from _with_deadline(act, clause, around, context)


def own_deadline(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """ "They want an answer by Friday", with the offer told before."""
    told = _is_offer(clause) or any(_is_offer(one) for one in in_front(clause, context, NEAR))
    if told or clause.says("they_have_until") or is_notice(clause, context):
        return
    if not _has_an_offer(context) and (owed := _owed_alone(clause, context)) is not None:
        due = when.due(clause, context)
        yield from () if due is None else (clause.act("promised", about=owed[0], what=owed[1], due=due),)
        return
    elsewhere = clause.says("from_elsewhere", "another_offer") and clause.says("offer_word")
    act = clause.act("other_offer") if elsewhere else clause.act("offer", about=clause.employer)
    if clause.says("own_deadline") and (_has_an_offer(context) or not clause.says("maybe_theirs")):
        found = list(_with_deadline(act, clause, [clause], context))
        yield from found if len(found) > 1 or any(isinstance(one, Act) and one.has("deadline") for one in found) else ()


def _owed_alone(clause: Clause, context: Context) -> tuple[str, str] | None:
    """The one thing that the Person owes, for which they get more time: "Murat gives me until Friday"."""
    if not clause.says("gives_me_time"):
        return None
    owed = [(one.name, what) for one in context.scene.employers for what in one.promises]
    meant = [one for one in owed if clause.employer in (None, one[0])]
    return meant[0] if len(meant) == 1 else None


def _has_an_offer(context: Context) -> bool:
    """Whether an offer is known or spoken of: without one, an answer by Friday is theirs."""
    told = any(one.says("offer_word", "got_it", "they_said_yes") for one in context.clauses)
    return told or any(one.offered for one in context.scene.employers)


def _is_offer(clause: Clause) -> bool:
    if clause.negated or clause.says("offer_to_come"):
        return False
    if clause.says("from_elsewhere", "another_offer") and clause.says("offer_word"):
        return _is_another(clause)
    if _they_said_yes(clause):
        return True
    if (clause.says("no_offer") and not _offers_now(clause)) or (
        clause.says("offered_some") and not clause.says("the_job")
    ):
        return False
    return clause.says("got_it") or (clause.subject is not Subject.I and _is_made(clause))


def _offers_now(clause: Clause) -> bool:
    """ "They offer me the job", told as news; not "when they offer me the job"."""
    place = clause.where("offers_the_job")
    before = clause.words[: place[0]] if place else ()
    return place is not None and not any(vocabulary(clause.language)["not_until"].holds(word.text) for word in before)


def _is_made(clause: Clause) -> bool:
    """Whether somebody offers, and not only an offer is spoken of: "the offer came", "offer!!"."""
    place = clause.where("offered")
    if place is None:
        return False
    alone = place[1] - place[0] == 1 and clause.words[place[0]].text in ("offer", "offers", "angebot", "zusage")
    return not alone or clause.says("offer_came") or len(clause.words) <= FEW or clause.text.endswith("!")


def _comes_as_promised(clause: Clause, context: Context) -> bool:
    """ "The contract came, as promised": what had been offered before."""
    near = (clause, *filter(None, (goes_on(clause, context),)))
    return clause.says("contract_came") and any(one.says("as_promised") for one in near)


def _they_said_yes(clause: Clause) -> bool:
    """ "Acme said yes today, in writing": to the Person, as nothing else is named to which they would say it."""
    place = None if clause.says("a_talk") else clause.where("they_said_yes")
    if place is None or not (by_them(clause, place[0]) or (clause.says("to_me_yes") and not _does_i(clause, place))):
        return False
    meant, behind = vocabulary(clause.language), clause.text[clause.words[place[1] - 1].end - clause.start :]
    told = clause.words[place[1] : place[1] + len(words_of(behind.partition(",")[0]))]
    return all(meant["a_time"].holds(word.text) or meant["behind_a_yes"].holds(word.text) for word in told)


def _does_i(clause: Clause, place: tuple[int, int]) -> bool:
    return doer(clause, place[0]) is Subject.I


def _is_only_promised(clause: Clause, context: Context) -> bool:
    """ "Acme hat zugesagt, mir bis Freitag Bescheid zu geben": what was said yes to stands behind it."""
    behind = goes_on(clause, context)
    return clause.language == "de" and behind is not None and any(word.text == "zu" for word in behind.words)


def _is_another(clause: Clause) -> bool:
    """ "I have another offer", "another company made me an offer": told as something that is there."""
    told = clause.says("from_elsewhere", "another_offer") and clause.says("offer_word") and clause.says("offer_came")
    return told and not clause.says("no_other_offer")


def _is_elsewhere(clause: Clause) -> bool:
    """ "I have an offer from somewhere else": of nobody who is known here."""
    return _is_another(clause) and not _names_who_offers(clause)


def _names_who_offers(clause: Clause) -> bool:
    """Whether the house is named that makes it: "I have another offer, from Globex", "Globex made me another offer"."""
    meant = vocabulary(clause.language)
    for name in clause.names:
        before = [word.text for word in clause.words if word.end <= name.start]
        first = not before or all(word in meant["lead"].alone for word in before)
        if name.role is Role.EMPLOYER and (first or meant["word_from"].holds(before[-1])):
            return True
    return False


def _speaking_on(clause: Clause, context: Context) -> Iterator[Clause]:
    """The clauses behind that name nobody else, but for somebody whom the Person would rather have."""
    for count in range(1, NEAR + 1):
        behind = context.after(clause, count)
        if behind is None or _is_offer(behind):
            return
        if behind.employer in (None, clause.employer):
            yield behind
        elif not behind.says("rather_have"):
            return


def _form(clause: Clause) -> str | None:
    if clause.says("on_paper") and not clause.says("paper_to_come"):
        return "paper"
    return "spoken" if clause.says("by_mouth") else None


# By when


def _with_deadline(act: Act, clause: Clause, around: list[Clause], context: Context) -> Iterator[Act | Doubt]:
    """The act with the day that one of these clauses gives; with a doubt behind it when its words mean two."""
    for one in around:
        if one.says("own_deadline", "answer_by") and not is_notice(one, context):
            whole = replace(act, span=context.span(clause, one))
            day = when.due(_before_contrast(one), context)
            doubted = () if day else _two_days(one, context)
            if day or doubted:
                yield whole.with_slots(deadline=day) if day else whole
                yield from [Doubt(tuple(whole.with_slots(deadline=day) for day in doubted))] if doubted else ()
                return
    yield act


def is_notice(clause: Clause, context: Context) -> bool:
    """Whether it is how long the Person still has to work elsewhere: "when do I hand in my notice, I have 4 weeks"."""
    if clause.says("answers_them"):
        return False
    near = (clause, context.before(clause), goes_on(clause, context))
    return any(one is not None and one.says("notice_period") for one in near)


def _two_days(clause: Clause, context: Context) -> tuple[date, ...]:
    """The two days that "next Friday" may be."""
    if not isinstance(windows.read(clause, context), Ask):
        return ()
    return tuple(read.latest for read in windows.readings(clause, context) if read.latest)


def _before_contrast(clause: Clause) -> Clause:
    """Without what it is not any more: "Monday instead of Friday"."""
    place = clause.where("instead_of")
    if place is None:
        return clause
    return replace(clause, text=clause.text[: clause.words[place[0]].start - clause.start])


RULES: tuple[Rule | Keyed, ...] = (
    on(offer, "offer_word", "they_said_yes", "got_it", "offered"),
    on(own_deadline, "own_deadline"),
)
