"""What every test is held to: no log line of a warning or worse that it does not look for."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says nothing: a machine that others use too is slow at times.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which something was logged as a warning or an error."""
    yield
    logged = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in logged] == []
