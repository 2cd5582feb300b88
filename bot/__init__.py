"""What Afterword says: what is heard, learned, decided and said, and the way to Telegram and back."""
