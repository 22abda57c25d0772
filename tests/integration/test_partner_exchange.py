"""The register in and out of files, by command and in the admin."""

import csv
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from coalition.demo.builders import build_partner, build_user, publish_row
from coalition.demo.content import CONTENT
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER, Role
from partners.exchange.check import checked
from partners.exchange.plan import plan
from partners.exchange.read import read_table
from partners.exchange.register import registered
from partners.models import Partner
from partners.vocabulary import Kind, Status

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/partners/import/"
LIST = "/admin/snippets/partners/partner/"
HEADER = "name_en,iso2,kind,region,joined_earliest,joined_latest,live\n"
FRANCE = "France,FR,state,Europe,2014-09-10,2014-09-19,yes\n"


@pytest.fixture
def file(tmp_path):
    def write(text, name="partners.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def manager():
    client = Client()
    client.force_login(build_user(PARTNER_MANAGER))
    return client


def bring_in(path, **options):
    out = StringIO()
    call_command("import_partners", path, stdout=out, stderr=out, **options)
    return out.getvalue()


def refused(path, **options):
    out = StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("import_partners", path, stdout=out, stderr=out, **options)
    return f"{out.getvalue()}{refusal.value}"


def upload(client, text):
    """The address of the preview, or the page that says why there is none."""
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile("partners.csv", text.encode())})
    return answer.headers.get("Location") or answer.content.decode()


def confirm(client, preview):
    fingerprint = client.get(preview).context["plan"].fingerprint
    return client.post(preview, {"plan": fingerprint}, follow=True)


def steps_of(content):
    lines, problems = checked(read_table(BytesIO(content)))
    assert not problems
    return plan(lines, registered(), may_publish=True).steps


def test_the_published_register_counts_what_was_announced_on_each_day(visitor, file):
    source = (CONTENT / "partners.csv").read_text(encoding="utf-8")
    rows = [{**row, "live": "yes"} for row in csv.DictReader(StringIO(source))]
    text = StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)

    bring_in(file(text.getvalue()))

    announced = {"2016-11-30": 68, "2018-02-28": 75, "2019-02-06": 79, "2020-05-31": 82}
    assert announced == {
        day: visitor.get("/api/partners.json", {"as_of": day}).json()["count"] for day in announced
    }
    assert "left alone 86" in bring_in(CONTENT / "partners.csv")


def test_what_is_new_is_a_draft_unless_the_file_publishes_it(file):
    bring_in(file(HEADER + FRANCE + "Italy,IT,state,Europe,2014-09-10,2014-09-10,\n"))

    assert {partner.iso_code: partner.live for partner in Partner.objects.all()} == {
        "FR": True,
        "IT": False,
    }


def test_a_newcomer_gets_its_id_and_only_the_names_that_cldr_does_not_give(file):
    bring_in(file("name_en,name_fr," + HEADER[8:] + "Korea,Corée du Sud,KR" + FRANCE[9:]))

    (partner,) = Partner.objects.all()
    assert partner.public_id == "kr"
    assert [(name.language_code, name.name) for name in partner.names.all()] == [("en", "Korea")]


def test_a_published_partner_is_published_as_changed(visitor, file):
    build_partner("IQ")

    said = bring_in(file("iso2,ordinal,status,status_from\nIQ,7,suspended,2019-01-10\n"))

    (told,) = visitor.get("/api/partners.json").json()["partners"]
    assert (told["ordinal"], told["status"]) == (7, "suspended")
    assert "ordinal: – → 7" in said


def test_a_draft_stays_a_draft(file):
    build_partner("IQ", live=False)

    bring_in(file("iso2,ordinal\nIQ,7\n"))

    partner = Partner.objects.get()
    assert (partner.ordinal, partner.live) == (7, False)
    assert partner.get_latest_revision_as_object().ordinal == 7


