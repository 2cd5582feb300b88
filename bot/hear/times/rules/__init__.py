"""The rules of the small grammar, in the order in which they are applied: each table builds on the ones before."""
