"""One page of each template, as the district of content/ has it."""

PAGE_OF = {
    "404": "/404.html",
    "akteur": "/akteure/quartiersmanagement/",
    "akteure": "/akteure/",
    "aktuelles": "/aktuelles/",
    "alle-fonds": "/fonds/",
    "angebot": "/angebote/sprachcafe/",
    "angebote": "/angebote/",
    "arbeitsgruppe": "/arbeitsgruppen/wohnen-quartier/",
    "arbeitsgruppen": "/arbeitsgruppen/",
    "archiv": "/termine/archiv/",
    "article": "/zeitung/2024-4/ein-fest-auf-der-wiese/",
    "ausgabe": "/zeitung/2024-4/",
    "beschluesse": "/beschluesse/",
    "beschluss": "/beschluesse/1-2016-01/",
    "dokument": "/dokumente/hausordnung-gemeinschaftsraum/",
    "dokumente": "/dokumente/",
    "ehrenamt": "/ehrenamt/",
    "ehrenamt-aufgabe": "/ehrenamt/dolmetschen/",
    "fonds": "/fonds/quartiersfonds/",
    "heute": "/heute/",
    "kalender": "/kalender/",
    "konferenz": "/sozialraumkonferenz/",
    "monat": "/termine/2026-12/",
    "ort": "/orte/quartiersbuero/",
    "oparl": "/oparl/",
    "orte": "/orte/",
    "page": "/barrierefreiheit/",
    "programm": "/programm/2026-12/",
    "projekt": "/projekte/hochbeete/",
    "projekte": "/projekte/",
    "sitzung": "/sozialraumkonferenz/1/",
    "start": "/",
    "suche": "/suche/",
    "termin": "/termine/adventssingen-2026/",
    "termine": "/termine/",
    "woche": "/termine/woche/",
    "zeitung": "/zeitung/",
}
#: Pages in other languages, one of them from right to left.
TRANSLATED = ("/ar/", "/ar/angebote/sprechstunde/", "/en/", "/leicht/", "/uk/beratung/", "/tr/")
#: Templates of pages that this district has not; the tests of those pages try them.
ELSEWHERE = {"foerderung", "foerderbericht"}
#: A template that only leads to another page.
REDIRECTS = {"weiterleitung": "/angebote/naehstube/"}
ADDRESSES = (*PAGE_OF.values(), "/aktuelles/spielplatzfest/", *TRANSLATED)
