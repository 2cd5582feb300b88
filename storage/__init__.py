"""What Afterword remembers: facts as values, tables, and the only SQL."""
