"""One act and what is known: what is known now, what is said to have been kept, and what stays open."""
