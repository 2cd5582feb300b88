"""Situations in which somebody has to write in German."""

from __future__ import annotations

from datetime import date
from typing import Any

from storage.facts import (
    Answer,
    Channel,
    EventType,
    Mood,
    NoteKind,
)
from tests.drafts_situations import BY_FRIDAY, THANKED, Situation, event, life, note

GERMAN: dict[str, Any] = {"language": "de", "zone": "Europe/Berlin", "name": "Jana Wolf"}
STELLE: dict[str, Any] = {"employer": "Post", "role": "Disponentin"}


def german() -> list[Situation]:
    return [
        Situation(
            title="Dank am selben Tag, es lief gut",
            name="thank_you",
            known=life(
                "Frau Keller",
                told=("dass sie jeden Prototyp zweimal bauen",),
                mood=Mood.GREAT,
                interest_said=Answer.YES,
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Dank am nächsten Morgen, Interesse nicht gesagt, Zeugnisse versprochen, Tag genannt",
            name="thank_you",
            days=1,
            hour=9,
            known=life(
                "Thomas Meier",
                told=("sie stellen gerade auf Elektrofahrzeuge um",),
                promised="Zeugnisse schicken",
                interest_said=Answer.NO,
                window_latest=BY_FRIDAY,
                window_answer=Answer.YES,
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Dank nach einem schwierigen Gespräch",
            name="thank_you",
            known=life("Herr Meier", mood=Mood.ROUGH, told=("der neue Standort in Leipzig",), job=STELLE, **GERMAN),
        ),
        Situation(
            title="Dank per du",
            name="thank_you",
            known=life(
                "Mira Holm",
                told=("wie sie neue Leute einarbeiten",),
                mood=Mood.GREAT,
                interest_said=Answer.YES,
                job={"letters": "du", "role": "product analyst"},
                **GERMAN,
            ),
        ),
        Situation(
            title="Dank in der Schweiz",
            name="thank_you",
            known=life(
                "Frau Brunner",
                told=("das Lager, das niemand aufräumt",),
                mood=Mood.FINE,
                job={"employer": "Migros", "role": "verkäufer"},
                **(GERMAN | {"zone": "Europe/Zurich"}),
            ),
        ),
        Situation(
            title="Dank über eine Agentur",
            name="thank_you",
            known=life("Herr Meier", job=STELLE | {"via_agency": True}, mood=Mood.FINE, **GERMAN),
            params={"to": "Frau Lang"},
        ),
        Situation(
            title="Nachfrage, der genannte Tag ist vorbei",
            name="follow_up",
            days=15,
            hour=10,
            known=life(
                "Frau Keller",
                told=("dass sie jeden Prototyp zweimal bauen",),
                sent=THANKED,
                window_latest=BY_FRIDAY,
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Nachfrage am Telefon",
            name="follow_up",
            days=15,
            hour=10,
            known=life("Frau Keller", sent=THANKED, job=STELLE | {"preferred_channel": Channel.PHONE}, **GERMAN),
        ),
        Situation(
            title="Angebot von anderswo mit Frist",
            name="deadline",
            days=7,
            hour=10,
            known=life(
                "Frau Keller",
                sent=THANKED,
                happened=event(EventType.COMPETING_OFFER, deadline=date(2026, 12, 18)),
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Nach der Absage, mit Grund",
            name="rejection_thanks",
            days=9,
            hour=10,
            known=life(
                "Frau Keller",
                told=("der Hund im Büro",),
                sent=THANKED,
                notes=(note(20, NoteKind.FEEDBACK, "dass jemand mehr Erfahrung mit SAP hatte"),),
                happened=event(EventType.REJECTED, 8),
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Rückzug",
            name="withdrawal",
            days=5,
            hour=10,
            known=life("Frau Keller", told=("der Hund im Büro",), sent=THANKED, job=STELLE, **GERMAN),
        ),
        Situation(
            title="Zusage",
            name="acceptance",
            days=10,
            hour=10,
            known=life(
                "Frau Keller",
                told=("dass sie jeden Prototyp zweimal bauen",),
                sent=THANKED,
                happened=event(EventType.OFFER, 9),
                job=STELLE,
                **GERMAN,
            ),
        ),
        Situation(
            title="Deutsches Gespräch, englischer Brief",
            name="thank_you",
            known=life(
                "Frau Keller", mood=Mood.GREAT, job=STELLE | {"role": "data analyst", "letters": "en"}, **GERMAN
            ),
        ),
    ]
