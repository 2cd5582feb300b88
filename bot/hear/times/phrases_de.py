"""The German phrases about time, by what the rules call them. Only data, written as in `words_de`."""

from __future__ import annotations

UNITS = {
    "second-unit": "sekunde|sekunden|sek",
    "minute": "minute|minuten|min|mins",
    "hour": "stunde|stunden|std|stündchen",
    "day": "tag|tage|tagen|tages|kalendertage|kalendertagen",
    "bday": ("werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen|wochentage|wochentagen|bankarbeitstage"),
    "week": "woche|wochen|wo|arbeitswoche|arbeitswochen",
    "month": "monat|monate|monaten|monats",
    "quarter": "quartal|quartals|quartale",
    "year": "jahr|jahre|jahren|jahres",
}

BOUNDS = {
    "by": (
        "bis spätestens|bis spätestens am|bis spätestens zum|spätestens bis|spätestens bis zum|spätestens zum"
        "|nicht später als|bis allerspätestens"
    ),
    "until": "bis|bis zum|bis zur|bis zu|bis am|bis in|bis in die|bis einschliesslich|bis inklusive|bis inkl",
    "notbefore": (
        "ab|erst|erst am|erst im|erst zum|erst zur|ab dem|frühestens am|frühestens ab|nicht früher als|ab ca"
        "|nicht eher als"
    ),
    "after": (
        "nach|nach dem|nach der|nach den|erst nach|erst nach dem|erst nach der|erst nach den|kurz nach"
        "|gleich nach|direkt nach"
    ),
    "vor": "vor|vor dem|vor der|vor den|kurz vor|noch vor",
    "within the": "innerhalb der",
    "within": "innerhalb|innerhalb von|binnen|in weniger als",
    "upto": "höchstens|maximal|nicht mehr als|nicht länger als|bis zu maximal|unter|max",
    "atleast": "mindestens|wenigstens|minimum|mind|zumindest",
    "morethan": "mehr als|länger als|über",
    "latest": "spätestens|allerspätestens|spätestens am|maximum|oder früher|oder eher",
    "earliest": "frühestens|allerfrühestens|oder später|aufwärts|oder länger|oder mehr",
    "during": "während",
    "from": "von|vom|zwischen von",
    "between": "zwischen|zwischen dem",
    "rest": "rest|rest der|rest des",
}

PARTS = {
    "early": "anfang|anfangs|beginn|zu beginn|zum beginn|am anfang|zu anfang|gleich anfang",
    "mid": "mitte|in der mitte|zur mitte",
    "late": "gegen ende|eher ende|spät|in der zweiten hälfte ende|richtung ende",
    "finish": "ende|am ende|zum ende|schluss",
    "firsthalf": "erste hälfte|ersten hälfte|in der ersten hälfte|der ersten hälfte",
    "secondhalf": "zweite hälfte|zweiten hälfte|in der zweiten hälfte|der zweiten hälfte",
    "later": "später",
    "finish week": "wochenschluss|arbeitswochenende",
    "finish month": "monatsende|monatsschluss",
    "finish year": "jahresende|jahresschluss",
    "finish quarter": "quartalsende",
    "early month": "monatsanfang|monatsbeginn",
    "early week": "wochenanfang|wochenbeginn|wochenstart",
    "midweek": "wochenmitte",
}

DAYS = {
    "today": "heute|heut",
    "this morning": "heute morgen|heute früh|heute vormittag|heut morgen|heut früh|heut vormittag",
    "this afternoon": "heute nachmittag|heute mittag",
    "tonight": "heute abend|heut abend|heute nacht",
    "tomorrow": "morgen|morgn",
    "tomorrow morning": "morgen früh|morgen vormittag",
    "day after tomorrow": "übermorgen",
    "yesterday": "gestern",
    "day before yesterday": "vorgestern",
    "now": "jetzt|sofort",
    "eod": (
        "feierabend|dienstschluss|tagesende|ende des tages|geschäftsschluss|ende der geschäftszeit|büroschluss|eod"
    ),
    "firstthing": "gleich morgens|morgens früh|gleich früh",
    "morning": "früh|morgens|vormittag|vormittags|frühmorgens|am morgen|am vormittag",
    "lunch": "mittag|mittags|mittagspause|zu mittag",
    "afterlunch": "nach dem mittag|nach dem mittagessen|nach der mittagspause",
    "afternoon": "nachmittag|nachmittags|am nachmittag",
    "evening": "abend|abends|am abend",
    "night": "nacht|nachts",
    "noon": "12 uhr mittags",
    "midnight": "mitternacht",
    "oclock": "uhr|h",
    "weekend": "wochenende|we|wochenendes",
    "weekno": "kw|kalenderwoche|kw nr|kw nummer|kalenderwoche nr|kalenderwoche nummer",
    "weekof": "woche vom|woche ab|woche ab dem|woche vom montag|woche des|kw vom",
    "newyear": "neujahr|neuen jahr|neue jahr|neues jahr|neuem jahr|jahreswechsel|dem neuen jahr|im neuen jahr jahr",
}

