"""When Afterword speaks: business days, the contact policy, the nudges, the clock."""
