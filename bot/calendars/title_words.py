"""Words that tell a job interview from its look-alikes, language by language.

Quiet: data. Patterns see lower-case text with plain apostrophes; none may be slow on long texts.
"""

# What a title says of nothing but a job interview.
STRONG = (
    # English
    r"\binterviews?\b",
    r"\binterviewing (?:with|at)\b",
    r"\b(?:phone|recruiter|hr|talent|technical|tech|coding|initial|first|video|zoom|hiring manager) screen(?:ing)?\b",
    r"\bscreening (?:call|chat|interview|conversation)\b",
    r"\b(?:recruiter|headhunter|hiring manager)\b(?! (?:training|sync|update|event|meetup|dinner))",
    r"\b(?:virtual|final) on-?site\b",
    r"\bjob (?:talk|trial)\b",
    r"\bassessment (?:centre|center|day)\b",
    # German
    r"(?:vorstellungs|bewerbungs|einstellungs|auswahl|kennenlern)gespräch",
    r"\b(?:job|erst|zweit|telefon|video|fach|bewerbungs|einstellungs|online|panel|tech)-?interview\b",
    r"\bassessment-?center\b",
    r"\b(?:probearbeit(?:en|stag)?|probetag|schnuppertag|bewerbertag)\b",
    # French, Spanish, Portuguese, Italian
    r"\bentretien (?:d'embauche|de recrutement|d'évaluation des candidats|rh|téléphonique|technique|d'emploi)",
    r"\b(?:entrevista|entrevue)\b",
    r"\bcolloquio (?:di lavoro|conoscitivo|di selezione|tecnico|telefonico|motivazionale)",
    # Dutch, Nordic, Finnish
    r"\bsollicitatie",
    r"\b(?:jobb|job|ansættelses|anställnings|jobb-)?(?:intervju|samtale)\b",
    r"\bhaastattelu|työhaastattelu",
    # Polish, Czech, Slovak, Hungarian, Romanian, Turkish, Greek
    r"\brozmowa (?:kwalifikacyjna|rekrutacyjna|o pracę|techniczna)",
    r"\bpohovor",
    r"\bállásinterjú|\binterjú\b",
    r"\binterviu",
    r"\bmülakat|\biş görüşmesi",
    r"\bσυνέντευξη",
    # Russian, Ukrainian
    r"\bсобеседовани|\bспівбесід|\bинтервью\b|\bінтерв'ю\b",
    # Hebrew, Arabic, Persian
    r"ראיון",
    r"مقابلة",
    r"مصاحبه",
    # East and South Asia
    r"面接|面談|面试|面試|면접|인터뷰",
    r"phỏng vấn|\bwawancara\b|साक्षात्कार|สัมภาษณ์",
)

# What looks like one, and is none: in titles.
LOOKALIKES = (
    r"\b(?:exit|stay|user|users|customer|client|consumer|stakeholder|expert|participant|discovery|research|usability|ux|"
    r"mock|practice|practise|press|media|podcast|radio|tv|magazine|newspaper|visa|embassy|immigration|citizenship|"
    r"asylum|school|parent|witness|police|oral history|candidate's|data)[ -]interviews?\b",
    r"\binterview(?:s|ing)?[ -](?:training|prep|preparation|practice|practise|workshop|course|class|skills|tips|"
    r"coaching|guide|questions|debrief|synthesis|analysis|notes|kit|calibration|guidelines|script|transcripts?|findings|study|"
    r"panel sync|feedback form|process review)\b",
    r"^\W*(?:webinar|workshop|seminar|training|course|class|masterclass|meetup|podcast|prep|prepare|preparing|practice|"
    r"practise|rehearse|study|read|watch|book|deadline|reminder|todo|to do|thank|follow[ -]?up|send|write)\b",
    r"\b(?:prep|prepare|preparation|practi[cs]e|rehearsal|webinar|workshop|course|coaching|training) (?:for|on|:)",
    r"\b(?:take[ -]home|assignment|homework|challenge|coding test)\b.{0,80}\b(?:due|deadline|submit|hand in)\b",
    r"\bhow to\b|\bace (?:your|the)\b",
    r"^\W*interviewing\b(?! (?:with|at)\b)",
    r"\binterviewers?\b|\byou are (?:on|part of) the (?:panel|interview)|\bscorecard\b",
    r"\bdebrief\b|\bhiring (?:committee|sync)",
    r"\binterviews? with (?:users?|customers?|clients?|participants?|candidates?)\b",
    r"\b(?:1[:-]1|one[ -]on[ -]one|stand-?up|retro(?:spective)?|all[ -]hands|town ?hall|onboarding|offboarding)\b",
    r"\bsprint (?:planning|review|retro)|\bkick-?off\b",
    r"\b(?:performance|salary|annual|probation|code|design|technical debt|tech debt) review\b",
    r"\b(?:recruiting|recruitment|hiring|job|career)s? (?:fair|expo|event|newsletter|conference)\b",
    # German
    r"\b(?:nutzer|kunden|user|experten|stakeholder|presse|austritts|exit|zeugen|podcast|übungs|probe)-?interviews?\b",
    r"interview-?(?:training|vorbereitung|leitfaden|auswertung|coaching|tipps)",
    r"(?:gespräch|interview)s?\w* ?(?:vorbereit|üben|training|coaching)|\bvorbereitung\w*\b|\bbewerbungstraining\b",
    r"\b(?:mitarbeiter|jahres|feedback|personal|austritts|zielvereinbarungs|beurteilungs|eltern|arzt)-?gespräch",
    r"\b(?:zahnarzt|arzttermin|frisör|friseur)\b",
    # Others
    r"интервью с (?:пользовател|клиент|респондент|эксперт|кандидат)|(?:пользовательск|глубинн|экспертн)\S* интервью",
    r"подготовк\S* к|вебинар|тренинг",
    r"\bentrevistas? (?:de|con|a) (?:usuari|client|salida|radio|prensa)|\bpreparar\b|\bpreparación\b",
    r"\bentretien (?:annuel|professionnel|individuel|utilisateur|de départ|client)|\bpréparation\b|\bpréparer\b",
    r"\bexit-?gesprek|\bmedewerkersgesprek|\butviklingssamtale|\bmedarbeid(?:er|ar)samtale",
)

