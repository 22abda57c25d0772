"""What was learnt of a page on the way to it, so that nobody needs to ask again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What may be the case; as far as nobody has looked, everything."""

    may_be_restricted: bool = True
    may_be_withdrawn: bool = True
    may_be_corrected: bool = True
