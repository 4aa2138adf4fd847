"""Settings of the site as it is built on a desk. What differs when published stands in publishconf.py."""

import importlib
import logging
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))
signal.signal(signal.SIGINT, signal.SIG_DFL)  # until quartier.site.staging listens: Pelican would report success

# The one clock of a build. SOURCE_DATE_EPOCH makes a build repeatable.
TIMEZONE = "Europe/Berlin"
_EPOCH = os.environ.get("SOURCE_DATE_EPOCH", "")
if _EPOCH and not _EPOCH.isdecimal():
    sys.exit(f"SOURCE_DATE_EPOCH ist »{_EPOCH}«, aber keine Zahl von Sekunden seit 1970. Gebaut wurde nichts.")
_MOMENT = datetime.fromtimestamp(int(_EPOCH), UTC) if _EPOCH else datetime.now(UTC)
BUILD_TIME = _MOMENT.astimezone(ZoneInfo(TIMEZONE)).replace(tzinfo=None, microsecond=0)

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache/quartier"
THEME = "theme"
THEME_STATIC_PATHS = []  # the style sheet is joined from theme/static/css by quartier.site.assets
SITEURL = ""  # the address in content/quartier.yaml, unless another is given here
SITENAME = ""  # always that of content/quartier.yaml
DEFAULT_LANG = "de"

# The list is the pipeline: each plugin may use what those before it have made.
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "quartier.site.gate",
    "quartier.site.staging",
    "quartier.site.reader",
    "quartier.site.written",
    "quartier.site.templates",
    "quartier.site.interface",
    "quartier.site.pages",
    "quartier.site.feeds",
    "quartier.site.calendar",
    "quartier.site.news_feed",
    "quartier.site.paper",
    "quartier.site.memory",
    "quartier.site.funding",
    "quartier.site.oparl",
    "quartier.site.media",
    "quartier.site.assets",
    "quartier.site.sharing",
    "quartier.site.search",
    "quartier.site.machines",
    "quartier.site.approved",
    "quartier.site.account",
    "quartier.site.switch",
]
QUARTIER_PLUGINS = tuple(PLUGINS)  # Pelican rewrites PLUGINS to what did register; the gate compares
# Pelican only logs a plugin that can't be imported and goes on without it; importing them here stops the build.
for _plugin in PLUGINS:
    importlib.import_module(_plugin)

# News and newspaper articles are Pelican articles, the rest of the prose Pelican pages.
ARTICLE_PATHS = ["aktuelles", "zeitung"]
PAGE_PATHS = ["seiten"]
STATIC_PATHS = []
READERS = {"html": None, "htm": None, "rst": None}
IGNORE_FILES = [".*", "*~", "#*#"]
USE_FOLDER_AS_CATEGORY = True
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
WITH_FUTURE_DATES = True  # what is not public yet never reaches Pelican
DEFAULT_PAGINATION = False
TYPOGRIFY = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False

ARTICLE_URL = "aktuelles/{slug}/"
ARTICLE_SAVE_AS = "aktuelles/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/aktuelles/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/aktuelles/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
SLUGIFY_USE_UNICODE = True

# Lists are pages of our own, with German addresses; Pelican's are off.
DIRECT_TEMPLATES = []
for _list in ("AUTHOR", "CATEGORY", "TAG", "ARCHIVES", "AUTHORS", "CATEGORIES", "TAGS", "DRAFT", "DRAFT_PAGE"):
    globals()[f"{_list}_SAVE_AS"] = ""

# Feeds take the address of quartier.yaml, which Pelican can't know when it warns.
LOG_FILTER = [(logging.WARNING, "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid")]
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = "feeds/alle-{lang}.atom.xml"  # news and articles that are written in a language
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
