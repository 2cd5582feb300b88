"""The English phrases about time, by what the rules call them. Only data, written as in `words_en`."""

from __future__ import annotations

UNITS = {
    "second-unit": "seconds|secs|sec",
    "minute": "minute|minutes|min|mins",
    "hour": "hour|hours|hr|hrs",
    "day": "day|days|calendar day|calendar days|consecutive days",
    "bday": (
        "business day|business days|working day|working days|work day|work days|workday|workdays|weekday"
        "|weekdays|week days|biz day|biz days|wdays|bdays|bus days|buisness day|buisness days|bussiness days"
        "|busines days|bd|bds"
    ),
    "week": (
        "week|weeks|wk|wks|weeek|weks|calendar weeks|work week|working week|working weeks"
        "|workweek|business week|business weeks"
    ),
    "fortnight": "fortnight|fortnights|fornight",
    "month": "month|months|mth|mths|mnth|calendar month|calendar months",
    "quarter": "quarter|quarters|qtr",
    "year": "year|years|yr|yrs|calendar year",
}

BOUNDS = {
    "by": (
        "by|not beyond|not past|not after|no later than|not later than|by no later than|by no later|no later then"
        "|latest by"
        "|by latest|on or before|before or on|as late as|by the latest|at the latest by|at the latest on"
        "|not any later than|latest on|by at the latest"
    ),
    "bytime": "by the time",
    "before": "before|b 4|prior to|ahead of|earlier than|sooner than|any earlier than|any sooner than|befor",
    "notbefore": (
        "no sooner than|no earlier than|not sooner than|not earlier than|no earlier then|no sooner then"
        "|as soon as|as early as|starting|starting on|starting from|on or after|earliest by"
        "|at the earliest by|at the earliest on|earliest on|beginning on|as of|as from|effective"
        "|from as early as|not prior to"
    ),
    "after": (
        "after|just after|right after|shortly after|soon after|straight after|immediately after"
        "|directly after|later than|the other side of|other side of|any time after|anytime after|some time after"
        "|sometime after"
        "|once we are past|following on from"
    ),
    "until": "until|till|til|ending|ending at|ends at|finishing at|untill|up until|up till|up to and including",
    "within": "within|inside of|inside|in within|within about|in the space of|witin|withing|with in",
    "upto": (
        "up to|upto|at most|at the most|no more than|not more than|less than|in less than|in under|under"
        "|in up to|a maximum of|maximum of|max of|no longer than|not longer than|in no more than"
        "|anything up to|a max of"
    ),
    "atleast": (
        "at least|atleast|a minimum of|minimum of|no less than|not less than|upwards of|at the very least"
        "|at minimum|at a minimum"
    ),
    "morethan": (
        "more than|longer than|in excess of|much longer than|much more than|well over|any longer than|any more than"
    ),
    "latest": (
        "at the latest|at the very latest|at latest|latest|the latest|the very latest|max|maximum|tops|at max"
        "|at the outside|or less|or sooner|or earlier|or before|or before then|if not sooner than that"
        "|the deadline is|or quicker|at the absolute latest|at a maximum|at the maximum|worst case|at worst"
        "|at the worst|worst case scenario|in the worst case"
    ),
    "earliest": (
        "at the earliest|at the very earliest|at earliest|earliest|the earliest|the very earliest|or more"
        "|or longer|or later|onwards|onward|and onwards|or after|or beyond|and beyond|minimum|at the soonest"
        "|the soonest|soonest|or over|at the absolute earliest|or upwards|best case|at best|at the best"
        "|best case scenario|in the best case"
    ),
    "during": "during|over|throughout|over the course of|in the course of|across",
    "through": "through|thru|through to|thru to",
    "rest": "rest of|remainder of|the rest of|the remainder of",
}

