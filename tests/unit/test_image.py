"""What is copied into the image of the site, for whoever pulls it to read."""

from pathlib import Path

from django.conf import settings


def lines_of(name):
    return Path(settings.BASE_DIR, name).read_text().split()


def test_no_secret_of_a_machine_is_in_it():
    kept_here = {line.strip("/") for line in lines_of(".gitignore") if line.startswith("/deploy/")}

    assert kept_here
    assert kept_here <= set(lines_of("deploy/Containerfile.dockerignore"))
