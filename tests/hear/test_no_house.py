"""What is typed where the employer was asked for, and is none."""

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import hear


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("all documents uploaded on 13th", "en"),
        ("line cook", "en"),
        ("night picker, temp", "en"),
        ("part time", "en"),
        ("two rounds so far", "en"),
        ("minijob", "de"),
        ("Hospitation", "de"),
        ("alle unterlagen hochgeladen", "de"),
        ("Probekochen am 4.", "de"),
    ],
)
def test_work_a_stage_or_a_sentence_is_no_employer(text: str, language: str) -> None:
    heard = hear(text, "stranger", language, expects=Expected.EMPLOYER, asked="employer")
    assert not any(one.has("about") for one in heard.acts)


@pytest.mark.parametrize("text", ["acme ltd", "the old bakery", "JCB in Rocester", "Two Rivers", "st aidan's primary"])
def test_a_name_in_small_letters_is_one_where_it_was_asked_for(text: str) -> None:
    heard = hear(text, "stranger", expects=Expected.EMPLOYER, asked="employer")
    assert [one.name for one in heard.acts if one.has("about")] == ["which"]
