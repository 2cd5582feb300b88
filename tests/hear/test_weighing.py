"""What a model believes, beside what the rules heard: it adds and corrects, and is not always believed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from bot.hear.act import Act, By
from bot.hear.listen import listen
from bot.hear.model import listened
from bot.hear.scenes import SCENES
from tests.model.endpoint import act_of


def heard(text: str, *claims: dict[str, Any], scene: str = "waiting") -> dict[str, Act]:
    """The acts of a message of which a model claims this, by name."""
    moment = SCENES[scene]
    answer = json.dumps({"acts": list(claims)})
    return {act.name: act for act in listen(text, replace(moment, listened=listened(answer, text, moment))).acts}


def test_what_the_rules_missed_is_added_with_the_time_of_its_words() -> None:
    text = "well you know they kinda said friday or so"
    assert "window" not in {act.name for act in listen(text, SCENES["waiting"]).acts}

    told = heard(text, act_of("window", "they kinda said friday or so", when="friday"))
    assert told["window"].by is By.MODEL
    assert told["window"].get("latest") == date(2026, 12, 11)


def test_what_it_does_not_list_falls_where_it_has_heard_the_rest() -> None:
    text = "they called me and they rejected me"
    told = heard(text, act_of("rejected", "they rejected me"))
    assert set(told) == {"rejected"}


def test_a_time_that_the_rules_did_not_reach_is_read_from_its_words() -> None:
    text = "they offered me the job!!! Tallis Rowe. have to anwser by thursday"
    told = heard(text, act_of("offer", text, about="Tallis Rowe", when="by thursday"), scene="stranger")
    assert told["offer"].get("deadline") == date(2026, 12, 3)


def test_of_two_offers_each_is_about_its_own() -> None:
    text = "Two offers on the table, both want an answer by wednesday: Greystoke Legal and a startup called nimbly.io"
    claims = [act_of("offer", text, about=name, when="by wednesday") for name in ("Greystoke Legal", "nimbly.io")]
    moment = SCENES["stranger"]
    acts = listen(text, replace(moment, listened=listened(json.dumps({"acts": claims}), text, moment))).acts
    assert [act.get("about").casefold() for act in acts if act.name == "offer"] == ["greystoke legal", "nimbly.io"]


def test_one_that_lists_none_of_what_was_heard_is_not_believed() -> None:
    text = "I sent my thank-you to Priya and they said they'd decide by Friday"
    alone = {act.name for act in listen(text, SCENES["waiting"]).acts}
    assert set(heard(text, act_of("position_gone", text))) == alone
    assert set(heard(text)) == alone


def test_a_hope_stays_a_hope_whatever_it_claims() -> None:
    assert "offer" not in heard("I hope they offer me the job", act_of("offer", "they offer me the job"))
    assert "rejected" not in heard("what if they reject me", act_of("rejected", "they reject me"))
