"""What a new district begins with: the pages that the law wants, a first news item, and what lies in the folder.

What only the district knows stands in brackets with three dots.
"""

from __future__ import annotations

IMPRINT = """\
---
titel: Impressum
kurz: Wer diese Website verantwortet.
---

## Anbieter

{publisher}<br>
{street}<br>
{postcode} {town}

## Kontakt

Mail: {mail}<br>
Telefon: *(bitte eintragen …)*

## Vertreten durch

*(bitte eintragen: wer den Träger nach dem Gesetz vertritt …)*

## Verantwortlich für die Inhalte

*(bitte eintragen: Rolle, Name und Anschrift …)*
"""

PRIVACY = """\
---
titel: Datenschutz
kurz: Was diese Website über Sie erfährt.
---

Diese Website kommt ohne Cookies, ohne Zählprogramme und ohne fremde Dienste aus. Sie besteht aus fertigen Seiten; Ihr
Browser lädt sie nur von unserem Anbieter.

## Verantwortlich

{publisher}, {street}, {postcode} {town}, Mail: {mail}

## Was der Server aufschreibt

*(bitte eintragen: welcher Anbieter, was er wie lange speichert …)*

## Ihre Rechte

Sie können fragen, was über Sie gespeichert ist, und verlangen, dass es berichtigt oder gelöscht wird. Sie können sich
auch bei der Aufsicht für den Datenschutz Ihres Landes beschweren.
"""

ACCESS = """\
---
titel: Erklärung zur Barrierefreiheit
kurz: Was auf dieser Website leicht geht, was nicht, und wem Sie es sagen können.
---

Diese Website soll für alle lesbar sein: mit Tastatur, mit Vorleseprogramm, auf alten Telefonen.

## Was noch nicht geht

*(bitte eintragen: was Sie wissen, zum Beispiel eingescannte Dateien …)*

## Etwas geht nicht?

Schreiben Sie uns: {mail}. Antworten wir nicht, hilft die Schlichtungsstelle Ihres Landes.
*(bitte eintragen: Adresse …)*
"""

FIRST_NEWS = """\
---
titel: Unsere Website ist da
kurz: Hier steht, was im Viertel los ist und wer hilft.
datum: {today}
---

Schauen Sie sich um. Fehlt etwas, oder stimmt etwas nicht? Schreiben Sie uns: {mail}.
"""

NOTES = """\
# Was hier liegt

Jede Datei ist ein Eintrag auf der Website; der Ordner sagt, was für einer. In `angebote/` liegt, was wiederkehrt, in
`termine/`, was einen Tag hat, in `aktuelles/` die Nachrichten. `orte/` und `akteure/` sagen, wo und wer. In `seiten/`
sind Impressum und Ähnliches.

Eine neue Datei legt `quartier neu` an. Ob alles stimmt, sagt `quartier pruefen`.

`quartier.yaml` beschreibt das Quartier. Suchen Sie in `seiten/` nach »bitte eintragen«, bevor Sie veröffentlichen.
"""

PAGES = {
    "seiten/impressum.md": IMPRINT,
    "seiten/datenschutz.md": PRIVACY,
    "seiten/barrierefreiheit.md": ACCESS,
    "aktuelles/unsere-website.md": FIRST_NEWS,
    "LIESMICH.md": NOTES,
}
