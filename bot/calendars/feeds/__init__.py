"""Calendar feeds: fetching an address that a stranger gave, without being led anywhere else."""
