"""The media folder."""

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="coalition.media.storage.WholeFiles")
class WholeFiles(FileSystemStorage):
    """Keeps a file whole or not at all: a disk that is full leaves no half of one behind."""

    def _save(self, name, content):
        try:
            return super()._save(name, content)
        except OSError:
            self.delete(name)
            raise
