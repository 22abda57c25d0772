"""The file as a whole cannot be read."""


class FileRefused(Exception):
    """Says why to the person who brought the file."""
