"""The search index: what stands on each page, by the words a resident may type. theme/static/js/suche.js reads it."""
