"""Doors, reports, and what stands alone."""

from coalition.staff.roles import ANNOUNCEMENTS, TRANSLATION
from tests.role_matrix.rights import (
    ANY_PAGE,
    AS_A_FILE,
    UNASKED,
    WRITES,
    Line,
    administrators,
    both,
    everybody,
    nobody,
    pages,
    rows,
    staff,
    strangers,
)

# How one comes in, what one signs in with, and where one is signed in; `test_sign_in` and its
# neighbours go through each of them.
ACCOUNTS = [
    # Whoever is inside is led on.
    *(Line(name, strangers) for name in ("account_login", "wagtailadmin_login")),
    *(Line(name, everybody) for name in ("sign_in_again", "ask_for_password")),
    Line("accept_invitation", everybody, ("made-up",)),
    # After a password alone, and for the script of the door.
    *(Line(name, nobody) for name in ("mfa_authenticate", "mfa_login_webauthn")),
    *(
        Line(name, staff)
        for name in (
            "mfa_index",
            "mfa_activate_totp",
            "mfa_add_webauthn",
            "mfa_generate_recovery_codes",
        )
    ),
    # Of one's own keys, which these people have not made; `test_second_factor` has some.
    *(
        Line(name, nobody, method=UNASKED)
        for name in (
            "mfa_deactivate_totp",
            "mfa_remove_webauthn",
            "mfa_view_recovery_codes",
            "mfa_download_recovery_codes",
        )
    ),
    *(Line(name, staff) for name in ("staff_sessions", "session_left", "session_goes_on")),
    # Takes only what is posted, and then sends to the door.
    Line("end_sessions", staff),
    # Somebody else's.
    Line("end_session", nobody, ("made-up",), "post"),
    Line("lost_devices", administrators),
    Line("ask_for_reset", administrators, ("staff.user",)),
    Line("answer_reset", administrators, ("reset",), "post"),
    Line("invite_again", administrators, ("newcomer",)),
]

DOORS = [
    *(
        Line(f"wagtailadmin_{name}", everybody)
        for name in (
            "sprite",
            "javascript_catalog",
            "password_reset",
            "password_reset_done",
            "password_reset_complete",
        )
    ),
    Line("wagtailadmin_password_reset_confirm", everybody, ("nobody", "token")),
    Line("wagtailadmin_home", staff),
    Line("wagtailadmin_account", staff),
    # After it, nobody would be who the lines below ask as.
    Line("wagtailadmin_logout", staff, method=UNASKED),
    Line("wagtailadmin_dismissibles", staff, method="patch"),
    # Made-up words, as the form of any page has them beside its blocks.
    Line("wagtailadmin_block_preview", staff, form={"id": "block"}),
    # A row in a form of tags: words, no titles.
    Line("wagtailadmin_tag_autocomplete", staff),
    Line("wagtailadmin_tag_model_autocomplete", staff, ("taggit", "tag")),
    *ACCOUNTS,
    # Fails on purpose.
    Line("wagtailadmin_error_test", staff, method=UNASKED),
    # Wagtail's page for what is not there, twice: no address by name leads to either.
    *(Line(name, staff, method=UNASKED) for name in ("[test404/]", "[^.*/$]")),
]

REPORTS = [
    *(
        Line(f"{name}{results}", who, form=form)
        for name, who in (
            ("wagtailadmin_reports:locked_pages", pages("unlock")),
            ("wagtailadmin_reports:workflow", ANY_PAGE),
            ("wagtailadmin_reports:workflow_tasks", ANY_PAGE),
            # Of what one has rights on.
            ("wagtailadmin_reports:site_history", staff),
            ("wagtailadmin_reports:aging_pages", ANY_PAGE),
            ("wagtailadmin_reports:page_types_usage", ANY_PAGE),
            ("facts_in_use", ANY_PAGE),
            ("search_misses", ANY_PAGE),
            ("translations", ANY_PAGE),
            ("broken_links", ANY_PAGE),
            ("stories_to_review", ANY_PAGE),
            ("page_views", ANY_PAGE),
            ("row_translations", both(ANY_PAGE, rows("sitewide.menu", "change"))),
            ("violations_report", administrators),
            ("audit_log", administrators),
            ("front_caches", administrators),
        )
        for results, form in (("", {}), ("_results", {}), ("", AS_A_FILE))
    ),
]

OTHERS = [
    *(
        Line(f"wagtailadmin_collections:{name}", administrators, things)
        for name, things in (
            ("index", ()),
            ("add", ()),
            ("edit", ("collection",)),
            ("delete", ("collection",)),
            ("set_privacy", ("collection",)),
        )
    ),
    *(
        Line(f"wagtailredirects:{name}", administrators, things)
        for name, things in (
            ("index", ()),
            ("index_results", ()),
            ("add", ()),
            ("edit", ("redirect",)),
            ("delete", ("redirect",)),
            ("start_import", ()),
        )
    ),
    # The second step of the import, by what the first has signed.
    Line(
        "wagtailredirects:process_import",
        administrators,
        method="post",
        form={"import_file_name": "signed file", "input_format": "signed format"},
    ),
    Line("simple_translation:submit_page_translation", rows(TRANSLATION, "submit"), ("live",)),
    *(
        Line(
            "simple_translation:submit_snippet_translation",
            both(rows(TRANSLATION, "submit"), rows(model, "change")),
            (*model.split("."), model),
            method,
        )
        for model in ("social.socialpost", "sitewide.menu")
        for method in ("get", "post")
    ),
    # Has no name: it is ours, and stands before Wagtail's at the address of the lines above.
    Line(
        "[translation/submit/snippet/<slug:app_label>/<slug:model_name>/<int:pk>/]",
        staff,
        method=UNASKED,
    ),
    Line(
        "mark_row_current",
        rows("sitewide.menu", "change"),
        ("sitewide", "menu", "sitewide.menu"),
        "post",
    ),
    Line(
        "wagtailadmin_editing_sessions:ping", WRITES, ("wagtailcore", "page", "live", "0"), "post"
    ),
    # Of somebody else's it says the same, and does nothing.
    Line("wagtailadmin_editing_sessions:release", staff, ("editing session",), "post"),
    *(
        Line(f"takedowns:{name}", rows("takedowns.takedown", "view"), things, method)
        for name, things, method in (
            ("index", (), "get"),
            ("index_results", (), "get"),
            ("inspect", ("takedown",), "get"),
            ("check", ("takedown",), "post"),
        )
    ),
    Line("takedowns:let_in", administrators, ("takedown",), "post"),
    Line(
        "takedowns:take_down",
        rows("takedowns.takedown", "add"),
        ("media", "video", "media.video"),
    ),
    Line("purge_pages", administrators),
    Line("preview_home_at", WRITES, ("home",)),
    Line("home_at", WRITES, ("home",)),
    Line(
        "import_partners", both(rows("partners.partner", "add"), rows("partners.partner", "change"))
    ),
    Line(
        "import_partners_preview",
        both(rows("partners.partner", "add"), rows("partners.partner", "change")),
        ("a-token",),
    ),
    Line("mark_current", WRITES, ("live",), "post"),
    Line("replace_typed_number", WRITES, ("live",), "post"),
    Line("partner_joins", rows(ANNOUNCEMENTS, "use")),
]
