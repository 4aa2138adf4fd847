"""The editor's commands: ``commands/<name>.py`` with a click command ``command`` is ``quartier <name>``.

Parts of a command have an underscore in their name: ``<name>_<part>.py``.
"""
