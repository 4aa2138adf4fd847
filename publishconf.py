"""What differs when the site is published: it knows its own address."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from pelicanconf import *  # noqa: F403 - Pelican's convention: the same settings, then the differences

# Another address than the one in content/quartier.yaml, for example that of a preview.
SITEURL = os.environ.get("QUARTIER_SITEURL", "")
PUBLISHED = True
