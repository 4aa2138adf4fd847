"""Quartier: a neighbourhood's Markdown becomes a website, calendar feeds and paper.

The folders are floors; a room imports only from the floors below it:
model, schedule, reading, district, outputs and build, site, cli.
"""
