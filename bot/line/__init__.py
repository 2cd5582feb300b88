"""The line to Telegram: intake, courier, transport, files, and how what is said becomes a call."""
