"""What people say between the questions, in German: how it sounds. Data only; every pattern is whole, guards and all.

The English rows of the modules around it say what each means; a row that names no German pattern is heard in English.
"""

from __future__ import annotations

from bot.dialogue.answers.de_patterns import pattern as _p

UNDO = _p(
    r"^\W*((mach |mache |bitte )?(das |es )?(bitte )?(wieder )?rückgängig( machen)?|(nimm|nehme?) (das"
    r"|es) (bitte )?zurück|zurücknehmen|vergiss (das|es)|lösch(e)? (das|es|das letzte)( wieder)?"
    r"|streich(e)? (das|es|das letzte)|undo)\W*$"
)

REJECTED = _p(
    r"^(?!.*\b(wenn|falls|angst|befürcht\w*|fürchte|sorge|vielleicht|ob|glaube|denke|wahrscheinlich|kein|keine"
    r"|gespräch|termin|interview|telefonat)\b)(?!.*\b(ich (hab|habe)|(hab|habe) ich)\b.*\b(abgesagt"
    r"|abgelehnt)\b)(?!.*\?\s*$).*(\babsage\b|\b(haben|hat|wurde|bin|worden|mich|mir|leider)\b.*\b(abgesagt"
    r"|abgelehnt|aussortiert)\b|\bjemand(en)? ander(en|s|er)\b|\bein(en|e)? (andere[nr]?"
    r"|interne[nr]?) (bewerber\w*|kandidat\w*|person)\b|\bnehmen mich (leider )?nicht\b|\b(mich"
    r"|leider) nicht genommen\b|\bnicht (geworden|geklappt)\b|\bes ist (leider )?ein nein\b"
    r"|\bhaben (leider )?nein gesagt\b|\bgegen mich entschieden\b|\b(job|stelle) (leider )?nicht (bekommen"
    r"|gekriegt)\b|\bwird (leider )?nichts( daraus| draus)?\b|\bnicht berücksichtigt\b"
    r"|\bnicht in die (engere wahl|nächste runde)\b|\bausgeschieden\b(?! ist))"
)

WITHDRAW = _p(
    r"^(?!.*\b(sie|er|hr|die firma)\b.*\bzurück)(?!.*\?\s*$).*(\b(ziehe|zieh|zurückziehen"
    r"|zurückgezogen)\b.*(\bzurück\b|\bbewerbung\b)?(?<!sich )|\bich (steige|steig) aus\b"
    r"|\bkein interesse mehr\b|\bnicht mehr interessiert\b|\b(will|möchte) (die stelle|den job|das|da|dort|sie"
    r"|ihn)\b.*\bnicht mehr\b|\bich bin raus\b(?! (aus|in|für|mit|bei|und|heute)))"
)

GHOSTED = _p(
    r"\bgeghostet\b|\bghost\w*\b|\b(ich )?(gebe?|geb('s| es)) (es |das )?(auf|langsam auf)\b|\baufgeben\b"
    r"|\bnie (wieder |mehr )?(was |etwas )?(gehört|gemeldet|geantwortet)\b|\b(melden|meldet) sich (einfach "
    r"|überhaupt )?(gar )?nicht( mehr)?\b|\bkeine lust mehr\b"
)

