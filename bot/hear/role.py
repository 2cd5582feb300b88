"""What a name in a text is the name of."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a name is the name of."""

    EMPLOYER = "employer"
    PERSON = "person"
    JOB = "job"
    AGENCY = "agency"