def test_a_line_can_take_a_partner_off_the_site(file):
    build_partner("IQ")

    bring_in(file("iso2,ordinal,live\nIQ,7,no\n"))

    partner = Partner.objects.get()
    assert (partner.ordinal, partner.live) == (7, False)
    assert "left alone 1" in bring_in(file("iso2,ordinal,live\nIQ,7,no\n"))


def test_importing_again_changes_nothing(file):
    path = file(HEADER + FRANCE)
    bring_in(path)
    revisions = Partner.objects.get().revisions.count()

    assert "left alone 1" in bring_in(path)
    assert Partner.objects.get().revisions.count() == revisions


def test_a_dry_run_says_the_same_and_does_nothing(file):
    path = file(HEADER + FRANCE)

    said = bring_in(path, dry_run=True)

    assert not Partner.objects.exists()
    assert said.splitlines()[0] == bring_in(path).splitlines()[0] == "+ France (line 2)"


@pytest.mark.parametrize("dry_run", [True, False])
def test_one_error_and_nothing_is_changed(file, dry_run):
    text = HEADER + FRANCE + "Iraq,IQ,state,Asia,2014-09-31,2014-09-10,\n"

    said = refused(file(text), dry_run=dry_run)

    assert "Line 3: region: “Asia” is none of these" in said
    assert "Line 3: joined_earliest: “2014-09-31” is no day" in said
    assert "Nothing was changed. Errors: 2." in said
    assert not Partner.objects.exists()


def test_what_the_register_itself_refuses_takes_everything_back(file, monkeypatch):
    monkeypatch.setattr("partners.exchange.whole.is_territory", lambda code: True)
    build_partner("FR", live=False)
    monkeypatch.setattr("partners.exchange.finder.Finder.find", lambda self, values: None)
    monkeypatch.setattr("partners.exchange.finder.Finder.contradictions", lambda *given: [])

    said = refused(file(HEADER + FRANCE.replace("France,FR", "Italy,IT") + FRANCE))

    assert "Line 3: The register has a partner of this code already." in said
    assert Partner.objects.count() == 1


