"""Whether a text is written in a language that is not understood here."""

from bot.hear.foreign import is_foreign, small_words

__all__ = ["is_foreign", "small_words"]
