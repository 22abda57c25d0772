"""One form drafts everything that says a partner joined; one press makes all of it public."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coalition.demo.builders import (
    build_about_page,
    build_news_index,
    build_partner,
    build_partner_index,
    build_picture,
    build_story,
    build_user,
    home_page,
    publish_page,
)
from coalition.desk.models import AnnouncementTemplate
from coalition.home.models import HomeSlot
from coalition.releases.models import Release
from coalition.releases.publishing import PublishAll, Undo
from coalition.releases.review import Approve, Submit
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from news.models import StoryPage
from partners.models import Partner, PartnerPage
from tests.reading import main_text, parsed

pytestmark = pytest.mark.django_db

FORM = "/admin/desk/partner-joins/"
LANGUAGES = ["en", "fr", "ar"]
ORDINAL_OF_THE_THIRD = {"en": "3rd", "fr": "3e", "ar": "رقم 3"}


@pytest.fixture
def manager():
    return build_user(PARTNER_MANAGER, username="manager")


@pytest.fixture
def publisher():
    return build_user(PUBLISHER, username="publisher")


@pytest.fixture(scope="module")
def site(for_the_file):
    """Two partners, the second of them announced, in three languages."""
    build_partner("IQ", joined="2014-09-10")
    build_partner("CF", region="africa", joined="2020-05-31", ordinal=2)
    ordinal = '<embed embedtype="fact" name="partners" form="ordinal"/>'
    for language in LANGUAGES:
        home = publish_page(home_page(language))
        build_partner_index(home)
        build_story(
            build_news_index(home),
            title="Central African Republic",
            slug="second",
            teaser=f"<p>Partner {ordinal}.</p>",
        )
        build_about_page(home, teaser='<p>We are <embed embedtype="fact" name="partners"/>.</p>')


@pytest.fixture
def form(client, manager):
    """Fill in the form as the partner manager; what is not said is that of Exampleland."""
    client.force_login(manager)

    def fill_in(**changes):
        return client.post(FORM, exampleland() | changes)

    return fill_in


def exampleland():
    today = timezone.localdate()
    return {
        "kind": "state",
        "iso_code": "XX",
        "region": "africa",
        "joined_earliest": today,
        "joined_latest": today,
        "source": "Letter of today",
        "leads_until": today + timedelta(days=14),
        "en-name": "Exampleland",
        "fr-name": "Exemplie",
        "ar-name": "بلاد المثال",
    }


@pytest.fixture
def release(site, form):
    form()
    return Release.objects.get()


@pytest.fixture
def published(release, publisher):
    Submit().take(release, release.creator)
    Approve().take(release, publisher)
    PublishAll().take(release, publisher)
    return release


def story(language):
    return StoryPage.objects.get(locale__language_code=language, partners__iso_code="XX")


def partner_page(language):
    return PartnerPage.objects.get(locale__language_code=language, partner__iso_code="XX")


def statuses_of_new_pages(visitor):
    pages = [page(language) for page in (story, partner_page) for language in LANGUAGES]
    return {visitor.get(page.get_url()).status_code for page in pages}


def preview_of(page, release, client):
    item = release.items.get(object_id=str(page.pk), content_type=page.content_type)
    return client.get(f"/admin/releases/items/{item.pk}/preview/")


def everything_there_is():
    rows = (Partner, PartnerPage, StoryPage, Release)
    return [model.objects.count() for model in rows], home_page().latest_revision_id


def public_addresses():
    for language in LANGUAGES:
        yield from (
            f"/{language}/{path}" for path in ("", "news/", "partners/", "search/?q=Coalition")
        )


def test_drafts_everything_in_one_release(release):
    contents = [(item.kind, item.language, item.title) for item in release.items.with_rows()]

    assert contents == [
        ("partner", "", "Exampleland"),
        ("partner page", "English", "Exampleland"),
        ("partner page", "French", "Exemplie"),
        ("partner page", "Arabic", "بلاد المثال"),
        ("story", "English", "Exampleland joins the Global Coalition"),
        ("story", "French", "Nouveau partenaire de la Coalition mondiale\u202f: Exemplie"),
        ("story", "Arabic", "شريك جديد في التحالف الدولي: بلاد المثال"),
        *(
            ("home page", name, home_page(code).title)
            for code, name in [("en", "English"), ("fr", "French"), ("ar", "Arabic")]
        ),
    ]


def test_counts_the_ordinal(release):
    assert Partner.objects.get(iso_code="XX").ordinal == 3


def test_the_stories_are_translations_of_each_other(release):
    assert len({story(language).translation_key for language in LANGUAGES}) == 1


def test_the_drafts_name_the_ordinal_they_will_have(release, admin_client):
    for language in LANGUAGES:
        draft = admin_client.get(f"/admin/pages/{story(language).pk}/view_draft/")

        assert ORDINAL_OF_THE_THIRD[language] in main_text(draft)


def test_the_partner_manager_previews_the_stories(release, client):
    for language in LANGUAGES:
        preview = preview_of(story(language), release, client)

        assert ORDINAL_OF_THE_THIRD[language] in main_text(preview)


def test_a_count_typed_in_a_draft_is_replaced_as_it_will_be(release, admin_client):
    draft = story("en")
    draft.teaser = "<p>We are 3 partners.</p>"
    draft.save_revision()
    editor = f"/admin/pages/{draft.pk}/edit/"
    offer = parsed(admin_client.get(editor)).select_one(".messages button")

    admin_client.post(offer["data-w-action-url-value"])

    fact = '<embed embedtype="fact" name="partners" form="counted"/>'
    assert story("en").get_latest_revision_as_object().teaser == f"<p>We are {fact}.</p>"


def test_the_preview_of_the_home_page_leads_with_the_story(release, client):
    preview = preview_of(home_page(), release, client)

    assert "Exampleland joins" in main_text(preview)


def test_the_editor_of_a_draft_shows_the_ordinal_it_will_have(release, admin_client):
    editor = admin_client.get(f"/admin/pages/{story('en').pk}/edit/")

    assert "welcomes its 3rd partner" in editor.content.decode()


def test_a_draft_outside_the_release_counts_as_readers_do(release, admin_client):
    other = build_story(
        title="Other",
        date=timezone.localdate(),
        live=False,
        teaser='<p>Of <embed embedtype="fact" name="partners"/>.</p>',
    )

    assert "Of 2." in main_text(admin_client.get(f"/admin/pages/{other.pk}/view_draft/"))


def test_nothing_is_public_before_the_press(release, publisher, visitor):
    Submit().take(release, release.creator)
    Approve().take(release, publisher)

    pages = " ".join(visitor.get(address).content.decode() for address in public_addresses())

    assert not any(name in pages for name in ("Exampleland", "Exemplie", "بلاد المثال"))
    assert Partner.objects.members().count() == 2
    assert statuses_of_new_pages(visitor) == {404}


def test_everything_agrees_after_it(published, visitor):
    assert Partner.objects.members().count() == 3
    for language in LANGUAGES:
        home = home_page(language)
        name = Partner.objects.get(iso_code="XX").name_in(language)
        shown = {
            story(language): ORDINAL_OF_THE_THIRD[language],
            partner_page(language): name,
            home.partners: name,
            home.news: ORDINAL_OF_THE_THIRD[language],
            home.about: "3.",
            home: ORDINAL_OF_THE_THIRD[language],
        }
        for page, words in shown.items():
            assert words in main_text(visitor.get(page.get_url())), page.get_url()
        assert home.front.lead == story(language)


def test_the_story_of_the_one_before_keeps_its_number(published, visitor):
    for language in LANGUAGES:
        assert "Partner 2" in main_text(visitor.get(f"/{language}/news/second/"))


def test_undo_restores_every_surface(site, form, publisher, visitor):
    before = {address: main_text(visitor.get(address)) for address in public_addresses()}
    form()
    release = Release.objects.get()
    Submit().take(release, release.creator)
    Approve().take(release, publisher)
    PublishAll().take(release, publisher)

    Undo().take(release, publisher)

    assert {address: main_text(visitor.get(address)) for address in public_addresses()} == before
    assert statuses_of_new_pages(visitor) == {404}
    assert Partner.objects.members().count() == 2


def test_the_lead_ends_by_itself(release):
    slot = home_page().get_latest_revision_as_object().slots.all()[0]

    assert slot.story == story("en")
    assert slot.owner == release.creator
    assert timezone.localdate(slot.ends_at) == timezone.localdate() + timedelta(days=15)


def test_leads_before_what_leads_now(site, form):
    home = home_page()
    in_a_week = timezone.now() + timedelta(days=7)
    home.slots = [HomeSlot(story=StoryPage.objects.child_of(home.news).get(), ends_at=in_a_week)]
    publish_page(home)

    form()

    draft = home_page().get_latest_revision_as_object()
    assert [slot.story.title for slot in draft.slots.all()] == [
        "Exampleland joins the Global Coalition",
        "Central African Republic",
    ]


def test_leaves_the_home_pages_alone_if_told_so(site, form):
    form(leads_until="")

    assert not home_page().has_unpublished_changes
    assert Release.objects.get().items.count() == 7


def test_the_release_carries_texts_to_post_elsewhere(release):
    assert "welcomes its 3rd partner: Exampleland." in release.note
    assert "son 3e partenaire\u202f: Exemplie." in release.note
    assert "بالشريك رقم 3: بلاد المثال." in release.note


def test_quotes_in_the_languages_that_have_a_quotation(site, form):
    words = {"quote": "We are glad.", "speaker": "A minister", "speaker_role": "of Exampleland"}
    form(**{f"en-{name}": text for name, text in words.items()})

    assert story("en").quote == "We are glad."
    assert [block.block_type for block in story("en").body] == ["text", "quote"]
    assert [block.block_type for block in story("fr").body] == ["text"]


def test_shows_the_picture_with_its_alt_texts(site, form):
    picture = build_picture().file
    with picture.open() as file:
        form(
            picture=file,
            picture_credit="A photographer",
            **{f"{language}-picture_alt": f"Hands, in {language}" for language in LANGUAGES},
        )

    assert story("fr").picture == story("en").picture
    assert story("fr").picture.credit == "A photographer"
    assert story("fr").picture_alt == "Hands, in fr"


def test_takes_cldrs_names_for_a_code_it_knows(site, form):
    form(iso_code="bf", **{f"{language}-name": "" for language in LANGUAGES})

    partner = Partner.objects.get(iso_code="BF")
    assert [partner.name_in(language) for language in LANGUAGES] == [
        "Burkina Faso",
        "Burkina Faso",
        "بوركينا فاسو",
    ]
    assert not partner.names.exists()


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"iso_code": "CF"}, "iso_code", "already"),
        ({"iso_code": "X1"}, "iso_code", "Two capital letters"),
        ({"iso_code": ""}, "iso_code", "ISO code"),
        ({"region": ""}, "region", "region"),
        ({"joined_latest": "2020-13-45"}, "joined_latest", "valid date"),
        ({"joined_latest": "2199-01-01"}, "joined_latest", "not come yet"),
        ({"joined_latest": "2020-06-01"}, "joined_latest", "before the earliest"),
        ({"leads_until": "2020-06-01"}, "leads_until", "over"),
        ({"source": ""}, "source", "required"),
        ({"website": "javascript:alert(1)"}, "website", "valid URL"),
    ],
)
def test_says_at_the_field_what_is_wrong_and_makes_nothing(site, form, change, field, words):
    before = everything_there_is()

    answer = form(**change)

    assert words in " ".join(answer.context["form"].errors[field])
    assert words in answer.content.decode()
    assert everything_there_is() == before


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"fr-name": ""}, "name", "required"),
        ({"fr-name": "République centrafricaine"}, "name", "already"),
        ({"fr-quote": "Nous voilà."}, "speaker", "whose words"),
    ],
)
def test_says_it_in_the_language_it_is_about(site, form, change, field, words):
    before = everything_there_is()

    answer = form(**change)

    _english, french, _arabic = answer.context["form"].words
    assert words in " ".join(french.errors[field])
    assert everything_there_is() == before


def test_asks_for_the_picture_again(site, form):
    with build_picture().file.open() as file:
        answer = form(picture=file, source="")

    assert "again" in " ".join(answer.context["form"].errors["picture"])


def test_does_not_publish_somebodys_unfinished_home_page(site, form):
    home = home_page("fr")
    home.teaser = "<p>Half a sent</p>"
    home.save_revision()

    answer = form()

    assert "(French)" in " ".join(answer.context["form"].errors["leads_until"])


def test_waits_for_the_release_that_leads_next(release, form):
    answer = form(iso_code="BF")

    assert "“Exampleland joins”" in " ".join(answer.context["form"].errors["leads_until"])


def test_joins_anew_after_an_undo(published, publisher, form):
    Undo().take(published, publisher)

    form(iso_code="BF", **{f"{language}-name": "" for language in LANGUAGES})

    assert Release.objects.filter(title="Burkina Faso joins").exists()


def test_an_ordinal_that_somebody_else_took_is_not_published(release, publisher):
    build_partner("TD", region="africa", joined=str(timezone.localdate()))
    Submit().take(release, release.creator)

    (objection,) = Approve().objections(release, publisher)

    assert "Exampleland is the 3rd partner" in objection
    assert "the 4th" in objection


def test_a_later_day_of_joining_is_not_published_under_an_earlier_story(release, publisher):
    partner = Partner.objects.get(iso_code="XX")
    StoryPage.objects.filter(pk=story("en").pk).update(date="2026-01-01")
    early = story("en")
    early.save_revision()
    assert early.date < partner.joined_latest
    Submit().take(release, release.creator)

    (objection,) = Approve().objections(release, publisher)

    assert "is dated 1 January 2026" in objection


def test_a_corrected_day_of_joining_goes_through(release, publisher):
    partner = Partner.objects.get(iso_code="XX")
    partner.joined_earliest = partner.joined_latest = partner.joined_latest - timedelta(days=1)
    partner.save_revision()
    Submit().take(release, release.creator)

    assert not Approve().objections(release, publisher)


def test_editors_do_not_announce(client):
    client.force_login(build_user(EDITOR))

    assert client.get(FORM).status_code in {302, 403}


def test_publishers_edit_the_words(client, publisher, site):
    client.force_login(publisher)
    template = AnnouncementTemplate.objects.get(locale__language_code="en")

    answer = client.get(f"/admin/snippets/desk/announcementtemplate/edit/{template.pk}/")

    assert answer.status_code == 200


def test_an_unknown_placeholder_is_refused(client, publisher, site):
    client.force_login(publisher)
    template = AnnouncementTemplate.objects.get(locale__language_code="en")
    template.title = "{country} joins"

    with pytest.raises(Exception, match=r"\{country\} stands for nothing"):
        template.full_clean()


def test_a_name_is_text_and_never_markup(site, form):
    form(**{"en-name": "Examples & <b>Co</b>"})

    assert "Examples &amp; &lt;b&gt;Co&lt;/b&gt;" in story("en").teaser