PARTS = {
    "early": (
        "early|early in|early on in|beginning of|start of|the beginning of|the start of|the very start of"
        "|beginning|the beginning|early part of|the early part of|earlier part of|the first part of"
        "|first part of|earlier|the top of|at the beginning of|at the start of|the very beginning of"
        "|begining of|the begining of|beggining of|in the beginning of|earlier in|very early|very early in"
        "|front end of|the front end of|front part of|the front part of"
    ),
    "mid": (
        "mid|middle|middle of|the middle of|midway through|halfway through|half way through|in the middle of"
        "|midle of|the midle of|the middle|mid way through"
    ),
    "late": (
        "late|late in|towards the end of|toward the end of|towards end of|toward end of|latter part of"
        "|the latter part of|back end of|the back end of|later part of|the later part of|near the end of"
        "|nearer the end of|closer to the end of|tail end of|the tail end of|late on in|very late"
        "|the last part of|towards the back end of"
    ),
    "finish": "end|end of|the end|the end of|at the end of|the very end of|close of|the close of|at end of|ned of",
    "firsthalf": (
        "first half|first half of|the first half|the first half of|1st half of|the 1st half of|front half of"
        "|in the first half of"
    ),
    "secondhalf": (
        "second half|second half of|the second half|the second half of|2nd half of|the 2nd half of"
        "|latter half of|the latter half of|back half of|the back half of|last half of|the last half of"
        "|in the second half of|the latter half|latter half"
    ),
    "later": "later|later on|l 8 r",
}

DAYS = {
    "today": "today|todays|this very day|tday|later today|later on today",
    "tonight": "tonight|2 nite|tonite|2 night|later tonight",
    "tomorrow": (
        "tomorrow|tmrw|tmr|tmw|tmrrw|2 moro|2 morrow|2 mrw|2 morro|tomo|tomoz|tommorow|tomorow|tommorrow"
        "|tomorrw|tomrrow|tommorw|tomorro|tmoro|tmorrow|tomorrows|2 moz|tmoz|tmro|tmmrw|tomm"
    ),
    "yesterday": "yesterday|yday|yesterdays",
    "now": "now|right now|this moment",
    "eod": (
        "eod|cob|eob|eop|cop|end of day|end of the day|the end of the day|the end of day|close of business"
        "|the close of business|close of play|the close of play|end of play|the end of play|end of business"
        "|the end of business|day end|end of the work day|end of the working day|end of working day"
        "|end of work day|end of work|close of day|days end|end of business hours|the end of business hours"
        "|end of business day|end of the business day|the end of the business day|the end of the working day"
        "|at the end of the day|at end of day|the day is out|day is out|the day is over"
    ),
    "eow": "eow|weeks end|the weeks end|the week is out|week is out|the week is over|week is over|the week is up",
    "midweek": "midweek|mid week",
    "eom": (
        "eom|months end|the months end|month end|monthend|the month is out|month is out|the month is over|month is over"
    ),
    "eoq": "eoq|quarters end|quarter end",
    "eoy": "eoy|years end|the years end|year end|yearend|the year is out|year is out|the years out",
    "firstthing": "first thing|1st thing|first thing in the morning|first thing in the am",
    "morning": "morning|mornin|mid morning|late morning|early morning|morn",
    "lunch": "lunch|lunchtime|lunch time",
    "afterlunch": "after lunch|post lunch|afterlunch",
    "afternoon": "afternoon|late afternoon|mid afternoon|early afternoon|arvo|afternon",
    "evening": "evening|eve|early evening|late evening|evning",
    "night": "night|nite|late night",
    "noon": "noon|midday|mid day|12 noon|12 midday|noontime",
    "midnight": "midnight|12 midnight",
    "oclock": "uhr|oclock|o clock",
    "weekend": "weekend|wkend|wknd|week end|weekends",
    "weekof": (
        "week commencing|wc|wk commencing|week beginning|week starting|week of|wk of|wb|week commencing on"
        "|wk beg|week beginning on|week starting on|wk beginning|week starting from|week commencing from"
        "|wk starting"
    ),
    "weekno": "cw|kw|calendar week|calendar week number|week number|week no|iso week",
    "weekending": "week ending|we ending|wk ending|week ending on",
    "newyear": (
        "new year|new years|new years day|the new year|the new years|the first of the year|first of the year"
        "|the 1st of the year"
    ),
}

