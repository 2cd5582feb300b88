"""Deciding on a second core: a child process that makes decisions while many people wait."""