CONTACT = _p(
    r"^(?!\W*(wie|was)\b).*(\b(soll|sollte|darf|kann|könnte|dürfte|muss) ich\b.*\b(?:schreib\w*|anschreiben"
    r"|anruf\w*|anzurufen|ruf\w*|telefonier\w*|mail\w*|nachfrag\w*|nachzufragen|nachhak\w*|nachzuhaken"
    r"|nachfass\w*|nachzufassen|meld\w*|kontaktier\w*|frag\w*|bedank\w*|danken|antwort\w*|schick\w*|vernetz\w*"
    r"|erinner\w*|dankesmail|nachfrage)\b|\b(?:schreib\w*|anschreiben|anruf\w*|anzurufen|ruf\w*|telefonier\w*"
    r"|mail\w*|nachfrag\w*|nachzufragen|nachhak\w*|nachzuhaken|nachfass\w*|nachzufassen|meld\w*|kontaktier\w*"
    r"|frag\w*|bedank\w*|danken|antwort\w*|schick\w*|vernetz\w*|erinner\w*|dankesmail|nachfrage)\b.*\b(soll"
    r"|darf|kann) ich\b|\bzu (früh|spät|bald)\b.*\b(um |zum |zu |für )|\b(ist|wäre) es (okay|ok|in ordnung"
    r"|unhöflich|aufdringlich|nervig|zu viel|schlimm|erlaubt|klug|sinnvoll|blöd)\b.*\b(?:schreib\w*"
    r"|anschreiben|anruf\w*|anzurufen|ruf\w*|telefonier\w*|mail\w*|nachfrag\w*|nachzufragen|nachhak\w*"
    r"|nachzuhaken|nachfass\w*|nachzufassen|meld\w*|kontaktier\w*|frag\w*|bedank\w*|danken|antwort\w*"
    r"|schick\w*|vernetz\w*|erinner\w*|dankesmail|nachfrage)\b|\bich (will|möchte|würde|wollte|überlege"
    r"|denke darüber nach)\b.*\b(?:schreib\w*|anschreiben|anruf\w*|anzurufen|ruf\w*|telefonier\w*|mail\w*"
    r"|nachfrag\w*|nachzufragen|nachhak\w*|nachzuhaken|nachfass\w*|nachzufassen|meld\w*|kontaktier\w*|frag\w*"
    r"|bedank\w*|danken|antwort\w*|schick\w*|vernetz\w*|erinner\w*|dankesmail|nachfrage)\b)"
)

PROMISED = _p(
    r"(?:\b(?:ich (?:hab|habe)|(?:hab|habe) ich)\b|^\W*(?:hab|habe|habs|hab's)\b).*\bversprochen\b"
    r"|(?:\b(?:ich (?:hab|habe)|(?:hab|habe) ich)\b|^\W*(?:hab|habe|habs|hab's)\b)( ihnen| ihr"
    r"| ihm)? gesagt,? (dass )?ich (schick\w*|send\w*|mail\w*|reiche|liefere|gebe|würde|melde)\b"
)

SENT = _p(
    r"^(?!.*\b(haben|hat) (sie|er|sich|mir)\b)(?!.*\b(nicht|noch nicht|nie)\b).*((?:\b(?:ich (?:hab|habe)"
    r"|(?:hab|habe) ich)\b|^\W*(?:hab|habe|habs|hab's)\b).*\b(?:abgeschickt|verschickt|losgeschickt"
    r"|rausgeschickt|geschickt|gesendet|gemailt|geschrieben|angeschrieben|angerufen|telefoniert|nachgefragt"
    r"|nachgehakt|nachgefasst|gemeldet|bedankt|gesimst)\b|^\W*(gerade |schon |eben )?(ihnen |ihr "
    r"|ihm )?(?:abgeschickt|verschickt|losgeschickt|rausgeschickt|geschickt|gesendet|gemailt|geschrieben"
    r"|angeschrieben|angerufen|telefoniert|nachgefragt|nachgehakt|nachgefasst|gemeldet|bedankt|gesimst)\b"
    r"|\b(dankesmail|nachfrage|mail|nachricht|antwort|sie|alles|es) (ist |sind )?(jetzt |schon |gerade )?(raus"
    r"|weg|abgeschickt|verschickt|unterwegs)\b)|^\W*(ja,? |ok,? )?(ich )?(hab(e|s|'s)? )?(ich )?(es |sie "
    r"|das )?(ist )?(jetzt |schon |gerade )?(abgeschickt|geschickt|verschickt|gesendet|gemacht|erledigt|raus"
    r"|getan)( jetzt| schon)?\W*$"
)

NEW_DATE = _p(
    r"^(?!.*\b(?:referenz\w*|\w*zeugnis\w*|portfolio|unterlagen|dokument\w*|lebenslauf|arbeitsprobe\w*|\w*aufgabe|\w*vertrag"
    r"|angebot\w*|zusage|urlaub|krank|elternzeit|abwesend|auf eis|einstellungsstopp|pausiert|versprochen|gespräch)\b)"
    r"(?:.*\b(?:sie|er|man|hr|jemand|niemand|die (?:firma|agentur|leute|personalabteilung|personalerin|recruiterin"
    r"|chefin|vermittlung|dame)|der (?:chef|personaler|recruiter|arbeitgeber|betrieb|vermittler|herr)"
    r"|das (?:unternehmen|team|amt)|(?:frau|herrn?) [\w-]+)\b|.*\b(höre|hören|antwort|entscheidung|entscheiden"
    r"|entscheidet|rückmeldung|bescheid|frist|melden|meldet)\b)"
)

