"""The fault matrix: everything that goes wrong around the bot, and what must hold."""
