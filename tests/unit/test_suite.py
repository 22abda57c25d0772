"""What the suite promises of itself."""

import socket
import warnings

import pytest

SOMEWHERE_ELSE = ("192.0.2.1", 80)  # An address kept for documentation: nobody has it.


def test_no_test_reaches_another_machine():
    with socket.socket() as line, pytest.raises(UserWarning, match=r"tried .*192\.0\.2\.1"):
        line.connect(SOMEWHERE_ELSE)


def test_a_warning_is_an_error():
    with pytest.raises(DeprecationWarning):
        warnings.warn("This will go away.", DeprecationWarning, stacklevel=1)
