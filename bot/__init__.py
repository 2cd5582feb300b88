"""What Afterword says: what is heard, learned, decided and said, and the way to Telegram and back."""

from scheduler import zones as zones  # the one source of zones, before anything reads one
