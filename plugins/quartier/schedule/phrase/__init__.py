"""How a German phrase is taken apart: tokens, one parser a kind of clause, and the assembly of rules."""
