"""What tests of stored pages start from."""

from tests.shelves import new_shelf, patient, server, server_of_all, shelf  # noqa: F401 - fixtures.
