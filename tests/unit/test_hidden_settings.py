"""What a page of an error shows while somebody debugs."""

from django.views.debug import technical_500_response


def test_shows_no_password_of_what_is_named_by_its_address(settings, rf):
    settings.FRONT_CACHES = ["fastly://1?key=hidden-word"]
    settings.PAGE_STORE = "redis://:hidden-word@pages/1"
    around = dict.fromkeys(
        ("CACHE_URL", "DATABASE_URL", "EMAIL_URL"), "kind://us:hidden-word@there"
    )
    request = rf.get("/", **around)

    page = technical_500_response(request, ValueError, ValueError(), None).content.decode()

    assert "FRONT_CACHES" in page
    assert "hidden-word" not in page
