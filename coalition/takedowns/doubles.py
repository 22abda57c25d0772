"""What else is the very same file: taking one down leaves the others where they are."""

from coalition.media.models import DocumentFile, Picture


def doubles_of(thing):
    """Films have no hash, and no doubles that we know of."""
    file_hash = getattr(thing, "file_hash", "")
    if not file_hash:
        return []
    same = [
        row
        for model in (Picture, DocumentFile)
        for row in model.objects.filter(file_hash=file_hash).order_by("pk")
    ]
    return [row for row in same if row != thing]
