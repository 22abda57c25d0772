"""On what terms we use what the site is made of; refuses terms that nobody has agreed to.

Reads the list of packages that `uv export` writes, and writes it with their licences: `make sbom`.
"""

import json
import sys
from importlib.metadata import PackageNotFoundError, metadata

# As authors write them. The last two bind those who change the package itself, which we do not.
ALLOWED = """
Apache-2.0 | Artistic-1.0-Perl | BSD | BSD License | BSD-2-Clause | BSD-2-Clause-first-lines |
BSD-3-Clause | ISC License (ISCL) | MIT | MIT License | MIT-0 | MIT-CMU | PSF-2.0 | PSFL |
LGPL-3.0-only | MPL-2.0
"""
# Where authors give us a choice, or name those of parts that we do not use.
CHOSEN = {"fido2": "BSD-2-Clause", "text-unidecode": "Artistic-1.0-Perl"}


def terms_of(name: str) -> str:
    said = metadata(name)
    classifiers = said.get_all("Classifier") or []
    kinds = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return CHOSEN.get(name) or said["License-Expression"] or said["License"] or ", ".join(kinds)


def are_allowed(terms: str) -> bool:
    """Of several we may choose one; those that go together must all be allowed."""
    allowed = {each.strip() for each in ALLOWED.split("|")}
    return any(allowed.issuperset(choice.split(" AND ")) for choice in terms.split(" OR "))


def add_licences(components: list[dict[str, object]]) -> None:
    for component in components:
        try:
            terms = terms_of(str(component["name"]))
        except PackageNotFoundError:
            # It is for other machines than this.
            continue
        if not are_allowed(terms):
            sys.exit(f"{component['name']}: nobody has agreed to the licence “{terms}”.")
        component["licenses"] = [{"license": {"name": terms}}]


if __name__ == "__main__":
    sbom = json.load(sys.stdin)
    add_licences(sbom["components"])
    json.dump(sbom, sys.stdout, indent=2)
