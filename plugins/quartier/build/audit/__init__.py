"""The audit of what was built: a folder of produced files in, findings out. Nothing here writes or knows Pelican."""
