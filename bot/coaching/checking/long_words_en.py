"""Long English words that are common in letters about work: a word one slip away from one of them is misspelt.

Only data. Short words are left out, because there one slip makes another word; so are words that have a neighbour
of their own ("affect" and "effect").
"""

from __future__ import annotations

from bot.coaching.checking.lexicon import word_set

LONG_WORDS = word_set(
    """absolutely accepting accommodate accountant accounting accuracy achievement achievements acknowledge
    additional additionally administration administrative advantage advertisement afternoon agreement although
    analysing analysis anything apologise apologize applicant applicants application applications appointment
    appreciate appreciated appreciation apprentice apprenticeship approach appropriate arrangement
    arrangements assistance assistant associate atmosphere attention available background beginning beginner
    behaviour benefits business candidate candidates capacity carefully certainly certificate certificates
    challenge challenges challenging chemistry colleague colleagues collaborate collaboration combination
    comfortable commitment committee communicate communication community companies comparison competence
    competition complete completely complicated concerning conclusion conditions conference confidence
    confident confirmation congratulations connection consideration construction consultant contribute
    contribution convenient conversation conversations convinced coordination coordinator corporate
    correspondence curriculum customer customers decision decisions dedicated definitely delighted delivery
    demonstrate department depending describe described description designing developer developing development
    difference different difficult difficulty direction directly director discover discussed discussing
    discussion documentation documents economics education effective efficient electrical electrician
    electronic employees employer employment encouraged encouraging engineer engineering enjoyable enthusiasm
    enthusiastic environment equipment especially essential evening everybody everyone everything exactly
    examination excellent exchange excited exciting expectations experience experienced experiences experiment
    explained explaining explanation expression extremely familiar favourite feedback finally financial
    following forecast fortunately foundation generally generous graduate graduated grateful guarantee
    happening helpful hesitate honestly hopefully hospital hospitality imagination immediate immediately
    importance important impressed impression impressive improvement including independent individual industry
    information innovation innovative insightful inspiration inspired instructions instrument insurance
    intention interested interesting international internship interview interviewed interviewer interviewing
    interviews introduce introduced introduction invitation involved journalist knowledge laboratory language
    leadership learning librarian location logistics machinery maintenance management manager manufacturing
    marketing material materials meanwhile mechanical medicine membership mentioned mentioning message methods
    minutes motivated motivation necessary negotiation neighbourhood nevertheless obviously occasion offered
    officially operation operations operator opinion opportunities opportunity organisation organised
    organization organized original otherwise particular particularly partnership patience patients perfectly
    performance permanent permission personal personally personnel perspective pharmacy physical picture
    pleasant pleasure portfolio position positions possibility possible possibly potential practical practice
    preparation prepared presentation presented previous previously principle priority probably problem
    problems procedure procedures process production productive profession professional programme programming
    progress project projects promised promising properly proposal protection provided psychology publication
    purchasing qualification qualifications qualified quality question questions quickly realistic receiving
    recently reception recommend recommendation recruiter recruitment reference references regarding
    registration relationship relevant remarkable remember replacement requested requirement requirements
    research resources respectfully response responsibilities responsibility responsible restaurant salary
    satisfaction satisfied schedule scientific secondary secretary selection separate September seriously
    services shortly similar sincerely situation skills software solution solutions something specialist
    specific standards statement statistics straightforward strategic strategy strength strengthened strengths
    structure students successful successfully suggested suggestion suitable supervisor supplier support
    surprise surprised surprising teaching technical technician technology telephone temporary themselves
    therefore thorough thoroughly thoughtful throughout together tomorrow training translation transport
    treatment understand understanding unfortunately university vacancies vacancy valuable various vehicle
    volunteer warehouse Wednesday welcoming wonderful workshop yesterday yourself"""
)
NEIGHBOURS = word_set(
    """affective complement compliment conversion councillor deception defective deference reverence irresponsible
    inspection inflexible mourning peasant personality perspective prescribe principal prospective preposition
    proposition restored sneaking straining unsuitable accepted accountable expecting exception exceptional
    excepting inconvenient independently inspection interactive preference presented represented salaries
    stationery unavailable unsatisfied dissatisfied unnecessary impossible impossibly irrelevant dissimilar
    misunderstand inexperience inexperienced inefficient ineffective unqualified unprofessional impersonal
    disorganised disorganized microelectronic imprecise adaption adoption observation reservation conservation
    immaterial impatience inpatients outpatients impractical improper improperly incomplete incompletely
    inappropriate inaccuracy incompetence indirectly indirect inessential unimportant unspecific nonspecific
    infrastructure unexplained unplanned uninvolved uninterested disinterested uncertainly uncomfortable
    uneducated practise practised programmed progresses projected customers customary evenings exactly
    pictured posting promised premised production reproduction introductions deduction reduction seduction
    induction procedural supports supported engineers translational transition recreation relocation
    allocation vocation"""
)
