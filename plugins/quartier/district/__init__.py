"""Floor 4: everything of one run, resolved and indexed, with the checks that look across records."""
