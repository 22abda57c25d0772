"""Pictures and documents, and every chooser and programming interface."""

from coalition.staff.roles import DOCUMENTS, IMAGES, TRANSLATION
from tests.role_matrix.rights import (
    ANY_PAGE,
    PUBLISHES,
    WRITES,
    Line,
    administrators,
    everywhere,
    library,
    nobody,
    pages,
    rows,
    staff,
)

CHOOSERS = [
    # Everybody may link to what readers see.
    Line("wagtailadmin_choose_page", staff),
    Line("wagtailadmin_choose_page_child", staff, ("index",)),
    Line("wagtailadmin_choose_page_child", ANY_PAGE, ("draft",)),
    Line("wagtailadmin_choose_page_search", staff, form={"q": "canary"}),
    Line("wagtailadmin_choose_page_chosen_multiple", ANY_PAGE, form={"id": "draft"}),
    *(
        Line(f"wagtailadmin_choose_page_{kind}_link", staff)
        for kind in ("external", "email", "phone", "anchor")
    ),
    Line("wagtailembeds:chooser", staff),
    Line("wagtailembeds:chooser_upload", staff, method="post"),
    Line("choose_fact", ANY_PAGE),
    *(
        Line(f"wagtailimages_chooser:{name}", library(IMAGES, "choose"), things)
        for name, things in (
            ("choose", ()),
            ("choose_results", ()),
            ("chosen_multiple", ()),
        )
    ),
    Line("wagtailimages_chooser:chosen", everywhere(IMAGES, "choose"), ("picture",)),
    Line("wagtailimages_chooser:select_format", everywhere(IMAGES, "choose"), ("picture",)),
    Line("wagtailimages_chooser:create", library(IMAGES, "add")),
    *(
        Line(f"wagtaildocs_chooser:{name}", staff)
        for name in ("choose", "choose_results", "chosen_multiple")
    ),
    Line("wagtaildocs_chooser:chosen", everywhere(DOCUMENTS, "choose"), ("document",)),
    Line("wagtaildocs_chooser:create", library(DOCUMENTS, "add")),
]

ELSEWHERE = {"destination_page_id": "other index", "position": "last-child"}
API = [
    # The side bar lists what one works on.
    Line("wagtailadmin_api:pages:listing", staff),
    Line("wagtailadmin_api:pages:detail", ANY_PAGE, ("draft",)),
    Line("wagtailadmin_api:pages:find", ANY_PAGE, form={"id": "draft"}),
    *(
        Line("wagtailadmin_api:pages:action", who, (page, action), "post", form)
        for page, action, who, form in (
            ("live", "unpublish", PUBLISHES, {}),
            ("live", "delete", PUBLISHES, {}),
            ("live", "move", PUBLISHES, ELSEWHERE),
            # What comes of a public page is public too.
            ("live", "copy", PUBLISHES, {}),
            ("live", "create_alias", PUBLISHES, {"update_slug": "once-more"}),
            ("live", "copy_for_translation", rows(TRANSLATION, "submit"), {"locale": "fr"}),
            ("live", "revert_to_page_revision", WRITES, {"revision_id": "revision of live"}),
            ("draft", "publish", PUBLISHES, {}),
            ("draft", "delete", WRITES, {}),
            ("draft", "move", WRITES, ELSEWHERE),
            ("draft", "copy", pages("add"), {"keep_live": "false"}),
            ("alias", "convert_alias", WRITES, {}),
        )
    ),
    *(
        Line(f"wagtailadmin_api:{kind}:{name}", administrators, things, form=form)
        for kind, thing in (("images", "picture"), ("documents", "document"))
        for name, things, form in (
            ("listing", (), {}),
            ("detail", (thing,), {}),
            ("find", (), {"id": thing}),
        )
    ),
]


def library_lines(prefix: str, model: str, thing: str, usage: str) -> list[Line]:
    changes, deletes = everywhere(model, "change"), everywhere(model, "delete")
    kind, upload = model.partition(".")[2], (f"upload of a {thing}",)
    return [
        Line(f"{prefix}:index", library(model, "add", "change", "delete")),
        Line(f"{prefix}:index_results", library(model, "add", "change", "delete")),
        Line(f"{prefix}:add", library(model, "add")),
        Line(f"{prefix}:add_multiple", library(model, "add")),
        Line(f"{prefix}:{usage}", changes, (thing,)),
        Line(f"{prefix}:edit", changes, (thing,)),
        Line(f"{prefix}:delete", deletes, (thing,)),
        Line(f"{prefix}:edit_multiple", changes, (thing,), "post"),
        Line(f"{prefix}:delete_multiple", deletes, (thing,), "post"),
        # Somebody else's, which only they finish or give up.
        Line(f"{prefix}:create_multiple_from_uploaded_{kind}", nobody, upload, "post"),
        Line(f"{prefix}:delete_upload_multiple", nobody, upload, "post"),
    ]


LIBRARY = [
    *library_lines("wagtailimages", IMAGES, "picture", "image_usage"),
    *library_lines("wagtaildocs", DOCUMENTS, "document", "document_usage"),
    Line("wagtailimages:preview", everywhere(IMAGES, "change"), ("picture", "width-20")),
    # Pictures cut to order: no public address gives them.
    Line("wagtailimages:url_generator", nobody, ("picture",)),
    Line("wagtailimages:url_generator_output", nobody, ("picture",)),
]
