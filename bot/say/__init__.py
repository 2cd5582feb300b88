"""A reply or a nudge becomes messages and keyboards in the Person's language."""
