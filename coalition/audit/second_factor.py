"""Hears of second factors, which is in allauth's code."""

from functools import partial

from allauth.mfa import signals

from coalition.audit.record import Thing, record

ACTS = {
    signals.authenticator_added: "second-factor-added",
    signals.authenticator_removed: "second-factor-removed",
    signals.authenticator_reset: "second-factor-renewed",
    signals.authentication_failed: "second-factor-failed",
}


def listen():
    for signal, act in ACTS.items():
        signal.connect(partial(note, act), weak=False)


def note(act, sender, user, authenticator=None, **kwargs):
    means = authenticator.type if authenticator else ""
    record(act, user=user, about=Thing.of(user), means=means)
