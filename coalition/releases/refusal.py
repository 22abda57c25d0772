"""Why a step was not taken."""


class Refused(Exception):
    """Nothing was changed; `reasons` say why, each in a sentence for whoever pressed."""

    def __init__(self, reasons):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))
