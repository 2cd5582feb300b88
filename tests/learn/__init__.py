"""What one act changes, and the line in which it is told: one room, tested without a conversation around it."""
