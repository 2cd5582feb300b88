"""Training the listener in `bot/hear/heads`: `make heads` trains it, `make heads-report` says how well it hears."""
