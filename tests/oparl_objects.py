"""Judges OParl objects by a table of what version 1.1 of the specification asks."""

import re

TYPE = "https://schema.oparl.org/1.1/"

# What version 1.1 of the specification asks of each type, in words of our own: the keys that must be there (by schema
# or by its text), and the kind of every key it knows. »Type« is an object of that type, »[x]« a list of x.
ALWAYS = "id:url type:str created:moment modified:moment"
MAY = "web:url deleted:bool keyword:[str] license:str"
MUST = {
    "System": "oparlVersion:url body:url",
    "Body": "name:str organization:url person:url meeting:url paper:url legislativeTerm:[LegislativeTerm] "
    "agendaItem:url consultation:url file:url locationList:url legislativeTermList:url membership:url",
    "Organization": "",
    "Meeting": "",
    "AgendaItem": "order:int",
    "Paper": "",
    "Consultation": "",
    "File": "accessUrl:url",
    "Location": "",
}
KNOWN = {
    "System": "name:str contactEmail:str contactName:str website:url vendor:url product:url otherOparlVersions:[url]",
    "Body": "system:url shortName:str website:url contactEmail:str contactName:str classification:str "
    "location:Location ags:str rgs:str equivalent:[url] licenseValidSince:moment oparlSince:moment "
    "mainOrganization:url",
    "Organization": "body:url name:str membership:[url] meeting:url consultation:url shortName:str post:[str] "
    "subOrganizationOf:url organizationType:str classification:str startDate:day endDate:day website:url "
    "location:Location externalBody:url memberCount:int votingMemberCount:int",
    "Meeting": "name:str meetingState:str cancelled:bool start:moment end:moment location:Location organization:[url] "
    "participant:[url] invitation:File resultsProtocol:File verbatimProtocol:File auxiliaryFile:[File] "
    "agendaItem:[AgendaItem]",
    "AgendaItem": "meeting:url number:str name:str public:bool consultation:url result:str resolutionText:str "
    "resolutionFile:File auxiliaryFile:[File] start:moment end:moment",
    "Paper": "body:url name:str reference:str date:day paperType:str relatedPaper:[url] superordinatedPaper:[url] "
    "subordinatedPaper:[url] mainFile:File auxiliaryFile:[File] location:[Location] originatorPerson:[url] "
    "underDirectionOf:[url] originatorOrganization:[url] consultation:[Consultation]",
    "Consultation": "paper:url agendaItem:url meeting:url organization:[url] authoritative:bool role:str",
    "File": "name:str fileName:str mimeType:str date:day size:int sha1Checksum:str sha512Checksum:str text:str "
    "downloadUrl:url externalServiceUrl:url masterFile:url derivativeFile:[url] fileLicense:url meeting:[url] "
    "agendaItem:[url] person:url paper:[url]",
    "Location": "description:str geojson:object streetAddress:str room:str postalCode:str subLocality:str locality:str "
    "bodies:[url] organizations:[url] persons:[url] meetings:[url] papers:[url]",
}
FORMS = {
    "url": re.compile(r"https://[a-z0-9.-]+/\S*"),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "str": re.compile(r".+", re.DOTALL),
}


def keys(*words: str) -> dict[str, str]:
    """Names with their forms."""
    return dict(pair.split(":") for part in words for pair in part.split())


def faults(one, kind=""):
    """What about an object is not as the specification wants it."""
    name = str(one.get("type", "")).removeprefix(TYPE)
    if name not in MUST or (kind and name != kind):
        yield f"{one.get('id')}: type {one.get('type')} instead of {kind or 'a known one'}"
        return
    required = keys(ALWAYS, MUST[name])
    known = required | keys(MAY, KNOWN[name])
    yield from (f"{one.get('id')}: {key} is missing" for key in required if key not in one)
    for key, value in one.items():
        if value is None or (key not in required and value in ("", [])):
            yield f"{one['id']}: {key} is empty"
        elif not re.fullmatch(r"quartier:[A-Za-z]+", key):
            yield from fault(f"{one['id']}: {key}", value, known.get(key, "nothing"))


def fault(where, value, form):
    """What about a single value is not as its form wants it."""
    if form.startswith("["):
        parts = value if isinstance(value, list) else [None]
        for part in parts:
            yield from fault(where, part, form[1:-1])
    elif form in MUST:
        yield from faults(value, form) if isinstance(value, dict) else [f"{where} is no {form}"]
    elif form in FORMS:
        if not isinstance(value, str) or not FORMS[form].fullmatch(value):
            yield f"{where} is no {form}: {value!r}"
    elif not isinstance(value, {"int": int, "bool": bool}.get(form, ())) or (form == "int" and value is True):
        yield f"{where} is no {form}: {value!r}"
