"""The German words that say what a clause is about. Only data; the keys are the cues of `bot.hear.times.clauses`."""

from __future__ import annotations

CUES = {
    "TOUCH": (
        "melden|meldet|melde|melden sich|sich melden|sich zu melden|bescheid|bescheid geben|bescheid sagen"
        "|bescheid bekommen|rückmeldung|rückmelden|zurückmelden|zurück melden|höre von|hören von"
        "|von sich hören|zurückkommen|auf mich zukommen|auf mich zu|kontaktieren|kontaktiert|in kontakt"
        "|rückmeldungen|feedback"
    ),
    "TELL": (
        "hören|höre|hört|wissen|weiss ich|erfahre|erfahren|antwort|antworten|antwortet|anrufen|rufen|ruft"
        "|anruf|angerufen|telefonieren|mail|mails|email|e mail|schreiben|schreibt|nachricht|brief|post"
        "|informieren|informiert|info|zusage|zusagen|absage|absagen|zu oder absage|zu bzw absage|ergebnis"
        "|ergebnisse|angebot|vertrag|mitteilen|mitgeteilt|sagen|sagt|sage|update|verschicken|schicken|schickt"
        "|zurückrufen|benachrichtigt|benachrichtigen|warten|abwarten|geduld"
    ),
    "DECIDE": (
        "entscheiden|entscheidet|entschieden|entscheidung|entscheidungen|auswählen|auswahl|ausgewählt|wählen"
        "|beschliessen|beraten|besprechen|festlegen|nächste runde|nächsten schritte|nächste schritte"
    ),
    "WRAP": "fertig|abschliessen|abgeschlossen|durch sein|durch sind|abschluss|verfahren|prozess",
    "OTHER": (
        "bewerber|bewerbern|bewerberinnen|kandidat|kandidaten|kandidatin|kandidatinnen|runde|urlaub"
        "|aus dem urlaub|im urlaub|zurück|wieder da|wieder im büro|wieder im haus|abwesend|unterwegs"
        "|dienstreise|geschäftsreise|krank|elternzeit|anfangen|start|starten|arbeitsbeginn|eintritt"
        "|eintrittsdatum|antritt|probetag|probearbeiten|test|aufgabe|prüfung|messe|feiertag|sitzung|meeting"
        "|termin|termine|beworben|bewerbung|bewerbungsfrist|frist|ausschreibung|kündigungsfrist|umzug"
        "|hochzeit|geburtstag|assessment|hospitation|hospitieren|betriebsrat|referenzen|gehalt|erfahrung"
        "|vertragsbeginn"
    ),
    "INTERVIEW": (
        "gespräch|gespräche|gesprächen|vorstellungsgespräch|vorstellungsgespräche|bewerbungsgespräch"
        "|bewerbungsgespräche|interview|interviews|zweitgespräch|zweitgespräche|telefoninterview|videocall"
        "|vorstellung|erstgespräch"
    ),
    "MINE": (
        "nachfragen|nachhaken|nachfassen|ich melde mich|soll ich|ich rufe an|ich schreibe|ich muss|muss ich"
        "|ich sage zu|ich gebe|ich kann anfangen|meine kündigungsfrist|mein urlaub|ich habe urlaub"
        "|ich bin im urlaub"
    ),
    "NOT": (
        "nicht|kein|keine|keinen|keiner|keinem|nie|niemals|nichts|niemand|ohne|weder|noch nicht|noch nichts"
        "|statt|anstatt|kaum|unwahrscheinlich"
    ),
    "FIX": (
        "nein|ne warte|nee|nein warte|warte|moment|quatsch|ich meine|ich meinte|korrektur|sorry"
        "|entschuldigung|eher|vielmehr|besser gesagt|doch|verschoben auf|verlegt auf|stimmt nicht"
    ),
    "MOVED": "verschoben|verlegt|vorverlegt",
    "ONCE": "sobald|wenn|nachdem|sowie|wann immer|hängt davon ab|kommt darauf an|abhängig von",
    "IF": "falls|sofern",
    "CUT": (
        "aber|also|weil|denn|da sie|obwohl|während sie|wobei|deshalb|daher|dass|damit|sondern|und dann|danach wollen"
    ),
    "VAGUE": (
        "bald|demnächst|zeitnah|zeitnahe|in kürze|kurzfristig|schnellstmöglich|so schnell wie möglich"
        "|baldmöglichst|möglichst bald|asap|irgendwann|keine ahnung|ka|weiss nicht|weiss ich nicht"
        "|weiss es nicht|unklar|unbekannt|offen|nicht gesagt|nichts gesagt|haben nichts gesagt"
        "|hat nichts gesagt|keine angabe|keine angaben|kein datum|keinen termin|kein zeitpunkt"
        "|keinen zeitpunkt|keine frist|vage|mal sehen|kann dauern|dauert noch|in den nächsten tagen"
        "|in den nächsten wochen|die nächsten tage|die nächsten wochen|in absehbarer zeit|in nächster zeit"
        "|noch nicht klar|nicht konkret|nichts konkretes|weiss noch nicht|noch offen|wussten es nicht"
        "|nicht sicher|unsicher|vergessen|umgehend|schnell|zügig|nö"
    ),
    "WILL": (
        "will|wollen|wollten|wollte|werden|wird|würde|würden|soll|sollte|sollten|sollen|könnte|könnten"
        "|hat gesagt|haben gesagt|meinte|meinten|gemeint|gesagt|hiess|hiess es|versprochen|geplant|planen"
        "|vor haben|möchte|möchten|kriege|bekomme|bekommen|kriegen|erhalte|erhalten|geben|gibt|dauert|dauern"
    ),
    "COUNTED": "stock|etage|jahrhundert|platz|versuch",
}

