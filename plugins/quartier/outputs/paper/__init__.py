"""Paper: a district and a template become a PDF that fits its sheet.

``press`` is the way to the engine, for every kind of paper: a ``PrintJob`` in, bytes out. ``fit`` finds the largest
type with which a job fits its sheet. Each kind of paper has modules of its own, which turn the district into the data
of a job; the templates stand in theme/print/.
"""
