"""Paper: a district and a template become a PDF that fits its sheet.

The way of every paper, whatever its kind:

- ``job.PrintJob`` is a template of theme/print/ with its data (plain JSON), pictures and day.
- ``press.Press`` prints a job (``pdf``) or asks the template how long it is (``extent``); it knows every paper again.
- ``fit.Ladder`` lists the ways to set one paper, the fullest first; ``fit.fitted`` finds the first that fits.
- ``print_run.print_all`` does that for many papers, on all processors.
- ``voice.Voice`` says things in the reader's language, ``prose.Prose`` turns bodies into XHTML for xhtml.typ.
- ``job.PaperRefused`` says in German why a paper can't be printed; an ``EngineFault`` is a bug of ours.

Each kind of paper has modules of its own on top of that: programme, minutes, event sheet, notice, newspaper.
"""
