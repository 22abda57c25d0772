"""What systemd runs for us can do what it has to, and little else if somebody takes it over."""

from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = ["coalition@.service", "coalition-clock@.service"]
CONFINED = {
    "it is nobody else": {"User=coalition", "NoNewPrivileges=true", "CapabilityBoundingSet="},
    "it writes in its own folders": {
        "ProtectSystem=strict",
        "ReadWritePaths=/srv/media -/srv/pages -/srv/cache",
        "ProtectHome=true",
        "PrivateTmp=true",
    },
    "it sees its own part of the machine": {
        "PrivateDevices=true",
        "ProtectProc=invisible",
        "RestrictNamespaces=true",
        "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
    },
    "it alters nothing of the kernel": {
        "ProtectClock=true",
        "ProtectControlGroups=true",
        "ProtectHostname=true",
        "ProtectKernelLogs=true",
        "ProtectKernelModules=true",
        "ProtectKernelTunables=true",
    },
    "it asks the kernel for what services do": {
        "LockPersonality=true",
        "MemoryDenyWriteExecute=true",
        "RestrictRealtime=true",
        "RestrictSUIDSGID=true",
        "SystemCallArchitectures=native",
        "SystemCallFilter=@system-service",
        "SystemCallFilter=~@privileged @resources",
    },
}
LIMITED = {"LimitNOFILE", "MemoryMax", "TasksMax"}


def lines(unit):
    """Those of its service."""
    return set((DEPLOY / unit).read_text().partition("[Service]\n")[2].splitlines())


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("how", CONFINED)
def test_is_confined_so_that(unit, how):
    assert CONFINED[how] <= lines(unit)


@pytest.mark.parametrize("unit", UNITS)
def test_leaves_something_of_the_machine_for_others(unit):
    assert {line.partition("=")[0] for line in lines(unit)} >= LIMITED
