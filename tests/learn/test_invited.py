"""An invitation to a day that has been is a talk that was, whoever heard it."""

from datetime import datetime

from bot.hear.act import Act
from bot.learn import standing
from tests.decide.rows import ledger
from tests.in_place import NOW, acme


def test_it_is_no_news_of_theirs() -> None:
    known = ledger(acme(), now=NOW)
    began = datetime.fromisoformat("2026-12-01T14:00+00:00")
    standing.ACTS["invited"](known, Act("invited", {"about": "Acme", "start": began, "minutes": 60}))
    assert known.known.events == ()
    assert [talk.start for talk in known.known.interviews] == [began]
