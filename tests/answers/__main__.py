"""Write down all questions with their answers, to be read: `python -m tests.answers`."""

from tests.answers.scenes import FILES, TRANSCRIPT, transcript

TRANSCRIPT.write_text(transcript(*FILES), encoding="utf-8")
