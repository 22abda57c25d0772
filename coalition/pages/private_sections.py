"""Whether a page may be read by some people only."""

from typing import Final

from django.db.models import BooleanField, F, Func
from django.db.models.sql.compiler import SQLCompiler
from wagtail.models import Page, PageViewRestriction

PAGES: Final = f'"{Page._meta.db_table}"'
# The page at hand, or what it repeats if it is an alias, lies at or below a page that is closed, or
# at or below an alias of such a page.
CONDITION: Final = f"""EXISTS(
    SELECT 1 FROM "{PageViewRestriction._meta.db_table}" restriction
    INNER JOIN {PAGES} closed
        ON restriction.page_id = closed.id OR restriction.page_id = closed.alias_of_id
    WHERE closed.path = SUBSTR({{path}}, 1, LENGTH(closed.path))
    OR closed.path = SUBSTR(
        (SELECT original.path FROM {PAGES} original WHERE original.id = {{original}}),
        1,
        LENGTH(closed.path)
    )
)"""  # noqa: S608 - names of tables and columns, and nothing that anybody wrote.


class IsInPrivateSection(Func):
    """As a condition of the page that is asked for; Wagtail's forgets what aliases repeat.

    In SQL, for it stands in every question that a page asks, in some of them five times: Django
    takes longer to write it out of its own parts than both databases to answer it. And PostgreSQL,
    were these tables joined in the question itself, would no longer put all of them in order.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(self, path: object = None, original: object = None) -> None:
        super().__init__(path or F("path"), original or F("alias_of"))

    def as_sql(self, compiler: SQLCompiler, connection: object, **_: object) -> tuple[str, list]:
        path, original = (compiler.compile(each)[0] for each in self.get_source_expressions())
        return CONDITION.format(path=path, original=original), []
