"""Words without a verb that one says only of a talk that has been: "lovely people", "thank-you out on Tuesday".

They may stand in the clause that tells of the talk itself. What is said of a mail, of the phone or of a plan is
said before a talk as well.
"""

from __future__ import annotations

import re

from bot.hear.clause import Clause, Context, Modality
from bot.hear.vocabulary import vocabulary

BEFORE_ONE = ("ahead_of_it", "looks_ahead", "logistics", "invite", "called_off", "moved", "in_a_mail", "agreed_call")
"""What says that a clause tells of what is done before a talk."""
TOLD = frozenset({Modality.FACT, Modality.NEGATED, Modality.QUOTED})
_JUDGED = re.compile(
    r",\s*(?:it )?(?:good|fine|ok|okay|meh|so-so|rough|went ok|gut|nett|solala|naja|durchwachsen)\s*[.!]*\s*$",
    re.IGNORECASE,
)
"""One word of how it was, behind a comma: "Mittwoch Hospitation, gut." """
ROUNDS = frozenset({"first", "1st", "initial", "erste", "ersten", "erstes", "erstgesprach", "erstgespraech"})
LATER = ("second", "final", "panel", "technical")


def is_left_behind(clause: Clause) -> bool:
    """Whether a clause tells, without a verb too, what one only tells after a talk."""
    if clause.modality not in TOLD or clause.says(*BEFORE_ONE):
        return False
    return clause.says("only_after") or _judges(clause) or bool(_JUDGED.search(clause.text))


def asks_to_chase(context: Context) -> bool:
    """Whether it is asked about a further message, and nothing is missing that a talk to come needs."""
    asked = any(one.modality is Modality.ASKED and one.says("chases") for one in context.clauses)
    return asked and not any(one.says(*BEFORE_ONE, "once_it_has_been") for one in context.clauses)


def tells_of_an_earlier_round(one: Clause, stage: object) -> bool:
    """Whether beside a later round a clause tells of the first one: "they liked me in the first"."""
    return stage in LATER and any(word.text in ROUNDS for word in one.words)


def _judges(clause: Clause) -> bool:
    """Whether a word that values stands right before what one meets at a talk: "easy chat", "netter Chef"."""
    meant = vocabulary(clause.language)
    for word, behind in zip(clause.words, clause.words[1:], strict=False):
        if meant["values_it"].holds(word.text) and meant["met_there"].holds(behind.text):
            return True
    return False
