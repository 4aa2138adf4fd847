"""Floor 2: a German phrase becomes a rule, a rule becomes occurrences, and a rule says itself in words. Pure."""