HEDGES = (
    "ca|circa|etwa|ungefähr|rund|vielleicht|wahrscheinlich|vermutlich|hoffentlich|voraussichtlich|wohl"
    "|eventuell|evtl|ggf|möglicherweise|ungefähr so|so etwa|so ungefähr|glaube ich|glaub ich|denke ich"
    "|denk ich|schätze ich|ich glaube|ich denke|ich schätze|ich vermute|meine ich|irgendwie|noch|schon"
    "|bereits|auch|nur|einfach|oder so|circa so|grob|genau|eigentlich|sicher|bestimmt|auf jeden fall"
    "|jedenfalls|wenn alles gut geht|wenn alles klappt|so gott will|ja|mal|halt|eben|eigentlich so|bitte"
    "|danke|toi toi toi|im laufe der|im laufe des|im lauf der|im verlauf der|im laufe|immerhin|angeblich"
    "|so in|realistisch|normalerweise|üblicherweise|meistens|allgemein|gerne|so"
)
VAGUE_HEDGES = "irgendwann mal|irgendwann im laufe|irgendwann|jederzeit"

PLAIN = (
    "ich|du|er|sie|es|wir|ihr|mir|mich|uns|sich|ihm|ihn|ihnen|mein|meine|meinem|mit|bei|aus|auf|zu|von"
    "|nach|vor|ist|sind|war|waren|sein|hat|haben|habe|hatte|hatten|werde|wenn|wann|was|wer|wie|wo|hier"
    "|dort|man|alle|allen|alles|beide|dass|als|ob|sehr|ganz|mehr|weniger|geht|ok|okay|gut|super|toll|klar"
    "|nun|zurzeit|t|h|m|s|d|w|q|utc|gmt|the|a|an|of|is|be|week|half|between|another|that|same|hr|firma"
    "|chef|chefin|personalabteilung|personaler|personalerin|recruiter|frau|herr|per|telefonisch"
    "|schriftlich|lassen|lässt|durch|dazu|dabei|doch|her|hin|ab|bekannt|jemand|jemanden"
)
