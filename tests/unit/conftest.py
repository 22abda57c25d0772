"""What tests of stored pages start from."""

from tests.behind_the_door import later, site  # noqa: F401 - fixtures.
from tests.edge import origin  # noqa: F401 - a fixture.
from tests.edge_nginx import ask_nginx  # noqa: F401 - a fixture.
from tests.shelves import new_shelf, patient, server, server_of_all, shelf  # noqa: F401 - fixtures.
