"""Words of attackers stay words in a browser: no dialog, nothing that the policy had to stop."""

from urllib.parse import urlencode

import pytest

from tests.attacks import ALL_AT_ONCE, ATTACKS

QUESTIONS = [("/en/search/", "q"), ("/en/partners/", "q"), ("/en/cookies/", "receipt")]
STORY = "/admin/pages/search/?q=Baghouz"


@pytest.fixture
def reader(desk, trouble):
    def refuse(dialog):
        trouble.append(f"opened a dialog: {dialog.message}")
        dialog.dismiss()

    desk.on("dialog", refuse)
    return desk


def test_a_question_runs_nothing(reader):
    for address, name in QUESTIONS:
        for attack in ATTACKS:
            reader.goto(f"{address}?{urlencode({name: attack})}")


def test_a_title_runs_nothing_in_the_back_office_nor_on_its_page(reader, sign_in):
    sign_in(reader, "editor")
    reader.goto(STORY)
    reader.locator("main tbody .title a").first.click()
    editor = reader.url.partition("?")[0]

    reader.locator("#id_title").fill(ALL_AT_ONCE[:250])
    reader.get_by_role("button", name="Save draft").click()
    reader.get_by_text("has been updated").first.wait_for()

    for address in (
        editor,
        editor.replace("edit/", "history/"),
        editor.replace("edit/", "view_draft/"),
    ):
        assert reader.goto(address).status == 200, address
