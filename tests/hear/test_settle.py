"""What the acts of a message make of each other; and a word that could be of either language."""

from tests.hear.heard import hear, names, slots


def test_what_says_less_falls() -> None:
    assert names("no mail, no call, if I hear nothing by the 18th it's a no") >= {"silence_means_no"}
    assert "nothing_heard" not in names("no one joined the call, I waited 25 minutes")
    assert "yes" not in names("yes I told them I want it", "just_over")
    assert names("i give up on them. close it") >= {"no_answer_given_up"}
    assert "close" not in names("i give up on them. close it")


def test_the_day_of_ones_own_answer_is_not_theirs() -> None:
    told = names("Copperline offered me the job, answer by the 23rd", "offer")
    assert "offer" in told
    assert "window" not in told


def test_a_question_about_several_names_none() -> None:
    assert "about" not in slots("ask_advice", "Globex pays better, Acme is closer. which one should I take?", "two")


def test_the_other_language_is_tried_where_the_words_tell_none() -> None:
    heard = hear("nö", "told", "en")
    assert [act.name for act in heard.acts] == ["no"]
    assert heard.in_language == "de"
    assert hear("nope", "told", "de").acts[0].name == "no"


def test_a_bare_done_beside_what_was_sent_is_no_second_letter() -> None:
    told = [act for act in hear("just emailed Priya to follow up, done", "waiting").acts if act.name == "sent"]
    assert [act.get("what") for act in told] == ["follow_up"]
