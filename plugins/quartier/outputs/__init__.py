"""Floor 5: the district in, text or bytes out. Each module serves one format."""
