"""German answers: yes and no, moods, numbers, topics. Data only; every pattern ignores case."""

from __future__ import annotations

from bot.dialogue.answers.de_clauses import BOUNDARY, CLAUSES, DOUBTFUL, MOOD_CLAUSE
from bot.dialogue.answers.de_patterns import pattern as _p
from bot.dialogue.answers.de_people import PEOPLE
from bot.dialogue.answers.table import AnswerTable
from storage.facts import Mood

_WEEKDAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?"
_MONTH = r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_DATE_WORD = (
    r"(?:zum|zur|am|im|in|der|den|dem|des|die|das|ende|anfang|mitte|spätestens|einschließlich"
    r"|nächste[nrms]?|kommende[nrms]?"
    rf"|diese[nrms]?|übernächste[nrms]?|ersten|letzten|{_WEEKDAY}|(?:mo|di|mi|do|fr|sa|so)\.?|{_MONTH}|heute|morgen"
    r"|übermorgen|abend|früh|mittag|vormittag|nachmittag|wochen?|monat(?:s|e|en|es)?"
    r"|wochenende|tage?n?|stunden?|quartals?|noch"
    r"|jahr(?:es)?|\d{1,2}\.?(?:\d{1,2}\.?(?:\d{2,4})?)?|eine[rnms]?|ein|zwei|drei|vier|fünf"
    r"|sechs|sieben|acht|neun|zehn|uhr|von)"
    r"(?!\w)"
)
_GIVING = (
    r"(?:zu )?(?:schicken|senden|mailen|zuschicken|zusenden|nachzureichen|nachreichen"
    r"|einzureichen|einreichen|geben|liefern|zu machen)"
)

