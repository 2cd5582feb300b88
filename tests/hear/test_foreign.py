"""Which language it is, when it is neither English nor German."""

import pytest

from bot.hear.foreign import is_foreign, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mañana tengo una entrevista en el banco", "es"),
        ("manana tengo entrevista con la empresa", "es"),
        ("J'ai passé un entretien hier et ils me rappellent lundi", "fr"),
        ("Ho fatto il colloquio ieri, mi hanno detto due settimane", "it"),
        ("Fiz a entrevista ontem, foi muito bem", "pt"),
        ("Ik had gisteren een gesprek en ze bellen me nog", "nl"),
        ("Wczoraj byłem na rozmowie i mają zadzwonić po weekendzie", "pl"),
        ("Yarın saat üçte bir görüşme var", "tr"),
        ("kal mera interview hai, dus baje", "hi"),
        ("मेरा इंटरव्यू कल है", "hi"),
        ("Вчера было собеседование", "ru"),
        ("Завтра маю співбесіду", "uk"),
        ("لدي مقابلة غدا", "ar"),
        ("فردا مصاحبه دارم چطور", "fa"),
        ("明日面接があります", "ja"),
        ("我明天有面试", "zh"),
        ("ხვალ გასაუბრება მაქვს", "und"),
    ],
)
def test_it_is_named(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "interview at La Poste tomorrow",
        "hab morgen ein Gespräch bei der Crédit Agricole",
        "ok",
        "",
        "😀😀😀😀",
        "Müller, Grüße, Straße, Ärger",
        "interview w/ Banco de la Nación on the 9th at 3",
        "Łukasz and Željko were there",
    ],
)
def test_what_is_understood_or_could_be_a_name_is_not(text: str) -> None:
    assert not is_foreign(text)
