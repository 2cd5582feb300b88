"""Whatever a stranger may hand in, made from a seed: texts, letters, presses, files, requests, lines of JSON."""
