"""What `dragoman.actors` offers."""

from __future__ import annotations

import pytest

import dragoman.actors


def test_every_public_name_is_there() -> None:
    assert sorted(dragoman.actors._HOME) == sorted(dragoman.actors.__all__)
    for name in dragoman.actors.__all__:
        assert getattr(dragoman.actors, name).__name__ == name


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = dragoman.actors.nothing_of_the_kind