HEARD = _p(
    r"^(?!.*\?\s*$)(?!.*\b(?:was wenn|was,? wenn|angenommen,? (?:sie|er|ich|man|die|der|das)|stell dir vor"
    r"|für den fall|falls|frage mich,? ob|hoffe|hoffen|hoffentlich|hoffnung|wünsch\w*|vielleicht|eventuell"
    r"|evtl|womöglich|möglicherweise|wahrscheinlich|vermutlich|könnten?|würden?|wäre|hätten? sie|angst"
    r"|befürcht\w*|fürchte|sorge|ich (?:glaube|denke|vermute|schätze|nehme an|rechne)|glaube ich"
    r"|soll(?:te)? ich|meinst du|glaubst du|nicht sicher,? ob|theoretisch|nur geträumt|ob (?:sie|er|man|die"
    r"|der))\b)(?!.*\bwenn (?:sie|er|man|ich|die|der)\b)(?!\W*(?:wenn|falls|ob|sobald|bevor|wer|wie|wo|was"
    r"|wann|warum|wieso|weshalb|welche\w?|(?:haben|hat|ist|sind|wird|werden|kann|darf|soll) (?:sie|er|ich|man"
    r"|die|der|das|es))\b)(?!.*\b(?:nicht|nie|niemals|kein|keine|keinen|keiner|keinem|niemand|nichts"
    r"|noch nicht|vergessen|fast|beinahe|ich (?:will|möchte|muss|soll|sollte|werde|würde|kann|könnte|habe vor)"
    r"|(?:will|möchte|muss|soll|werde|würde|kann) ich)\b).*(\b(haben|hat) (sich )?(\w+ ){0,3}(gemeldet"
    r"|geantwortet|geschrieben|angerufen|zurückgerufen|zurückgeschrieben|zurückgemeldet)\b|\b(antwort"
    r"|rückmeldung|mail|nachricht|anruf|bescheid|post|was|etwas) (\w+ ){0,3}(bekommen|gekriegt|erhalten"
    r"|gekommen|da|gehört)\b)(?!.*(?:\b(?:ich (?:hab|habe)|(?:hab|habe) ich)\b|^\W*(?:hab|habe|habs|hab's)\b))"
)

MOVED = _p(
    r"\b((?:(?:vorstellungs|bewerbungs|zweit|dritt|erst|fach|kennenlern|video|telefon)?(?:gespräch"
    r"|interview)\w*|(?:zweite|dritte|nächste|letzte|finale) runde|assessment(?:[- ]?center)?|probetag"
    r"|probearbeiten|video-?call)|termin|gespräch|telefonat|runde)\b.*\b(verschoben|verlegt|vorverlegt"
    r"|vorgezogen|jetzt (am|um|erst)|ist (jetzt )?(am|um))\b|\b(verschoben|verlegt|vorgezogen) auf\b|\b(haben"
    r"|hat) (das gespräch|den termin|es|uns) (\w+ )?(verschoben|verlegt|vorgezogen)\b"
)

CALLED_OFF = _p(
    r"\b((?:(?:vorstellungs|bewerbungs|zweit|dritt|erst|fach|kennenlern|video|telefon)?(?:gespräch"
    r"|interview)\w*|(?:zweite|dritte|nächste|letzte|finale) runde|assessment(?:[- ]?center)?|probetag"
    r"|probearbeiten|video-?call)|termin|gespräch|telefonat)\b.*\b(abgesagt|fällt aus|ausgefallen|gestrichen"
    r"|entfällt|findet nicht statt|storniert)\b|\b(fällt aus|findet nicht statt)\b"
)

