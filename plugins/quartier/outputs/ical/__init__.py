"""Calendar feeds in a profile that every known client reads alike; one module for each step from dates to files."""
