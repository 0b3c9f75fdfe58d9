"""What all sources share: options, decoding, and the checks every document passes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import charset_normalizer

from dragoman.errors import DocumentError
from dragoman.schema import Document

LIMIT = 20_000_000  # bytes read of one file; longer is refused before it is decoded
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\x1f\x8b",
    b"BZh",
    b"\xd0\xcf\x11\xe0",
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Note = Callable[[str], None]


def _silent(_: str) -> None:
    """Take a note and do nothing with it."""


@dataclass(frozen=True)
class SourceOptions:
    """Metadata for documents that bring none, and how to read structured files.

    `fields` maps our names (text, title, published, publisher, url, id) to the file's. `note` is told what a
    person should know: a guessed encoding, characters replaced.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    note: Note = _silent


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `DocumentError` when it is missing, unreadable, empty or too large."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise DocumentError(
                str(path), f"is {size:,} bytes long; {LIMIT:,} are read. Split it into its stories."
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(str(path), "there is no such file") from None
    except OSError as error:
        raise DocumentError(str(path), f"cannot be read: {error.strerror}") from None
    if not data.strip(b"\x00 \t\r\n"):
        raise DocumentError(str(path), "is empty")
    return data


def decode(data: bytes, where: str, note: Note = _silent) -> str:
    """Bytes as text: by their byte order mark, as UTF-8, else by detection, which is noted.

    Line ends are kept, so that offsets hold in the file's own text. Raises `DocumentError` for binary data.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise DocumentError(where, f"begins as {encoding} but is not (byte {error.start})") from None
    if data.startswith(_MAGIC):
        raise DocumentError(where, "is a binary file. Give its text.")
    nulls = data.count(0)
    if nulls > len(data) // 20:
        raise DocumentError(where, "is a binary file. Give its text.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        guess = charset_normalizer.from_bytes(data).best()
        if guess is None:
            raise DocumentError(where, "is neither UTF-8 nor any encoding that could be detected") from None
        text = str(guess)
        note(f"{where}: read as {guess.encoding} (detected)")
    if nulls:
        note(f"{where}: {nulls} NUL characters are kept and read as blanks")
    control = sum(c < " " and c not in "\t\r\n\f\x00" for c in text)
    if control > len(text) // 20:
        raise DocumentError(where, "is a binary file. Give its text.")
    return text


def make_document(where: str, options: SourceOptions, **values: str | None) -> Document:
    """A document of these values and the options. Raises `DocumentError` when it has no text or a bad date."""
    text = values.get("text") or ""
    if not text.strip():
        raise DocumentError(where, "holds no text")
    published = values.get("published") or options.published
    if published is not None:
        found = _DATE.match(published)
        if found is None:
            raise DocumentError(where, f"the date {published!r} is not of the form 2015-12-15")
        published = found.group(0)
    return Document(
        id=values.get("id") or "",
        title=values.get("title"),
        text=text,
        published=published,
        publisher=values.get("publisher") or options.publisher,
        url=values.get("url") or options.url,
    )
