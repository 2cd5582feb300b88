"""Finding names in a clause, one file for each thing that has one: employers, people, jobs."""
