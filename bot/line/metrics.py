"""Figures in the form that Prometheus reads: what this process has done, and what waits in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from sqlmodel import Session

from bot.tally import STEPS_S, Tally
from storage import figures

CONTENT_TYPE = CONTENT_TYPE_LATEST
COUNTED = {
    "updates": ("Updates taken up, by kind and by what came of them.", ("kind", "outcome")),
    "heard": ("Texts by what heard them; asked: with a question back, nothing: not understood.", ("by",)),
    "sends": ("Calls to Telegram that send something, by what came of them.", ("method", "result")),
    "asked": ("Questions to others (what was meant, a letter, a recording), by what came of them.", ("what", "result")),
    "asked_milliseconds": ("How long they were waited for.", ("what",)),
    "asked_tokens": ("What they have cost.", ("what",)),
    "connections_cut": ("Connections that were cut: too slow, or too many.", ("why",)),
    "feed_looks": ("Looks at calendar feeds, by what was seen.", ("result",)),
}


@dataclass(frozen=True, slots=True)
class Depths:
    """What waits in the store, for all processes."""

    updates: int
    oldest_update_s: float
    messages: int
    held_up: int
    sending: int
    due: int
    oldest_due_s: float
    aside: int
    dropped: int


def depths(session: Session, now: datetime) -> Depths:
    """What waits at `now`."""
    updates, messages = figures.updates_waiting(session), figures.messages_on_their_way(session, now)
    people = figures.people_due(session, now)
    return Depths(
        updates=updates.number,
        oldest_update_s=_age(updates.since, now),
        messages=messages.ready.number,
        held_up=messages.held_up,
        sending=messages.sending,
        due=people.number,
        oldest_due_s=_age(people.since, now),
        aside=sum(figures.updates_set_aside(session).values()),
        dropped=sum(figures.messages_dropped(session).values()),
    )


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max((now - since).total_seconds(), 0.0)


def exposition(tally: Tally, found: Depths | None, troubles: int) -> bytes:
    """All figures; without those of the store where it does not answer."""
    registry = CollectorRegistry()
    registry.register(_Figures([*_counted(tally), *_waiting(found), _gauge("troubles", "What fails now.", troubles)]))
    return generate_latest(registry)


class _Figures(Collector):
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _counted(tally: Tally) -> Iterator[Metric]:
    for name, (told, labels) in COUNTED.items():
        counter = CounterMetricFamily(f"afterword_{name}", told, labels=labels)
        for (what, parts), number in sorted(tally.counts.items()):
            if what == name:
                counter.add_metric(parts, number)
        yield counter
    told = "Seconds for which Telegram has told us to wait (429)."
    yield CounterMetricFamily("afterword_told_to_wait_seconds", told, value=tally.told_to_wait_s)
    buckets, so_far = [], 0
    for step, number in zip((*map(str, STEPS_S), "+Inf"), tally.turns, strict=True):
        so_far += number
        buckets.append((step, so_far))
    told = "How long an update took, from being taken up to what is said of it being kept."
    yield HistogramMetricFamily("afterword_turn_seconds", told, buckets=buckets, sum_value=tally.turn_seconds)


def _waiting(found: Depths | None) -> Iterator[Metric]:
    if found is None:
        return
    yield _gauge("inbox_waiting", "Updates that are kept and not applied yet.", found.updates)
    yield _gauge("inbox_oldest_seconds", "For how long the oldest of them waits.", found.oldest_update_s)
    yield _gauge("inbox_set_aside", "Updates that could not be applied.", found.aside)
    yield _gauge("outbox_ready", "Messages that could be sent now.", found.messages)
    yield _gauge("outbox_held_up", "Messages that may be sent later.", found.held_up)
    yield _gauge("outbox_sending", "Messages that are being sent.", found.sending)
    yield _gauge("outbox_dropped", "Messages of the last days that were given up.", found.dropped)
    yield _gauge("people_due", "People whose moment has come, not looked at yet.", found.due)
    yield _gauge("people_due_oldest_seconds", "For how long the first of them is overdue.", found.oldest_due_s)


def _gauge(name: str, told: str, value: float) -> Metric:
    return GaugeMetricFamily(f"afterword_{name}", told, value=value)
