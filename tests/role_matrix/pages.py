"""Pages, and what waits for somebody's word."""

from tests.role_matrix.rights import (
    ANY_PAGE,
    PUBLISHES,
    STORY,
    WRITES,
    Line,
    administrators,
    pages,
    staff,
)

PAGES = [
    Line("wagtailadmin_explore_root", ANY_PAGE),
    Line("wagtailadmin_explore", ANY_PAGE, ("index",)),
    Line("wagtailadmin_explore_results", ANY_PAGE, ("index",)),
    Line("wagtailadmin_pages:add", pages("add"), (*STORY, "index")),
    Line("wagtailadmin_pages:preview_on_add", pages("add"), (*STORY, "index")),
    Line("wagtailadmin_pages:add_subpage", pages("add"), ("index",)),
    Line("wagtailadmin_pages:choose_parent", pages("add"), STORY),
    Line("wagtailadmin_pages:type_use", ANY_PAGE, STORY),
    Line("wagtailadmin_pages:type_use_results", ANY_PAGE, STORY),
    Line("wagtailadmin_pages:search", ANY_PAGE),
    Line("wagtailadmin_pages:search_results", ANY_PAGE),
    *(
        Line(f"wagtailadmin_pages:{name}", WRITES, (page,))
        for name in (
            "edit",
            "preview_on_edit",
            "view_draft",
            "usage",
            "history",
            "history_results",
            "workflow_history",
        )
        for page in ("live", "draft")
    ),
    # Says nothing but where the history is.
    Line("wagtailadmin_pages:revisions_index", staff, ("live",)),
    Line("wagtailadmin_pages:revisions_view", WRITES, ("live", "revision of live")),
    Line("wagtailadmin_pages:revisions_revert", WRITES, ("live", "revision of live")),
    Line("wagtailadmin_pages:revisions_compare", WRITES, ("live", "earliest", "latest")),
    Line("wagtailadmin_pages:revisions_unschedule", PUBLISHES, ("draft", "scheduled revision")),
    Line("wagtailadmin_pages:delete", PUBLISHES, ("live",)),
    Line("wagtailadmin_pages:delete", WRITES, ("draft",)),
    Line("wagtailadmin_pages:unpublish", PUBLISHES, ("live",)),
    Line("wagtailadmin_pages:convert_alias", WRITES, ("alias",), "post"),
    Line("wagtailadmin_pages:move", PUBLISHES, ("live",)),
    Line("wagtailadmin_pages:move", WRITES, ("draft",)),
    # The questions name what one may not do; doing it is refused.
    Line("wagtailadmin_pages:move_confirm", ANY_PAGE, ("live", "other index")),
    Line("wagtailadmin_pages:move_confirm", PUBLISHES, ("live", "other index"), "post"),
    Line("wagtailadmin_pages:set_page_position", PUBLISHES, ("live",), "post"),
    Line("wagtailadmin_pages:copy", pages("add"), ("live",)),
    Line("wagtailadmin_pages:copy", pages("add"), ("draft",)),
    Line("wagtailadmin_pages:set_privacy", PUBLISHES, ("live",)),
    Line("wagtailadmin_pages:lock", pages("lock"), ("live",), "post"),
    Line("wagtailadmin_pages:unlock", pages("unlock"), ("locked",), "post"),
    *(
        Line("wagtail_bulk_action", ANY_PAGE, ("wagtailcore", "page", action), form={"id": "live"})
        for action in ("delete", "publish", "unpublish", "move")
    ),
]

# What an editor submitted waits for a publisher's word.
WORKFLOWS = [
    Line("wagtailadmin_pages:workflow_action", PUBLISHES, ("submitted", "approve", "task"), "post"),
    Line("wagtailadmin_pages:workflow_action", PUBLISHES, ("submitted", "reject", "task"), "post"),
    Line(
        "wagtailadmin_pages:collect_workflow_action_data",
        PUBLISHES,
        ("submitted", "reject", "task"),
    ),
    Line("wagtailadmin_pages:confirm_workflow_cancellation", ANY_PAGE, ("submitted",)),
    Line("wagtailadmin_pages:workflow_preview", PUBLISHES, ("submitted", "kind of task")),
    Line("wagtailadmin_pages:workflow_history_detail", WRITES, ("submitted", "workflow state")),
    *(
        Line(f"wagtailadmin_workflows:{name}", administrators, things)
        for name, things in (
            ("index", ()),
            ("index_results", ()),
            ("add", ()),
            ("edit", ("workflow",)),
            ("usage", ("workflow",)),
            ("usage_results", ("workflow",)),
            ("add_task", ("wagtailcore", "groupapprovaltask")),
            ("select_task_type", ()),
            ("task_index", ()),
            ("task_index_results", ()),
            ("edit_task", ("kind of task",)),
            ("disable_task", ("kind of task",)),
            ("disable", ("workflow",)),
            ("task_chooser", ()),
            ("task_chooser_results", ()),
            ("task_chooser_create", ()),
            ("task_chosen", ("kind of task",)),
        )
    ),
    Line("wagtailadmin_workflows:remove", administrators, ("live", "workflow"), "post"),
    Line("wagtailadmin_workflows:enable", administrators, ("workflow",), "post"),
    Line("wagtailadmin_workflows:enable_task", administrators, ("kind of task",), "post"),
]
