"""Write down all questions with their answers, to be read: `python -m tests.answers`."""

from tests.answers.scenes import TRANSCRIPT, transcript

TRANSCRIPT.write_text(transcript(), encoding="utf-8")
