"""Whatever comes in becomes a list of acts."""
