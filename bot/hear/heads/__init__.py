"""The trained listener: a small encoder with heads on its tokens. No network, no token; see docs/hearing.md."""
