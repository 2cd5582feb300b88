"""The rehearsal: a local Telegram with a page, to try the real bot without a token and without a network."""
