"""Snippets, the register, releases, and all other things with a list and forms."""

from coalition.staff.roles import ANNOUNCEMENTS
from tests.role_matrix.rights import (
    AS_A_FILE,
    STORY,
    WRITES,
    Line,
    Who,
    administrators,
    both,
    nobody,
    rows,
)


def snippet_lines(
    model: str, *, versions: bool = False, drafts: bool = False, preview: bool = False
) -> list[Line]:
    """A snippet's list, forms and chooser, by the rights on its model."""
    prefix = f"wagtailsnippets_{model.replace('.', '_')}"
    chooser = f"wagtailsnippetchoosers_{model.replace('.', '_')}"
    reads = rows(model, "view", "add", "change", "delete", "publish")
    works = rows(model, "add", "change", "delete")
    changes = rows(model, "change")
    publishes = rows(model, "publish")
    return [
        Line(f"{prefix}:list", reads),
        Line(f"{prefix}:list", reads, form=AS_A_FILE),
        Line(f"{prefix}:list_results", reads),
        Line(f"{prefix}:add", rows(model, "add")),
        Line(f"{prefix}:edit", changes, (model,)),
        Line(f"{prefix}:copy", both(rows(model, "add"), reads), (model,)),
        Line(f"{prefix}:delete", rows(model, "delete"), (model,)),
        *(
            Line(f"{prefix}:{name}", works, (model,))
            for name in ("usage", "history", "history_results")
        ),
        *(
            Line(f"{chooser}:{name}", reads, things, form=form)
            for name, things, form in (
                ("choose", (), {}),
                ("choose_results", (), {}),
                ("chosen", (model,), {}),
                ("chosen_multiple", (), {"id": model}),
            )
        ),
        Line(f"{chooser}:create", rows(model, "add")),
        *(version_lines(prefix, model, changes) if versions or drafts else ()),
        *(draft_lines(prefix, model, publishes) if drafts else ()),
        *(preview_lines(prefix, model, changes) if preview else ()),
    ]


def version_lines(prefix: str, model: str, changes: Who) -> list[Line]:
    return [
        Line(f"{prefix}:revisions_revert", changes, (model, f"revision of {model}")),
        Line(f"{prefix}:revisions_compare", changes, (model, "earliest", "latest")),
    ]


def draft_lines(prefix: str, model: str, publishes: Who) -> list[Line]:
    revision = f"scheduled revision of {model}"
    return [
        Line(f"{prefix}:revisions_unschedule", publishes, (model, revision)),
        Line(f"{prefix}:unpublish", publishes, (model,)),
    ]


def preview_lines(prefix: str, model: str, changes: Who) -> list[Line]:
    return [
        Line(f"{prefix}:preview_on_add", rows(model, "add")),
        Line(f"{prefix}:preview_on_edit", changes, (model,)),
        Line(f"{prefix}:revisions_view", changes, (model, f"revision of {model}")),
    ]


def set_lines(prefix: str, model: str, *, copies: bool = True) -> list[Line]:
    """A list and its forms, as Wagtail's model viewsets have them."""
    reads = rows(model, "view", "add", "change", "delete")
    return [
        Line(f"{prefix}:index", reads),
        Line(f"{prefix}:index", reads, form=AS_A_FILE),
        Line(f"{prefix}:index_results", reads),
        Line(f"{prefix}:add", rows(model, "add")),
        Line(f"{prefix}:edit", rows(model, "change"), (model,)),
        Line(f"{prefix}:delete", rows(model, "delete"), (model,)),
        *(
            Line(f"{prefix}:{name}", reads, (model,))
            for name in ("usage", "history", "history_results")
        ),
        *([Line(f"{prefix}:copy", rows(model, "add"), (model,))] if copies else []),
    ]


def proof_lines(prefix: str, model: str) -> list[Line]:
    """What proves something is read by administrators, and made or changed by nobody."""
    return [
        *(Line(f"{prefix}:{name}", administrators) for name in ("index", "index_results")),
        Line(f"{prefix}:inspect", administrators, (model,)),
        Line(f"{prefix}:add", nobody),
        *(
            Line(f"{prefix}:{name}", nobody, (model,))
            for name in ("edit", "delete", "copy", "usage", "history", "history_results")
        ),
    ]


def release_lines() -> list[Line]:
    """Whoever may not change releases sees their own, and this is somebody else's."""
    model, changes = "releases.release", rows("releases.release", "change")
    return [
        Line("releases:index", rows(model, "view")),
        Line("releases:index_results", rows(model, "view")),
        Line("releases:add", rows(model, "add")),
        Line("releases:delete", rows(model, "delete"), (model,)),
        *(
            Line(f"releases:{name}", changes, (model,))
            for name in ("edit", "inspect", "usage", "history", "history_results")
        ),
        Line("releases:step", changes, (model, "submit")),
        Line("releases:preview", changes, ("item",)),
        Line("releases:remove", changes, ("item",), "post"),
        Line("releases:add_row", both(WRITES, rows(model, "add")), (*STORY, "draft")),
    ]


ROWS = [
    # Of those that have no place of their own in the menu.
    Line("wagtailsnippets:index", rows("consent.consenttexts", "view")),
    *snippet_lines("news.topic", versions=True),
    *snippet_lines("media.video"),
    *snippet_lines("search.promotion"),
    *snippet_lines("partners.partner", drafts=True),
    *snippet_lines("social.socialpost", drafts=True, preview=True),
    *snippet_lines("consent.consenttexts", drafts=True, preview=True),
    *snippet_lines("consent.purposeentry", versions=True, preview=True),
    *snippet_lines("consent.cookieentry", versions=True, preview=True),
    *snippet_lines("sitewide.alertbanner", drafts=True),
    *snippet_lines("sitewide.menu", drafts=True),
    *snippet_lines("sitewide.sitetexts", drafts=True),
    *snippet_lines(ANNOUNCEMENTS, versions=True),
    Line(
        "wagtailsnippets_partners_partner:inspect",
        rows("partners.partner", "view", "add", "change"),
        ("partners.partner",),
    ),
    *set_lines("messages", "contact.message", copies=False),
    *proof_lines("receipts", "consent.receipt"),
    *proof_lines("shown_texts", "consent.showntext"),
    *release_lines(),
    *set_lines("wagtailsites", "wagtailcore.site"),
    # All languages of the settings are there: none is left to add.
    *(
        line
        for line in set_lines("wagtaillocales", "wagtailcore.locale", copies=False)
        if line.view != "wagtaillocales:add"
    ),
    Line("wagtaillocales:add", nobody),
    *set_lines("wagtailusers_users", "staff.user"),
    *set_lines("wagtailusers_groups", "auth.group", copies=False),
]
