"""On what terms others may use our compilation; the facts in it belong to nobody."""

from typing import Final

NAME: Final = "CC BY 4.0"
ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION: Final = "The Global Coalition against Daesh, register of partners"
