"""What the suite promises of itself."""

import socket
import subprocess
import warnings
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

SOMEWHERE_ELSE = ("192.0.2.1", 80)  # An address kept for documentation: nobody has it.


def test_no_test_reaches_another_machine():
    with socket.socket() as line, pytest.raises(UserWarning, match=r"tried .*192\.0\.2\.1"):
        line.connect(SOMEWHERE_ELSE)


def test_every_script_is_read_before_anything_runs():
    read_by_ci = (PROJECT / ".ci" / "run").read_text()
    told = read_by_ci.replace("bash -n", "echo").replace("make test", "")
    folders = [PROJECT / name for name in (".ci", "deploy", "tests", "tests/switching")]
    scripts = {
        str(file.relative_to(PROJECT))
        for folder in folders
        for file in folder.iterdir()
        if file.is_file() and file.read_bytes().startswith(b"#!/usr/bin/env bash\n")
    }

    named = subprocess.run(
        ["bash", "-c", told, ".ci/run"], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    # That one is read by others, and begins with what it is for.
    assert set(named.stdout.split()) == {*scripts, "deploy/hide-password"}


def test_a_warning_is_an_error():
    with pytest.raises(DeprecationWarning):
        warnings.warn("This will go away.", DeprecationWarning, stacklevel=1)
