"""The English words about time. Only data: the key is what the rules call it, the value what people type.

Alternatives stand between bars, in lower case, without apostrophes (`o'clock` is `oclock`, `week's` is `week`)
and without the hyphen between words (`mid-week` is `mid week`). A word that is not here stays what it is.
"""

from __future__ import annotations

from bot.hear.times.cues_en import CUES, HEDGES, PLAIN, VAGUE_HEDGES
from bot.hear.times.phrases_en import HOLIDAYS, PHRASES
from bot.hear.times.words import Words

NUMBERS = {
    "zero|oh": (0, 0),
    "one": (1, 1),
    (
        "two|couple|couple of|a couple|a couple of|couple o|coupla|a coupla|cpl|a cpl|cpl of|a cpl of"
        "|cple|a cple|cple of|a cple of|couple more|a couple more|another couple|another couple of"
    ): (2, 2),
    "three": (3, 3),
    "four": (4, 4),
    "five": (5, 5),
    "six": (6, 6),
    "seven": (7, 7),
    "eight": (8, 8),
    "nine": (9, 9),
    "ten": (10, 10),
    "eleven": (11, 11),
    "twelve|dozen|a dozen": (12, 12),
    "thirteen": (13, 13),
    "fourteen": (14, 14),
    "fifteen": (15, 15),
    "sixteen": (16, 16),
    "seventeen": (17, 17),
    "eighteen": (18, 18),
    "nineteen": (19, 19),
    "few|a few|few more|a few more|another few|a good few": (3, 5),
}

TENS = {"twenty": 20, "thirty": 30, "forty|fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90}

ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first"
    "|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth"
    "|twenty ninth|thirtieth|thirty first"
)

WEEKDAYS = (
    "monday|mon|mondy|monady",
    "tuesday|tue|tues|tuesdsy|teusday|tuseday",
    "wednesday|wed|weds|wendsday|wensday|wednsday|wendesday",
    "thursday|thu|thur|thurs|thrusday|thurday",
    "friday|fri|firday|fridy|fryday|friady",
    "saturday|sat|satuday|saterday",
    "sunday|sun|sundy",
)

MONTHS = (
    "january|jan|janurary|janaury",
    "february|feb|febuary|feburary|febraury",
    "march|mar",
    "april|apr|aprl|arpil",
    "may",
    "june|jun",
    "july|jul|jully",
    "august|aug|agust",
    "september|sep|sept",
    "october|oct",
    "november|nov",
    "december|dec",
)

# A month, a weekday or a season only where something beside them says so: "they may call", "April from HR".
DOUBTFUL = "eve|may|march|mar|sat|sun|jan|june|april|august|summer"
EVIDENCE = (
    "in|by|until|before|after|from|to|early|mid|late|finish|of|this|next|coming|during|or|and|-|/|through"
    "|firsthalf|secondhalf|within|notbefore|on|last|rest|since|the|weekof|weekending|tomorrow|today"
    "|latest|earliest|upto"
)

WORDS = Words(
    numbers=NUMBERS,
    tens=TENS,
    ordinals=ORDINALS,
    weekdays=WEEKDAYS,
    months=MONTHS,
    phrases=PHRASES,
    holidays=HOLIDAYS,
    hedges=HEDGES,
    vague_hedges=VAGUE_HEDGES,
    cues=CUES,
    plain=PLAIN,
    doubtful=DOUBTFUL,
    evidence=EVIDENCE,
    abbreviations="bus|biz|max|min|approx|ca|c|st|no|tel|appt|est|abt|prob|apt|dr|mr|mrs|ms|vs|etc|eg|ie|latest",
)
