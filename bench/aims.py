"""What is aimed at, beside what was found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Aim:
    """At most so much, or at least; better still if it is past the `stretch`."""

    what: str
    found: float
    bar: float
    stretch: float | None = None
    is_floor: bool = False

    def is_met(self, limit: float | None) -> bool:
        if limit is None:
            return False
        return self.found >= limit if self.is_floor else self.found <= limit

    def __str__(self) -> str:
        sign = "≥" if self.is_floor else "≤"
        verdict = (
            "stretch met"
            if self.is_met(self.stretch)
            else "met"
            if self.is_met(self.bar)
            else "MISSED"
        )
        better = "" if self.stretch is None else f", better {sign} {self.stretch:g}"
        return f"{self.what:58}{self.found:9.2f}   {f'{sign} {self.bar:g}{better}':24}{verdict}"