SMALL = {
    "next": "nächste|nächsten|nächster|nächstes|nächstem|nächst|nexte",
    "next week": "kommende woche|kommender woche|der kommenden woche|die kommende woche|folgewoche|nächste wo",
    "coming": "kommende|kommenden|kommender|kommendes|kommendem",
    "following": "folgende|folgenden|folgender|darauf folgende|darauffolgende|darauffolgenden|darauffolgender",
    "week after next": "übernächste woche|übernächster woche|in der übernächsten woche|die übernächste woche",
    "month after next": "übernächsten monat|übernächster monat|im übernächsten monat",
    "overnext": "übernächsten|übernächste|übernächster",
    "this": "diese|diesen|dieser|dieses|diesem|laufende|laufenden",
    "last": "letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vorige|vorigen",
    "the": "der|die|das|den|dem|des|zum|zur",
    "on": "am|an|an dem",
    "in": "in|im|ins|in der|in dem|in den",
    "at": "um|gegen|so um",
    "of": "of",
    "and": "und|u",
    "or": "oder|bzw|beziehungsweise|oder eben",
    "to": "to",
    "for": "für",
    "half": "halbe|halben|halber|halbes",
    "halfto": "halb",
    "quarter": "viertel",
    "threequarter": "dreiviertel",
    "every": "jede|jeden|jeder|jedes",
    "recurring": "täglich|wöchentlich|monatlich",
    "fromnow": "ab jetzt|ab heute|von jetzt an|von heute an|gerechnet ab heute",
    "then": "dann|da",
    "by then": "bis dahin",
    "after that": "danach|im anschluss|anschliessend",
    "week after": "woche darauf|woche danach|woche drauf",
    "day after": "tag darauf|tag danach",
    "that week": "selben woche|gleichen woche|derselben woche",
    "sametime": (
        "gleiche zeit|gleichen zeit|selbe zeit|selben zeit|zur gleichen zeit|zur selben zeit|um die gleiche zeit"
    ),
    "extra": "weitere|weiteren|weiterer|volle|vollen|ganze|ganzen|gute|guten|zusätzliche",
    "several": "mehrere|mehreren|etliche|viele|vielen",
    "season": (
        "frühling|frühjahr|sommer|herbst|winter|frühlings|sommers|sommerferien|herbstferien|semester"
        "|geschäftsjahr|geschäftsjahres|schuljahr|osterferien|winterferien"
    ),
    "theholidays": "weihnachtsferien|feiertage|feiertagen|weihnachtspause|weihnachtsurlaub",
    "ago": "her",
}

HOLIDAYS = {
    "christmas": "weihnachten|xmas",
    "christmas_eve": "heiligabend|heilig abend",
    "boxing_day": "zweiten weihnachtstag|zweiter weihnachtstag",
    "new_years_eve": "silvester",
    "easter": "ostern|ostersonntag|osterwochenende",
    "good_friday": "karfreitag",
    "easter_monday": "ostermontag",
    "whit_monday": "pfingsten|pfingstmontag",
    "ascension_day": "himmelfahrt|christi himmelfahrt|vatertag",
    "german_unity_day": "tag der deutschen einheit",
    "epiphany": "heilige drei könige|dreikönig",
    "labor_day": "tag der arbeit",
}

PHRASES = UNITS | BOUNDS | PARTS | DAYS | SMALL
