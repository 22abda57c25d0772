"""Whether programs can trust the OpenAPI document: they understand it, and all it says is true.

`tests/set_up_machine` brings the two programs that ask.
"""

import subprocess

import pytest

from tests.browser.served_site import PROJECT

TOOLS = PROJECT / ".tools" / "bin"
OPTIONS = [
    "--seed=1",
    "--max-examples=8",
    "--workers=2",
    "--request-timeout=120",
    # A busy machine is no fault of the site.
    "--suppress-health-check=too_slow",
]


@pytest.fixture
def run(tmp_path):
    """Run a tool where it may leave files, and give its status and words."""

    def in_folder(name, *arguments):
        command = [TOOLS / name, *arguments]
        answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return answer.returncode, answer.stdout

    return in_folder


def test_is_an_openapi_document(desk, tmp_path, run):
    file = tmp_path / "openapi.json"
    file.write_text(desk.request.get("/api/openapi.json").text())

    status, said = run("openapi-spec-validator", file)

    assert status == 0, said


def test_every_answer_is_as_the_document_says(base_url, run):
    status, said = run("schemathesis", "run", f"{base_url}/api/openapi.json", *OPTIONS)

    assert status == 0, said
