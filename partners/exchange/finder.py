"""Finds the partner that a line of a file is about."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from partners.exchange.columns import Values
from partners.exchange.registered import Registered


class Finder:
    """By public id, else by ISO code, else by the English name of those without a code."""

    def __init__(self, register: Sequence[Registered]) -> None:
        self.by_id = {partner.public_id: partner for partner in register}
        self.by_code = {partner.values["iso2"]: partner for partner in register}
        self.by_name = {_name(partner.values): partner for partner in register}
        self.lines: dict[str, int] = {}

    def find(self, values: Values) -> Registered | None:
        code = values.get("iso2", "")
        return (
            self.by_id.get(values.get("public_id", ""))
            or (self.by_code.get(code) if code else None)
            or (self.by_name.get(_name(values)) if not code and _name(values) else None)
        )

    def contradictions(
        self, values: Values, partner: Registered | None, line: int
    ) -> Iterator[tuple[str, str]]:
        """Where the line could be about somebody else too, in the register or in the file."""
        public_id, code = values.get("public_id", ""), values.get("iso2", "")
        if partner and public_id and public_id != partner.public_id:
            ids = {"id": partner.public_id}
            yield (
                "public_id",
                _("The register has this partner as “%(id)s”; ids never change.") % ids,
            )
        owner = self.by_code.get(code) if code else None
        if owner and owner is not partner:
            yield "iso2", _("This is the code of “%(id)s”.") % {"id": owner.public_id}
        identity = partner.public_id if partner else public_id or code or _name(values)
        first = self.lines.setdefault(identity, line)
        if first != line:
            yield "", _("This partner is in line %(line)s already.") % {"line": first}


def _name(values: Values) -> str:
    return values.get("name_en", "").casefold()
