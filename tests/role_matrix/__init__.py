"""Who may ask which address of the back office: every address, and the right that opens it.

Rights are read from the roles table wherever it decides; where Wagtail decides, it is spelled here.
Administrators may do everything, visitors nothing but sign in. `tests/integration/test_role_matrix`
asks each address as each of them, and fails when an address is in no line.
"""

from tests.role_matrix.library import API, CHOOSERS, LIBRARY
from tests.role_matrix.others import DOORS, OTHERS, REPORTS
from tests.role_matrix.pages import PAGES, WORKFLOWS
from tests.role_matrix.rows import ROWS

MATRIX = [
    *DOORS,
    *PAGES,
    *WORKFLOWS,
    *CHOOSERS,
    *API,
    *REPORTS,
    *ROWS,
    *LIBRARY,
    *OTHERS,
]