INTERVIEW = _p(
    r"\b(?:(?:vorstellungs|bewerbungs|zweit|dritt|erst|fach|kennenlern|video|telefon)?(?:gespräch"
    r"|interview)\w*|(?:zweite|dritte|nächste|letzte|finale) runde|assessment(?:[- ]?center)?|probetag"
    r"|probearbeiten|video-?call)\b.*\b(bei|mit|am|um|heute|morgen|übermorgen|nächste\w?|diese\w?|(?:montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?|\d)"
)

OFFER = _p(
    r"^(?!.*\b((?:ander(?:e|en|em|er|es)|zweite[sn]?|weitere[sn]?|konkurrenz\w*)|kein|keine|noch nicht|ob"
    r"|wenn)\b)(?!.*\?\s*$).*(\b(haben|hat) mir\b.*\b(angeboten|zugesagt)\b|\b(angebot|zusage|arbeitsvertrag"
    r"|vertragsangebot|vertrag)\b.*\b(bekommen|gekriegt|erhalten|da|gekommen|gemacht|geschickt|im briefkasten"
    r"|liegt vor)\b|^\W*(ich (hab|habe) )?(eine |ein |die )?(zusage|angebot)\W*$)"
)

INVITED = _p(
    r"\beingeladen\b|\beinladung\b.*\b(bekommen|gekommen|erhalten|da)\b|\b(wollen|möchten|will"
    r"|möchte) mich\b.*\b((?:wieder|noch ?mal|erneut)(?: \w+){0,2} (?:sehen|treffen|sprechen|kennenlernen"
    r"|einladen|eingeladen)|wiedersehen|kennenlernen|(?:zweite[sn]?|zweiten|nächste[sn]?|nächsten|weitere[sn]?"
    r"|dritte[sn]?) (?:runde|gespräch|termin|interview)|zweitgespräch|eine runde weiter|sehen|treffen)\b"
    r"|\b(eine runde weiter|in der nächsten runde|weitergekommen)\b|\b(zweite|nächste|letzte) runde\b"
    r"|\bzweitgespräch\b"
)

TIME = _p(r"\b(bei|mit)\s+\w")

PLACE = _p(
    r"^\W*(ich bin|ich wohne|ich lebe|bin|wohne|ich bin umgezogen|meine (stadt|zeitzone) ist)( jetzt| gerade"
    r"| derzeit| nun| umgezogen)*( in| nach| bei)? (?P<place>[^\W\d][\w .'-]{1,40}?)( jetzt| gerade"
    r"| diese woche| nächste woche| für ein paar tage)?[.!]*$"
)

SMALL_TALK = _p(
    r"^\W*(hi|hey|hallo|moin|servus|grüß (dich|gott)|guten (morgen|tag|abend)|na|danke( dir| schön| sehr)?"
    r"|dankeschön|vielen dank|ok(ay)?|super|toll|prima|cool|schön|alles klar|gut|klasse|perfekt)\b[^?]{0,20}$"
)

SENT_IT = _p(
    r"^\W*(ja,? |ok,? )?(ich )?(hab(e|s|'s)? )?(ich )?(es |sie |das )?(ist )?(jetzt |schon "
    r"|gerade )?(abgeschickt|geschickt|verschickt|gesendet|gemacht|erledigt|raus|getan)( jetzt| schon)?\W*$"
)

SPOKEN = _p(r"\b(?:mündlich\w*|telefonisch\w*|am telefon|per telefon|im gespräch|persönlich)\b")

THANKS = _p(r"\b(dank\w*|bedankt)\b")

_TOUCHED = r"\b(angerufen|geschrieben|gemailt|geantwortet|gemeldet)\b"
_BEFORE = r"\b(gestern|letzte\w?|vor (einem|einer|zwei|drei|\d+) (tag\w*|woche\w*)|heute (morgen|früh|vormittag))\b"
WAS_IN_TOUCH = _p(rf"{_BEFORE}.*{_TOUCHED}|{_TOUCHED}.*{_BEFORE}")

MY_TIME = _p(r"\bich (hab|habe)( nur| noch)? (bis|eine?n?|zwei|drei|\d+) ")

THEM = _p(
    r"\b(sie (haben|wollen|möchten|laden)|(haben|wollen) sie|er"
    r"|(die|der) (\w*recruiter(in)?|firma|chef(in)?|agentur)|das team)\b"
)
"""Who already knows the Person, so that the employer is known."""
