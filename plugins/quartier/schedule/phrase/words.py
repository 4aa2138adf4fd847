"""The vocabulary: what each word of the schedule language means, spelled folded (see tokens.fold)."""

from __future__ import annotations

from quartier.schedule.phrase.tokens import fold


def words(text: str) -> frozenset[str]:
    """A set of words from one text."""
    return frozenset(text.split())


WEEKDAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTH_NAMES = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
ACCUSATIVE_ORDINALS = {1: "1.", 2: "2.", 3: "3.", 4: "4.", 5: "5.", -1: "letzten", -2: "vorletzten"}

# Parts of the day with the first and last hour at which something in them may begin.
DAY_PARTS = {
    **dict.fromkeys(("frueh", "morgen", "morgens", "fruehmorgens"), (4, 11)),
    **dict.fromkeys(("vormittag", "vormittags", "vorm"), (6, 12)),
    **dict.fromkeys(("mittag", "mittags"), (11, 14)),
    **dict.fromkeys(("nachmittag", "nachmittags", "nachm"), (12, 18)),
    **dict.fromkeys(("abend", "abends"), (16, 23)),
}


def _weekdays() -> dict[str, int]:
    names = {fold(name): day for day, name in enumerate(WEEKDAY_NAMES)} | {"sonnabend": 5}
    return names | {form: day for day, form in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so"))}


WEEKDAYS = _weekdays() | {"mon": 0, "die": 1, "mitt": 2, "mittw": 2, "don": 3, "donn": 3, "frei": 4, "sam": 5, "son": 6}
ONLY_DOTTED = frozenset({"die", "mitt", "frei", "sam", "son", "mon", "don"})  # a weekday only as "Die." or "Son."
PLURAL_WEEKDAYS = {
    **{form + "s": day for form, day in _weekdays().items()},
    **{form + ending: day for form, day in _weekdays().items() if len(form) > 2 for ending in ("e", "en")},
}
PART_WEEKDAYS = {
    form + joint + part: (day, DAY_PARTS[part], part.endswith("s"))
    for form, day in _weekdays().items()
    if len(form) > 2
    for joint in ("", "s")
    for part in DAY_PARTS
}


def _months() -> dict[str, int]:
    names = {fold(name): number for number, name in enumerate(MONTH_NAMES, 1)}
    short = ["jan", "feb", "maer", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"]
    other = {"sept": 9, "febr": 2, "juni": 6, "mrz": 3, "jaenner": 1, "feber": 2, "juno": 6, "julei": 7}
    return names | {form: number for number, form in enumerate(short, 1)} | other


MONTHS = _months()

_ORDINAL_STEMS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fuenft": 5, "letzt": -1, "vorletzt": -2}
ORDINALS = {stem + ending: n for stem, n in _ORDINAL_STEMS.items() for ending in ("e", "en", "er", "es", "em")}

_CARDINALS = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fuenf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwoelf",
    "dreizehn",
    "vierzehn",
]
NUMBERS = {word: n for n, word in enumerate(_CARDINALS)} | {"eins": 1, "eine": 1, "zwo": 2, "zwanzig": 20}

UNITS = {
    **dict.fromkeys(("woche", "wochen"), "week"),
    **dict.fromkeys(("tag", "tage", "tagen"), "day"),
    **dict.fromkeys(("monat", "monate", "monaten"), "month"),
}
RHYTHM_ENDINGS = {
    **dict.fromkeys(("taegig", "taegige", "taegigen", "taegiger", "taegl", "taeglich", "taeglichen"), "day"),
    **dict.fromkeys(("woechentlich", "woechentlichen", "woechig", "woechigen", "woechentl"), "week"),
    **dict.fromkeys(("monatlich", "monatlichen", "monatig", "monatigen"), "month"),
}
RHYTHMS = {
    number + ending: (NUMBERS[number], unit, "taegig" in ending)
    for number in ("zwei", "drei", "vier", "sechs", "acht", "vierzehn")
    for ending, unit in RHYTHM_ENDINGS.items()
}
RHYTHM_NOUNS = frozenset({"rhythmus", "turnus", "abstand", "takt"})
PARITIES = {
    **dict.fromkeys(("gerade", "geraden", "gerader", "gerades"), "even"),
    **dict.fromkeys(("ungerade", "ungeraden", "ungerader", "ungerades"), "odd"),
}
WEEK_NOUNS = frozenset({"woche", "wochen", "kalenderwoche", "kalenderwochen", "kw", "kws"})

EVERY = frozenset({"jeden", "jede", "jeder", "jedes", "jedem", "jd", "jed"})
ALL = frozenset({"alle", "allen", "aller"})
AND = frozenset({"und", "u", "sowie", "plus"})
AND_OR = AND | {
    "oder",
    "bzw",
}  # where one of two never means only one of them: "nicht an Feiertagen oder in den Ferien"
DAILY = frozenset({"taeglich", "tgl", "taegl"})
WORKDAYS = frozenset({"werktags", "werktaeglich", "werktag", "werktage", "werktagen"})
WEEKENDS = frozenset({"wochenende", "wochenenden", "wochenends"})
YEARLY = frozenset({"jaehrlich", "alljaehrlich"})
MONTHLY = frozenset({"monatlich", "mtl"})

SCHOOL_HOLIDAYS = frozenset({"schulferien", "ferien", "ferienzeit", "ferienzeiten", "schulferienzeit", "ferientagen"})
NAMED_HOLIDAYS = {
    fold(name): name
    for name in (
        *("Sommerferien", "Herbstferien", "Weihnachtsferien", "Winterferien", "Osterferien", "Pfingstferien"),
        *("Frühjahrsferien", "Frühlingsferien", "Faschingsferien", "Fastnachtsferien", "Karnevalsferien"),
        *("Himmelfahrtsferien", "Maiferien", "Märzferien", "Halbjahresferien", "Zeugnisferien"),
    )
}
SCHOOL_TIME = frozenset({"schulzeit", "schultag", "schultage", "schultagen", "schulzeiten"})
PUBLIC_HOLIDAYS = frozenset({"feiertag", "feiertage", "feiertagen", "feiertags"})
FEAST_DAYS = {
    "heiligabend": (12, 24),
    "silvester": (12, 31),
    "neujahr": (1, 1),
    "nikolaus": (12, 6),
    "nikolaustag": (12, 6),
    "allerheiligen": (11, 1),
    "reformationstag": (10, 31),
}
MOVABLE_FEASTS = words(
    "ostern karfreitag gruendonnerstag ostersonntag ostermontag pfingsten pfingstsonntag pfingstmontag "
    "himmelfahrt fronleichnam rosenmontag weiberfastnacht fastnacht karneval fasching advent adventssonntag "
    "totensonntag weihnachten weihnachtstag brueckentag brueckentage brueckentagen"
)
SEASONS = {
    **dict.fromkeys(
        ("sommerhalbjahr", "sommer", "sommermonate", "sommermonaten", "sommers"), "von April bis September"
    ),
    **dict.fromkeys(("winterhalbjahr", "winter", "wintermonate", "wintermonaten"), "von Oktober bis März"),
    **dict.fromkeys(("fruehling", "fruehjahr"), "von März bis Mai"),
    "herbst": "von September bis November",
}

NOT = frozenset({"nicht", "ausser", "auszer", "ohne", "ausgenommen", "nie", "niemals"})
BUT = frozenset({"aber", "jedoch", "allerdings", "doch"})
NO = frozenset({"kein", "keine", "keinen"})
OUT_NOUNS = frozenset(
    {"ferienpause", "sommerpause", "winterpause", "osterpause", "weihnachtspause", "pause", "betriebsferien"}
)
OFF = frozenset({"entfaellt", "entfallen", "geschlossen", "zu", "abgesagt", "pausiert", "ausgefallen", "gestrichen"})
MEETING_NOUNS = words(
    "treffen termin termine sprechstunde kurs cafe café angebot probe training beratung gruppe betrieb treff "
    "sitzung veranstaltung unterricht chorprobe uebungsstunde gruppentreffen kurse sprechzeit sprechzeiten stunde"
)
# Behind a date or a period these say what happens then, so that a comma before it ends the list.
VERBS_BEHIND = (
    OFF
    | OUT_NOUNS
    | NO
    | words(
        "nicht ausgenommen faellt fallen findet finden bleibt bleiben wird verschoben verlegt vorverlegt auf statt "
        "anstatt anstelle ausnahmsweise erst schon ist sind"
    )
)
RELATIVE = words(
    "heute morgen uebermorgen gestern naechste naechsten naechster naechstes kommende kommenden kommender diese "
    "diesen dieser diesem dieses uebernaechste uebernaechsten demnaechst bald sofort sogleich kuerzlich"
)
FILLERS = words("jeweils immer stets regelmaessig geoeffnet offen wieder jetzt nur dann ist sind auch wir zusaetzlich")
HEADINGS = words(
    "achtung hinweis termin termine wann zeit zeiten uhrzeit oeffnungszeiten oeffnungszeit "
    "datum treffen sprechzeiten sprechzeit"
)
# Words that other clauses use as they stand.
GRAMMAR = words(
    "am an im in vom von bis ab seit zum zur den dem der die das des eines einer einem ein auf statt anstatt "
    "anstelle um v gegen ca circa etwa zwischen uhr h beginn beginnend start startet einlass ende offen open end "
    "mitternacht ganztaegig ganztags ganzen tag tage tagen lang spaeter einschliesslich inklusive inkl einschl "
    "einschliessl mit ausnahme ausnahmen pro monat monats monate monaten jahr jahre jahres woche wochen erstmals "
    "erstmalig erster letztmals letztmalig letzter zuletzt letzten mal naechster verschoben verlegt vorverlegt "
    "wird werden neuer neue ersatztermin offen faellt fallen aus findet finden statt bleibt bleiben waehrend "
    "ausserhalb innerhalb nur ausschliesslich gesetzlichen gesetzliche gesetzlicher andere anderen letzte einmal "
    "ausnahmsweise nun erst schon zeitraum montags anfang mitte i m d halb viertel dreiviertel nach vor nachts "
    "nacht wochentags bekannt gegeben bekanntgegeben vereinbarung anfrage absprache kuerze folgt folgen letztes "
    "gesondert jahreszeit t c uhrzeit minuten stunden dauer std min arbeitstag arbeitstage punkt quartal zweimal "
    "dreimal halbjaehrlich vierteljaehrlich quartalsweise weiteres jahresende monatsende tt mm jjjj am"
)
HARMLESS = words(
    "am an im in vom von zum zur den dem der die das des eines einer einem ein eine auf mit und u oder nach zu "
    "wir ist sind auch um d i m t c h fuer eins andere anderen neue neuer wird werden vor bekannt das treffen "
    "cafe café angebot kurs gruppe treff training beratung probe mal stunde unterricht betrieb veranstaltung "
    "sommer winter herbst fruehling fruehjahr"
)

KNOWN: frozenset[str] = frozenset().union(
    WEEKDAYS,
    PLURAL_WEEKDAYS,
    PART_WEEKDAYS,
    DAY_PARTS,
    MONTHS,
    ORDINALS,
    NUMBERS,
    UNITS,
    RHYTHM_ENDINGS,
    RHYTHMS,
    RHYTHM_NOUNS,
    PARITIES,
    WEEK_NOUNS,
    *(EVERY, ALL, AND_OR, DAILY, WORKDAYS, WEEKENDS, YEARLY, MONTHLY, SCHOOL_HOLIDAYS, NAMED_HOLIDAYS, SCHOOL_TIME),
    *(PUBLIC_HOLIDAYS, FEAST_DAYS, MOVABLE_FEASTS, SEASONS, NOT, BUT, NO, OUT_NOUNS, OFF, MEETING_NOUNS, RELATIVE),
    *(FILLERS, HEADINGS, GRAMMAR),
)
RELEVANT = KNOWN - HARMLESS - (MEETING_NOUNS - HEADINGS)
RELEVANT_STEMS = ("ferien", "feiertag", *(fold(name) for name in WEEKDAY_NAMES))

# What a misspelt word is compared with, as it is written.
SPELLINGS = (
    *WEEKDAY_NAMES,
    "Sonnabend",
    *(name.lower() + "s" for name in (*WEEKDAY_NAMES, "Sonnabend")),
    *MONTH_NAMES,
    *NAMED_HOLIDAYS.values(),
    *("jeden", "jede", "jedes", "alle", "täglich", "werktags", "Wochenende", "wöchentlich", "monatlich", "jährlich"),
    *("ersten", "zweiten", "dritten", "vierten", "letzten", "vorletzten", "Monat", "Woche", "Wochen", "Tage", "Jahr"),
    *("gerade", "geraden", "ungerade", "ungeraden", "Kalenderwoche", "Schulferien", "Ferien", "Feiertage"),
    *("Ferienzeit", "Feiertag", "Schultagen", "Schulferienzeit", "wöchentlich", "einmal", "Ende", "Anfang"),
    *("Feiertagen", "Feiertags", "nicht", "außer", "ohne", "ausgenommen", "entfällt", "geschlossen", "verschoben"),
    *("ganztägig", "vormittags", "nachmittags", "abends", "morgens", "mittags", "einschließlich", "zwischen"),
    *("erstmals", "letztmals", "Vereinbarung", "Anfrage", "Absprache", "Schulzeit", "jeweils", "immer", "Uhr"),
    *("sowie", "vierzehntägig", "Heiligabend", "Silvester", "findet", "statt", "bekannt", "gegeben", "während"),
)
