"""A Draft in the words of a language model: what it is told, and what of its answer may stand.

Quiet. Whatever it writes is a stranger's claim: greeting, regards and name are ours, and between them stands only what
was told, in words that claim nothing beside it. What decides something (an acceptance, a no) is never left to it.
"""
