"""What Afterword says: reading, dialogue, words, and the way to Telegram and back."""
