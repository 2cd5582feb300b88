"""The coach: drafts, plans, and what is said unasked. Quiet."""
