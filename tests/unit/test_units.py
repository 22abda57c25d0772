"""What systemd runs for us can do what it has to, and little else if somebody takes it over."""

from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVING = ["coalition@.service", "coalition-clock@.service"]
RELEASE = "coalition-release@.service"
UNITS = [*SERVING, RELEASE]
SERVES = {"User=coalition", "ReadWritePaths=/srv/media -/srv/pages -/srv/cache"}
OWNS = {
    "User=coalition-owner",
    "DynamicUser=true",
    "EnvironmentFile=/etc/coalition-owner.env",
}
CONFINED = {
    "it is nobody else": {"NoNewPrivileges=true", "CapabilityBoundingSet="},
    "it writes in its own folders": {"ProtectSystem=strict", "ProtectHome=true", "PrivateTmp=true"},
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


@pytest.mark.parametrize("unit", SERVING)
def test_who_serves_is_not_who_owns_the_tables(unit):
    assert lines(unit) >= SERVES
    assert not lines(unit) & OWNS


def test_who_owns_the_tables_runs_nothing_that_those_who_serve_have_kept():
    commands = [line for line in lines(RELEASE) if line.startswith("ExecStart=")]

    assert lines(RELEASE) >= OWNS
    assert not any(line.startswith("ReadWritePaths=") for line in lines(RELEASE))
    assert all(" CACHE_URL=locmemcache:// PAGE_STORE=/tmp/" in line for line in commands)


@pytest.mark.parametrize("unit", UNITS)
def test_leaves_something_of_the_machine_for_others(unit):
    assert {line.partition("=")[0] for line in lines(unit)} >= LIMITED
