"""Floor 1: what a district publishes. Typed records and vocabulary; no Pelican, no clock, no disk."""