def test_says_which_file_is_not_there(tmp_path):
    assert "No such file" in refused(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("name", ["partners.csv", "partners.xlsx"])
def test_what_is_exported_can_be_imported_and_changes_nothing(tmp_path, name):
    build_partner("IQ", ordinal=3, website="https://example.org/", source="=1 (confidence: low)")
    build_partner(
        "FR",
        live=False,
        status_changes=[
            {"status": Status.SUSPENDED, "from_date": "2017-01-01"},
            {"status": Status.WITHDRAWN, "from_date": "2019-01-10"},
        ],
    )
    build_partner("", kind=Kind.ORGANISATION, region="", names={"en": "INTERPOL", "fr": "-"})

    call_command("export_partners", tmp_path / name, stderr=StringIO())

    assert "new 0, changed 0, left alone 3" in bring_in(tmp_path / name)


def test_an_export_without_a_file_goes_to_the_terminal(capsys):
    build_partner("IQ")

    call_command("export_partners")

    assert "\niq,Iraq,Irak,العراق,IQ,state" in capsys.readouterr().out


def test_a_manager_sees_what_would_change_and_then_does_it(manager):
    build_partner("IQ")
    preview = upload(
        manager,
        "iso2,ordinal,name_en,region,joined_earliest,joined_latest\n"
        "IQ,7,Iraq,middle-east,2014-09-10,2014-09-10\n"
        "FR,8,France,europe,2014-09-10,2014-09-10\n",
    )

    page = manager.get(preview).content.decode()
    assert "New: 1. Changed: 1. Left alone: 0." in page
    assert Partner.objects.count() == 1

    done = confirm(manager, preview).content.decode()
    assert "New partners: 1. Changed: 1." in done
    assert Partner.objects.get(iso_code="IQ").ordinal == 7
    assert not Partner.objects.get(iso_code="FR").live


def test_the_history_says_who_imported(manager):
    build_partner("IQ")

    confirm(manager, upload(manager, "iso2,ordinal\nIQ,7\n"))

    entries = ModelLogEntry.objects.filter(user__username="somebody")
    assert set(entries.values_list("action", flat=True)) == {"partners.import", "wagtail.publish"}
    partner = Partner.objects.get()
    history = f"/admin/snippets/partners/partner/history/{partner.pk}/"
    assert "Imported from a file" in manager.get(history).content.decode()


def test_errors_are_shown_by_line_and_cannot_be_confirmed(manager):
    preview = upload(manager, "iso2,region\nIQ,atlantis\n=1,europe\n")

    page = manager.get(preview).content.decode()
    answer = manager.post(preview, {"plan": ""})

    assert "2 errors" in page
    assert "“atlantis” is none of these" in page
    assert "Import all of this" not in page
    assert answer.status_code == 200
    assert not Partner.objects.exists()


def test_a_file_that_cannot_be_read_is_refused_at_once(manager):
    assert "It should begin with" in upload(manager, "a|b\n1|2\n")


def test_a_register_that_changed_meanwhile_is_looked_at_again(manager):
    partner = build_partner("IQ")
    preview = upload(manager, "iso2,ordinal\nIQ,7\n")
    seen = manager.get(preview).context["plan"].fingerprint
    partner.ordinal = 6
    publish_row(partner)

    answer = manager.post(preview, {"plan": seen})

    assert "Nothing was changed" in answer.content.decode()
    assert Partner.objects.get().ordinal == 6


def test_nobody_else_can_confirm_what_somebody_uploaded(manager):
    preview = upload(manager, HEADER + FRANCE)
    other = Client()
    other.force_login(build_user(PARTNER_MANAGER, username="other"))

    answer = other.get(preview, follow=True)

    assert "choose it again" in answer.content.decode()


def test_a_file_is_forgotten_once_it_is_imported(manager):
    preview = upload(manager, HEADER + FRANCE)
    confirm(manager, preview)

    assert manager.get(preview).headers["Location"] == UPLOAD


def test_who_may_not_publish_imports_drafts(monkeypatch):
    writer = Role(name="Writers", models={"partners.partner": ("view", "add", "change")})
    monkeypatch.setattr("coalition.staff.groups.ROLES", (writer,))
    client = Client()
    client.force_login(build_user(writer))
    build_partner("IQ")

    confirm(client, upload(client, "iso2,ordinal,live\nIQ,7,yes\n"))
    confirm(client, upload(client, HEADER + FRANCE))

    iraq, france = Partner.objects.order_by("-iso_code")
    assert (iraq.ordinal, iraq.has_unpublished_changes) == (None, True)
    assert iraq.get_latest_revision_as_object().ordinal == 7
    assert not france.live


@pytest.mark.parametrize("role", [EDITOR, PUBLISHER], ids=lambda role: role.name)
@pytest.mark.parametrize(
    "address",
    [UPLOAD, f"{UPLOAD}token/"],
)
def test_only_those_who_keep_the_register_come_here(role, address):
    client = Client()
    client.force_login(build_user(role))

    assert client.get(address).headers["Location"] == "/admin/"


@pytest.mark.parametrize("address", [UPLOAD, f"{LIST}?export=csv"])
def test_nobody_comes_here_without_signing_in(visitor, address):
    assert visitor.get(address).headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_a_manager_downloads_the_register_to_work_on_it(manager, extension):
    build_partner("IQ", live=False)

    answer = manager.get(LIST, {"export": extension})

    assert steps_of(answer.content) == []
    assert "no-store" in answer["Cache-Control"]
    assert f".{extension}" in answer["Content-Disposition"]


def test_the_list_of_partners_leads_to_the_import(manager):
    assert f'href="{UPLOAD}"' in manager.get(LIST).content.decode()
