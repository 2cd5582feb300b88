"""When Afterword speaks: business days, the contact policy, the nudges, the clock."""

from scheduler import zones as zones  # the one source of zones, before anything reads one
