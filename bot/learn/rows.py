"""The kinds of facts of which a Person has many, and where each stands in what is known."""

from __future__ import annotations

from typing import Any, TypeVar

from storage.facts import (
    Appointment,
    Contact,
    Event,
    Feed,
    Interview,
    Note,
    Nudged,
    OpenPoint,
    Opportunity,
    Parked,
    Promise,
    Week,
)

Row = TypeVar(
    "Row", Opportunity, Interview, Contact, Promise, Event, Parked, Note, Week, Appointment, Feed, OpenPoint, Nudged
)
COLLECTION: dict[type[Any], str] = {
    Opportunity: "opportunities",
    Interview: "interviews",
    Contact: "contacts",
    Promise: "promises",
    Event: "events",
    Parked: "parked",
    Note: "notes",
    Week: "weeks",
    Appointment: "appointments",
    Feed: "feeds",
    OpenPoint: "open_points",
    Nudged: "nudged",
}
