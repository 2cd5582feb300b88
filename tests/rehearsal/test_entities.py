"""Telegram's HTML becomes text and entities, or is refused with the reason."""

import pytest

from bot.rehearsal.entities import parse_html, trim, units
from bot.rehearsal.errors import RefusedError

NOW = 1_796_000_000


def parsed(html: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = parse_html(html, NOW)
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


def refusal(html: str) -> str:
    with pytest.raises(RefusedError) as refused:
        parse_html(html, NOW)
    return refused.value.description


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#33;", 'a <b> & "c" !', []),
        ("R&D at 5 > 3", "R&D at 5 > 3", []),
        ("<b>Hi</b> <i>you</i>", "Hi you", [("bold", 0, 2), ("italic", 3, 3)]),
        ("<B>Hi</B>", "Hi", [("bold", 0, 2)]),
        ("<b>Hi <u>you</u></b>", "Hi you", [("bold", 0, 6), ("underline", 3, 3)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", i, 1) for i in range(3)]),
        (
            "<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>",
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        (
            "<blockquote expandable>a <b>b</b></blockquote>",
            "a b",
            [("expandable_blockquote", 0, 3), ("bold", 2, 1)],
        ),
        ("<blockquote><code>a</code></blockquote>", "a", [("blockquote", 0, 1), ("code", 0, 1)]),
        ("<b></b>nothing", "nothing", []),
    ],
)
def test_markup_becomes_entities(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    assert parsed(html) == (text, entities)


def test_offsets_count_utf_16_code_units() -> None:
    assert parsed("🎉 <b>né🎉</b>") == ("🎉 né🎉", [("bold", 3, 4)])
    assert units("né🎉") == 4


def test_a_date_time_carries_its_moment_and_keeps_its_fallback() -> None:
    text, entities = parse_html('on <tg-time unix="1796080000" format="wDt">Tue 1 Dec</tg-time>', NOW)
    assert text == "on Tue 1 Dec"
    assert entities == [
        {"type": "date_time", "offset": 3, "length": 9, "unix_time": 1796080000, "date_time_format": "wDt"}
    ]


def test_a_link_a_language_and_an_emoji_carry_their_details() -> None:
    html = (
        '<a href="https://example.org/?a=1&amp;b=2">x</a>'
        '<pre><code class="language-python">y</code></pre><tg-emoji emoji-id="5">👍</tg-emoji>'
    )
    _, (link, code, emoji) = parse_html(html, NOW)
    assert link["url"] == "https://example.org/?a=1&b=2"
    assert (code["type"], code["language"]) == ("pre", "python")
    assert emoji["custom_emoji_id"] == "5"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<foo>x</foo>", 'Unsupported start tag "foo" at byte offset 0'),
        ("é <think>", 'Unsupported start tag "think" at byte offset 3'),
        ("I <3 it", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a &nbsp; b", 'Unsupported named entity "&nbsp;" at byte offset 2'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<b class="x">x</b>', 'Unsupported attribute "class" in the tag "b" at byte offset 0'),
        ("<a>x</a>", 'Invalid link "" at byte offset 0'),
        ('<a href="javascript:alert(1)">x</a>', 'Invalid link "javascript:alert(1)" at byte offset 0'),
        ('<a href="https://example.org"></a>', 'Tag "a" must have text at byte offset 30'),
        ("<pre><b>x</b></pre>", 'Tag "b" can\'t be nested in "pre" at byte offset 5'),
        ("<b><code>x</code></b>", 'Tag "code" can\'t be nested in "b" at byte offset 3'),
        (
            "<blockquote>a<blockquote>b</blockquote></blockquote>",
            'Tag "blockquote" can\'t be nested in "blockquote" at byte offset 13',
        ),
        ('<tg-time unix="soon">x</tg-time>', 'Invalid date "soon" at byte offset 0'),
        ('<tg-time unix="1990000000">x</tg-time>', 'Invalid date "1990000000" at byte offset 0'),
        ('<tg-time unix="1796080000" format="z">x</tg-time>', 'Invalid date format "z" at byte offset 0'),
        ('<tg-time unix="1796080000"></tg-time>', 'Tag "tg-time" must have text at byte offset 27'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified at byte offset 0"),
    ],
)
def test_wrong_markup_is_refused_with_its_place(html: str, reason: str) -> None:
    assert refusal(html) == f"Bad Request: can't parse entities: {reason}"


def test_white_space_at_the_ends_goes_and_entities_move_with_it() -> None:
    text, entities = parse_html("\n <b> Hi </b>\n", NOW)
    assert trim(text, entities) == ("Hi", [{"type": "bold", "offset": 0, "length": 2}])
