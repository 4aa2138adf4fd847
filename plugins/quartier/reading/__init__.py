"""Floor 3: files become front matter with line numbers, and front matter becomes a record or a Problem."""
