"""Finished pages, kept as bytes on disk and answered before Django starts."""
