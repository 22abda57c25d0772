"""Notes in the log which files were sent to us and not taken."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError

from coalition.audit.record import Thing, record


@contextmanager
def refusals_noted(name):
    """By what the file was called, and why: the words about it are for whoever sent it."""
    try:
        yield
    except ValidationError as refusal:
        if why := reasons_of(refusal):
            record("upload-refused", about=Thing(title=str(name)), why=", ".join(why))
        raise


def reasons_of(refusal):
    """Empty where something else is wrong with the form."""
    has_fields = hasattr(refusal, "error_dict")
    errors = refusal.error_dict.get("file", []) if has_fields else refusal.error_list
    return sorted({error.code or "invalid" for error in errors})
