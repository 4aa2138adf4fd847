"""Words the index knows without having met them: what nobody searches for, and what German compounds are made of."""

from __future__ import annotations

from quartier.outputs.search.words import words_of

#: Too common to tell one page from another. The script leaves them out of a question as well.
_COMMON = """
aber als am an auch auf aus bei beim bis da damit dann das dass dem den der des die dies diese diesem diesen dieser
dieses doch durch ein eine einem einen einer eines er es fuer gibt haben hat hier ich ihr im in ins ist kann koennen
man mein mit nach nicht noch nur oder ohne sehr sein sich sie sind so soll ueber um und uns unser unter vom von vor was
wenn wer werden wie wir wird wo zu zum zur
a an and are at by for from how in is of on or the to what when where who with you your
bir bu da de ile için mi ve ne nerede
в во и на не по с со у за з до від для та як що де или что как где это из от при
في من على إلى عن مع هذا هذه أو و ما أين متى
"""

#: Heads and modifiers of the compounds of neighbourhoods: also the short ones, which no site has to spell out.
_PARTS = """
abend abenteuer alt amt anfang angebot antrag arbeit arzt ausflug ausgabe ausleihe bad bahn ball bank bau baum
beet beirat beratung berg bericht beruf besuch betreuung bewegung bibliothek bild bildung blume boden brett brief
brot brunnen buch buehne buero bund burg bus cafe chor computer dach deutsch dienst dorf ecke ehrenamt eltern ende
energie ernte erste essen fahrrad fahrt familie farbe feier ferien fest feuer film flucht fonds form frage
frau freizeit freund frieden fruehling fruehstueck fuehrung gang garten gast gebaeude geburt geld gemeinde
gemeinschaft gemuese gericht geschichte geschirr gespraech gesund gesundheit gruen gruppe gymnastik hand handarbeit
handy haus heft heim heizung helfer herbst hilfe hof holz hort hund impf info jahr job jugend jury kaffee karte
kasse kauf keller kiez kind kino kirche kita klage klasse kleider klima kochen kohl konferenz kontakt konto konzert
koerper kosten kraft kranken kreis kueche kultur kunst kurs laden lager land laterne lauf leben lehrer leitung lern
lesen licht lied liste loesung lotse luft maenner markt mathe medien mensch miete migration mittag mobil monat muell
muetter museum musik nachbar nachbarschaft nacht naeh name natur netz notfall nummer obst ordnung ort paar park party
pass pause pfad pflanze pflege plan platz politik post preis programm projekt protokoll quartier rad rat raum recht
regel reise reparatur rente richtlinie roll rueck runde sache saft saison salon satz schach schau schluss schmuck
schnee schreib schuld schule schwimm senioren singen sitzung sommer sorge sozial spass spaziergang spende
spiel spielplatz sport sprache sprechstunde stadt stadtteil stelle steuer stift stoff strasse strick stuhl
stunde suche sucht suppe tafel tag tanz tasche tausch tee teil telefon termin theater thema tier tisch tour training
treff treppe turnier umwelt umzug unfall unterricht verein verkauf verkehr vermieter versammlung
versicherung vertrag verwaltung video viertel vogel volk vorlesen vormund vorstand vortrag wache wahl wald wand
wandern wasser weg weihnacht werk werkstatt wetter wiese winter wissen wochen wohn wohnung wort zeichen zeit zeitung
zentrum ziel zimmer zug zukunft
"""


def common_words() -> frozenset[str]:
    """The words that are left out, folded."""
    return frozenset(words_of(_COMMON))


def compound_parts() -> frozenset[str]:
    """The parts that are known from the start, folded."""
    return frozenset(words_of(_PARTS))
