"""One reader for the whole run: loading it is what costs."""

from __future__ import annotations

import pytest

from dragoman import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
