"""Calendar files: strangers' bytes in, events out, and the coach's own dates out again.

Quiet: everything but `guard` (which runs the reading in a child process with limits) and `worker` (that child).
The bot reads what strangers send through `guard` alone; `reading.read` itself is for that child and for tests.
"""