# What both sides of the table may call it: in titles.
DOUBTFUL = (r"\binterview(?:ing)? (?:a |the )?candidate\b", r"\bcandidate interviews?\b")

# What says that the owner of the calendar is the one who asks the questions: anywhere.
ASKING_OTHERS = (
    r"scorecard",
    r"\binterview kit\b",
    r"\byou (?:are|will be) (?:on the panel|interviewing|the interviewer)\b",
    r"\bcandidate (?:profile|packet|resume|résumé|cv)\b",
    r"\bconsent form\b|\bparticipant\b|\bresearch study\b",
)

# A title that says little: with evidence beside it, it is one.
WEAK = (
    r"\b(?:chat|call|coffee|intro(?:ductory|duction)?|conversation|catch[ -]?up|meeting|meet|discussion|screen|"
    r"screening|on-?site|round|loop|panel|deep dive|case study|presentation|pairing|whiteboard|culture fit|"
    r"superday|trial)\b",
    r"<>|\s[|/x×]\s| and | & ",
    r"\b(?:kennenlernen|gespräch|austausch|termin|telefonat|runde|fallstudie|präsentation)\b",
    r"\b(?:échange|entretien|appel|rencontre|rdv|llamada|reunión|charla|chiamata|colloquio|incontro|gesprek|kennismaking|"
    r"samtale|möte|rozmowa|spotkanie|görüşme)\b",
    r"звонок|созвон|встреча|знакомство|дзвінок",
)

# Evidence in the text, the place and the title; each line counts once.
EVIDENCE = (
    r"\b(?:your|the) (?:job )?application\b|\bapplied (?:for|to)\b|\bcandida(?:te|cy)\b|\bapplicant\b|bewerb|"
    r"candidatur|\bsollicit|\bkandida|кандидат|отклик|ваканси|מועמד",
    r"\b(?:role|position|vacancy|job|opening)\b|\bstelle\b|\bposition\b|\bposte\b|\bpuesto\b|\bvacante\b|\bruolo\b|"
    r"\bvaga\b|\bposizione\b|\bvacature\b|\bstanowisk|\bm/w/d\b|\(m/f/d\)",
    r"\binterview(?:er|ers|s)?\b|vorstellungsgespräch|entretien d'embauche|\bentrevista\b|собеседован",
    r"\b(?:recruit(?:er|ing|ment)|talent (?:acquisition|partner|team)|hiring (?:manager|team)|headhunter|hr|rh)\b|"
    r"\bpersonalabteilung\b|\bressources humaines\b|\brecursos humanos\b|рекрутер",
    r"\b(?:cto|ceo|vp|head of|hiring)\b",
)

# Where applicants' appointments are made: a link or a mark of these in the text says it.
SCHEDULERS = (
    r"\b(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|icims\.com|myworkday(?:jobs)?\.com|"
    r"goodtime\.io|modernloop\.io|prelude\.co|guide\.co|interviewplanner\.com|candidate\.fyi|personio\.(?:de|com)|"
    r"teamtailor\.com|recruitee\.com|jobvite\.com|breezy\.hr|bamboohr\.com|hirevue\.com|sparkhire\.com|willo\.video|"
    r"softgarden\.(?:de|io)|rexx-systems\.com|onlyfy\.(?:io|jobs)|join\.com|hackerrank\.com|codesignal\.com|coderpad\.io|"
    r"karat\.(?:io|com)|welcomekit\.co|pinpointhq\.com|successfactors\.(?:com|eu)|taleo\.net)\b",
    r"\bpowered by (?:goodtime|modernloop|prelude|greenhouse|guide)\b",
)

# The part before the @ of who hires.
HIRING_ADDRESS = (
    r"^(?:recruit\w*|talent\w*|careers?|jobs?|hiring|hr|rh|rrhh|people|personal|bewerbung(?:en)?|karriere|interviews?|"
    r"candidates?|recrutement|empleo|carreiras|lavoro|rekrytering|rekrutacja|kadry|scheduling|coordinator)\b"
)

# How calendars mark in the title what is off; in a feed of Outlook's it stands nowhere else.
CALLED_OFF = (
    r"^\s*(?:cancell?ed(?: event)?|abgesagt|annul(?:é|ée|ato|ata|leret)|cancelad[oa]|geannuleerd|odwołan[eay]|"
    r"anulowan[eoay]|inställd|avlyst|avbokad|peruutettu|iptal(?: edildi)?|отмен[её]но|отменена|скасовано|בוטל|"
    r"已取消|キャンセル済み?)\s*[:：]\s*"
)
