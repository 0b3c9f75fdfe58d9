"""What all pages share: head, colours for light and dark, header, a link past what comes first. No script, no request."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources
from string import Template

_FRAGMENT = "<!-- fragment -->\n"


@cache
def _file(name: str) -> str:
    return (resources.files("dragoman.cli") / name).read_text(encoding="utf-8")


def framed(
    title: str, about: str, main: str, *, sheet: str, skip: tuple[str, str], scope: str = "", style: str = ""
) -> str:
    """A page, in itself complete. `about` and `main` are HTML, `sheet` is the file of its own styles.

    `skip` is the id that the first link of the page leads to, and what the link says; `scope` a class of the page, and
    `style` further rules.
    """
    return Template(_file("frame.html")).substitute(
        title=escape(title),
        about=about,
        main=main,
        target=skip[0],
        skip=escape(skip[1]),
        scope=f" {scope}" if scope else "",
        style=_file("frame.css") + _file(sheet) + style,
    )


def fragment_of(page: str) -> str:
    """The part of a page that a notebook takes: its styles and ids reach nothing outside it."""
    return page.split(_FRAGMENT)[1]
