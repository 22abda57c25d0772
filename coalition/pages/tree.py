"""The one tree of all pages: below its root stands the home page of each language."""

from typing import Final

DEPTH_OF_HOME_PAGES: Final = 2
