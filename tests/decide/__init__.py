"""What is answered, asked and offered: one room, tested without a conversation around it."""
