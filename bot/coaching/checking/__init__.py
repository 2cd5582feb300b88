"""How a text to an employer is checked: its parts, its names, what is missing, how it is put. Quiet, no words said."""
