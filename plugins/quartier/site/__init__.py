"""Floor 6: one thin Pelican plugin a module. The only rooms that import pelican; none imports another."""