SMALL = {
    "next": "next|nxt|nex|neext",
    "coming": "coming|upcoming|forthcoming|up coming|comming",
    "following": "following",
    "this": "this|ths|thsi|current|the current",
    "last": "last|final|very last",
    "past": "past|previous",
    "penultimate": "penultimate|second last|second to last|last but one|next to last",
    "and": "and|n|as well as",
    "or": "or failing that|or if not|and if not|or otherwise|or|or else|if not then|failing that|otherwise",
    "at": "at|arriving at",
    "ish": "ish",
    "am": "am|a m",
    "pm": "pm|p m",
    "ago": "ago",
    "every": "every|each|every single|every other",
    "fromnow": (
        "from now|from today|hence|after today|from tonight|from right now|as of today|as of now"
        "|starting today|starting now|from this date|out from today"
    ),
    "time": "time|times",
    "then": "then|that point",
    "sametime": "same time|this time|the same time|this same time|same hour",
    "extra": "more|further|additional|other|full|whole|good|solid|extra|entire|straight|odd",
    "recurring": "daily|weekly|monthly|hourly|nightly",
    "excluding": "excluding|excl|not counting|not including|not incl|ignoring|discounting|except for|apart from",
    "noweekend": (
        "excluding weekends|not counting weekends|not including weekends|weekends not included|weekends not counted"
        "|weekends excluded|weekends dont count|excluding weekends and holidays|not counting weekends and holidays"
        "|excluding weekends and bank holidays|not counting weekends and bank holidays|excluding the weekend"
        "|not counting the weekend|not including the weekend|ignoring weekends|weekends aside"
    ),
    "ident": (
        "meeting id|passcode|pass code|password|pin|access code|conference id|webinar id|id|room|rm|floor|suite"
        "|building"
        "|bldg|ext|extension|dial in|phone number|tel|telephone|flat|unit|gate|level|ref|ref no|job id|postcode"
        "|zip code"
        "|apt|desk|block|platform|code|number|nr"
    ),
    "giveortake": "give or take|plus or minus",
    "several": "several|some|many|numerous|a number of|multiple|various",
    "season": (
        "spring|springtime|summer|summertime|autumn|winter|wintertime|the fall|this fall|next fall|in fall"
        "|early fall|late fall|by fall|financial year|fiscal year|tax year|academic year|school year|semester"
        "|half term|the half term|long weekend|the long weekend|fiscal quarter|fy"
    ),
    "theholidays": (
        "the holidays|the holiday season|the holiday break|the xmas break|the christmas break|xmas break"
        "|christmas break|winter break|the winter break|the festive season|the festive period"
        "|the christmas holidays|christmas holidays|holiday season|xmas holidays|the xmas holidays"
        "|the winter holidays"
    ),
}

HOLIDAYS = {
    "christmas": "christmas|xmas|x mas|christmas day|xmas day|crimbo|chrismas|cristmas|christmass",
    "christmas_eve": "christmas eve|xmas eve",
    "boxing_day": "boxing day|st stephens day",
    "new_years_eve": "new years eve|new year eve|nye|hogmanay",
    "thanksgiving": "thanksgiving|thanksgiving day|turkey day|thanks giving|thanksgivin",
    "black_friday": "black friday",
    "cyber_monday": "cyber monday",
    "labor_day": "labor day|labour day|labor day weekend|labour day weekend|the labor day weekend",
    "memorial_day": "memorial day|memorial day weekend|the memorial day weekend",
    "mlk_day": "mlk day|martin luther king day|martin luther king jr day",
    "presidents_day": "presidents day|president day",
    "independence_day": (
        "independence day|4th of july holiday|the 4th of july holiday|july 4th holiday|july 4 holiday"
        "|the july 4th holiday|4th of july weekend|july fourth|fourth of july|the fourth of july"
    ),
    "juneteenth": "juneteenth",
    "columbus_day": "columbus day|indigenous peoples day",
    "veterans_day": "veterans day",
    "halloween": "halloween",
    "valentines_day": "valentines day|valentine day|valentines",
    "st_patricks_day": "st patricks day|st paddys day|paddys day",
    "good_friday": "good friday",
    "easter": "easter|easter sunday|easter weekend|the easter weekend|the easter break|easter break",
    "easter_monday": "easter monday",
    "canada_day": "canada day",
    "australia_day": "australia day",
    "anzac_day": "anzac day",
    "victoria_day": "victoria day",
    "bank_holiday": (
        "bank holiday|the bank holiday|bank holiday monday|bank holiday weekend|the bank holiday weekend"
        "|the bank holiday monday"
    ),
    "lunar_new_year": "chinese new year|lunar new year|cny|the lunar new year",
    "diwali": "diwali|deepavali",
}

PHRASES = UNITS | BOUNDS | PARTS | DAYS | SMALL
