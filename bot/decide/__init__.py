"""What to answer, and at most one question: from what was heard and what is known now."""
