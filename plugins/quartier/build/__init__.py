"""Floor 5: what makes a build safe and quick: lock, staging and switch, audit, dates from git."""
