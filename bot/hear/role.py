"""What a name in a text is the name of."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a name is the name of."""

    EMPLOYER = "employer"
    PERSON = "person"
    JOB = "job"
    AGENCY = "agency"
    HOUSE = "house"
    """A kind of house that stands for an employer of which no name is told: "the bank"."""
    SOMEBODY = "somebody"
    """One of several employers that are known, and the words do not say which: "the other one" of three."""


def closed(text: str) -> str:
    """A name of a job with the bracket or the mark of a page behind it that its last word was cut from."""
    ends = ((")", "("), ("]", "["), (">", "<"))
    return text + "".join(end for end, begin in ends if text.count(begin) > text.count(end))