TABLE = AnswerTable(
    yes=_p(
        r"^\W*(ja|jo|jup|jep|yes|klar|na klar|genau|stimmt|sicher|natürlich|selbstverständlich"
        r"|auf jeden fall|unbedingt"
        r"|absolut|definitiv|doch|schon|hab(e)? ich|mach(e)? ich|j)\b"
    ),
    no=_p(
        r"^\W*(nein|nee?|nö|nope|no|nichts|gar ?nichts|nix|keine?n?s?|niemand(en)?|nicht( wirklich"
        r"| so richtig| mehr)?|eher nicht"
        r"|leider nicht|(das )?hab(e)? ich nicht|n)\b"
    ),
    unsure=_p(
        r"nicht (ganz |so |mehr )?sicher|unsicher|weiß (es |ich |ich es )?(noch |gar "
        r"|leider )?nicht|keine ahnung|vielleicht"
        r"|eventuell|evtl|irgendwie|jein|so halb|halbwegs|mal sehen|kann sein|\?"
    ),
    skip=_p(
        r"^\W*(ich )?(möchte |will |würde )?((das |die frage |es )?(lieber |bitte )*(überspring(e"
        r"|en|t)?|auslassen|weglassen|nicht (sagen"
        r"|beantworten))|skip|später|weiter|nächste( frage)?|lieber nicht|passe|pass)( (bitte|das"
        r"|die|diese|frage|es|danke))*\W*$"
    ),
    enough=_p(
        r"^\W*(ok(ay)?,? |nein,? )?((das )?(reicht|genügt)|genug|das (war('?s| es| alles)"
        r"|ist alles)|stopp?|fertig|schluss|aufhören"
        r"|ich bin (fertig|durch)|keine fragen mehr|nicht mehr|ende)( (für|jetzt|heute|erstmal|mir"
        r"|erst mal|fragen|damit))*\W*$"
    ),
    nothing=_p(
        r"^\W*((nein|nee?|nö|nicht)\b[, ]*)?(nein|nee?|nö|nichts|gar ?nichts|nix|keine?n?s?"
        r"|k\.? ?a\.?|nicht dass ich wüsste|mir fällt (gerade )?(nichts|keine?n?s?)"
        r"( ein)?|keine ahnung|weiß (ich )?nicht( mehr)?|fällt mir nichts ein|-+)( (wirklich"
        r"|besonderes|ein|so|eigentlich|gerade"
        r"|mehr|danke|fehler))*\W*$"
    ),
    moods=(
        # "nicht gut" is rough and "nicht schlecht" is fine, so these are looked for before the plain words.
        (
            Mood.ROUGH,
            _p(
                r"\bnicht (so |sehr |besonders |wirklich |gerade |richtig |allzu |ganz so )*(gut|toll"
                r"|super|prickelnd|berauschend)\b"
            ),
        ),
        (Mood.FINE, _p(r"\b(nicht|gar nicht|nicht (so |ganz |allzu )*) ?(schlecht|schlimm|übel|verkehrt)\b")),
        (
            Mood.ROUGH,
            _p(
                r"\b(schlecht(er)?|furchtbar|schrecklich|schlimm|mies|grauenhaft|katastroph\w*|beschissen"
                r"|scheiße?|übel|schwierig|schwer"
                r"|hart|zäh|verkackt|vermasselt|versemmelt|vergeigt|in den sand gesetzt|desaster|holprig"
                r"|blöd|doof|nervig)\b|😞|😢|👎"
            ),
        ),
        (
            Mood.GREAT,
            _p(
                r"\b(super|toll|großartig|(sehr|richtig|echt|wirklich|total|unheimlich|mega|voll) (gut"
                r"|schön|nett)|bestens|spitze|klasse"
                r"|hervorragend|ausgezeichnet|perfekt|prima|fantastisch|wunderbar|genial|traumhaft|mega"
                r"|hammer|1a|besser als (gedacht"
                r"|erwartet))\b|🎉|😄|😍"
            ),
        ),
        (
            Mood.FINE,
            _p(
                r"\b(ok(ay)?|gut|ganz (gut|nett|ok(ay)?)|ging so|geht so|in ordnung|passabel|ordentlich"
                r"|solide|normal|mittel|mittelmäßig"
                r"|so ?la ?la|durchwachsen|naja|na ja|passt( schon)?|nett|ziemlich gut|lief)\b|^\s*so\s*$|👍|🙂|😐"
            ),
        ),
    ),
    mood_clause=MOOD_CLAUSE,
    filler=_p(r"^\W*(also|so|ok(ay)?|gut|na gut|na ja|naja|tja|nun)\W*$"),
    not_held=_p(
        r"\b(nicht|nie) stattgefunden\b|\bfand (leider )?(gar )?nicht statt\b|\b(ist"
        r"|fiel) (leider )?(aus\b|ausgefallen)|\bausgefallen\b"
        r"|\b(wurde|ist|haben es|hat) (leider )?(kurzfristig )?(abgesagt|verschoben)\b"
    ),
    phone=_p(r"\b(telefon\w*|tel|anrufen?|anruf|rufen .*an|ruft .*an|angerufen|handy)\b"),
    mail=_p(r"\be-?mails?\b|\bmails?\b|\bmailen\b|\b(schreib(en|t)?|schriftlich)\b"),
    not_said=_p(
        r"nicht(s)? (dazu |darüber )?gesagt|nicht erwähnt|unbekannt|keine ahnung|keine angaben?"
        r"|weiß (ich |ich es |es )?nicht"
        r"|haben sie nicht|hat (sie|er) nicht|nichts dazu|nix gesagt|kein(en)? (datum|termin|zeitpunkt|tag)\b"
    ),
    today=_p(r"\b(heute|heut)\b"),
    date_tail=_p(
        rf"(?:^|(?:\s+{_GIVING})?[\s,]+)(?:(?:noch |spätestens )?(?:bis|vor|am|ab|innerhalb|binnen"
        rf"|in)(?:[\s,]+{_DATE_WORD})+"
        rf"|(?:noch )?(?:heute|morgen|übermorgen|nächste[nrms]?|diese[nrms]?"
        rf"|spätestens)(?:[\s,]+{_DATE_WORD})*(?!\w))"
        rf"|\s+{_GIVING}\W*$"
    ),
    promise_head=_p(
        r"^\s*((ja|klar|genau|also|na ja|naja|ich|wir|hab|habe|werde|will|wollte|soll|sollte|muss"
        r"|musste|dass|versprochen|zugesagt|gesagt"
        r"|angeboten|ausgemacht|vereinbart|schick|schicke|sende|maile|gebe|reiche|liefere|noch"
        r"|auch|ihnen|ihr|ihm|denen|mein|meine|meinen"
        r"|den|die|das|der|ein|eine|einen|ein paar|zu)\b[\s,:]*)+"
    ),
    boundary=BOUNDARY,
    doubtful=DOUBTFUL,
    clauses=CLAUSES,
    people=PEOPLE,
    reproach=_p(
        r"\bich (?:bin|war|fühle mich|komme mir)(?: einfach| so| echt| wirklich| total| voll| nur"
        r"| ein| eine| zu| viel zu| der letzte| auch)*"
        r" (?:dumm|blöd|doof|idiot\w*|versager\w*|unfähig|nutzlos|hoffnungslos|wertlos|peinlich"
        r"|schlecht (?:in|im|bei)|nicht gut genug|nie gut genug"
        r"|loser|katastrophe|lächerlich|eine niete|niete)\b"
        r"|\bich hab(?:e|'s|s)?(?: es| das)?(?: alles| total| komplett| wieder| echt| so| völlig"
        r"| mal wieder)* (?:vermasselt|verkackt|versaut|versemmelt"
        r"|vergeigt|verbockt|vermurkst|in den sand gesetzt|verhauen|ruiniert)\b"
        r"|\bich (?:mach|mache|sag|sage|vermassle|versaue|verkacke) (?:immer|alles|ständig)\b"
        r"|\bich hasse mich\b|\bich könnte mich (?:ohrfeigen|schlagen)\b"
        r"|\b(?:meine |selbst ?)(?:eigene )?schuld\b|\bich finde nie (?:einen job|eine stelle"
        r"|arbeit)\b|\bwas stimmt (?:mit mir nicht|nicht mit mir)\b"
        r"|\bwie konnte ich (?:nur |bloß )?so\b|\bhätte ich (?:doch |bloß |nur )?(?:nicht|mehr|besser)\b"
    ),
    lengths=(
        (
            "too_long",
            _p(
                r"\b(zu (lang|lange|viel|ausführlich)|lang|lange|ausgeschweift|abgeschweift|verzettelt"
                r"|geschwafelt|gelabert)\b"
            ),
        ),
        ("too_short", _p(r"\b(zu (kurz|knapp|wenig)|kurz|knapp|einsilbig)\b")),
        ("right", _p(r"\b(richtig|genau richtig|gut|passt|passend|ok(ay)?|perfekt|in ordnung)\b")),
    ),
    numbers={
        "keine": 0,
        "kein": 0,
        "null": 0,
        "nichts": 0,
        "eins": 1,
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "zwei": 2,
        "zwo": 2,
        "ein paar": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "fuenf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
        "zwoelf": 12,
        "ein dutzend": 12,
        "fünfzehn": 15,
        "fuenfzehn": 15,
        "zwanzig": 20,
    },
    topics=(
        ("salary", _p(r"\b(gehalt\w*|lohn\w*|geld|verdien\w*|vergütung|bezahlung)\b")),
        ("weakness", _p(r"\b(schwäche\w*|schwach\w*|kritik\w*|kritisier\w*|verbesser\w*|feedback)\b")),
        ("failure", _p(r"\b(fehler\w*|scheiter\w*|gescheitert|misserfolg\w*|schiefgegangen|misslungen|bereu\w*)\b")),
        ("strength", _p(r"\b(stärke\w*|stark\w*|stolz|erfolg\w*|erreicht)\b")),
        (
            "leaving",
            _p(
                r"\b(verlassen|gekündigt|kündig\w*|wechsel\w*|lücke\w*|letzte(n|r)? (stelle|job"
                r"|arbeitgeber)|jetzige\w*)\b"
            ),
        ),
        (
            "motivation",
            _p(
                r"\bwarum (wir|hier|bei uns|diese|gerade|sollten wir|möchten sie|wollen sie)\b"
                r"|\bmotivation\w*|\bmotiviert\b"
            ),
        ),
        ("future", _p(r"\b((fünf|zehn|5|10) jahren?|zukunft|ziele?|karriere\w*)\b")),
        ("people", _p(r"\b(konflikt\w*|team\w*|kolleg\w*|chef\w*|vorgesetzt\w*|streit\w*|zusammenarbeit\w*)\b")),
        ("leading", _p(r"\b(führung\w*|führen|leitung\w*|leiten|delegier\w*|mitarbeiter\w*)\b")),
        ("pressure", _p(r"\b(druck|stress\w*|fristen?|belast\w*|priorit\w*)\b")),
        (
            "technical",
            _p(
                r"\b(code|programmier\w*|algorithm\w*|systemdesign|sql|python|java\w*|technisch\w*"
                r"|fachlich\w*|architektur)\b"
            ),
        ),
    ),
)
