"""What all sources share: options, decoding, and the checks every document passes."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final, Generic, TypeVar

import charset_normalizer

from dragoman.errors import DocumentError
from dragoman.schema import Document
from dragoman.sources.days import day_of

# Bytes read of one file or of standard input. Nothing longer can be one document of a million characters, a
# page with its scripts included; JSON lines have no limit, for they are read one by one.
LIMIT: Final = 20_000_000
LONGEST: Final = 1_000_000  # characters of one document; the parser's own limit, some 500 pages
_SAMPLE = 1_000_000  # bytes from which an encoding is guessed
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"PK\x03\x04", "ZIP, DOCX or the like"),
    (b"\x7fELF", "program"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
)
_BLANK = b"\x00 \t\r\n\f\v"
_CONTROL = bytes(set(range(1, 32)) - set(b"\t\r\n\f"))
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Bytes of Windows-1252 that English news holds beside ASCII: typographic quotes, dashes, dots, the euro sign,
# the blank that does not break, and the accented letters of names.
_WESTERN = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xb0") | frozenset(
    range(0xC0, 0x100)
) - {0xD7, 0xF7}
# The same of Mac Roman. Its quotation marks are capital letters in Windows-1252, which stand alone in no text.
_MAC_QUOTES = frozenset(b"\xd0\xd1\xd2\xd3\xd4\xd5")
_MAC = _MAC_QUOTES | frozenset(range(0x80, 0xA0)) | frozenset(b"\xc9\xca\xcb\xcc\xcd\xe5\xe7\xea\xee\xf2")
# UTF-8 that was read as Windows-1252 on its way here: `Russiaâ€™s` for `Russia’s`, `MÃ¡laga` for `Málaga`.
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
Note = Callable[[str], None]
T = TypeVar("T")


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
    _noted: set[str] = field(default_factory=set, repr=False, compare=False)

    def note_first(self, what: str, text: str) -> None:
        """Note something the first time only that it is met."""
        if what not in self._noted:
            self._noted.add(what)
            self.note(f"{text} (later ones too, without a word)")


class Names(Generic[T]):
    """Where the documents under way came from (or more of each), by their id; several may share one."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[T]] = {}

    def add(self, id_: str, where: T) -> None:
        """A document goes in."""
        self._waiting.setdefault(id_, deque()).append(where)

    def take(self, id_: str) -> T:
        """A document came out, read or not: the place of the first that went in under its id."""
        queue = self._waiting[id_]
        where = queue.popleft()
        if not queue:
            del self._waiting[id_]
        return where


class Distinct:
    """Ids of documents: of texts that differ, each has its own; a text that is given again keeps what it has.

    Collections are joined, and numbers begin anew in each part.
    """

    def __init__(self, note: Callable[[str, str], None]) -> None:
        self._note = note
        self._first: dict[int, int] = {}  # digests of ids, and of the first text of each

    def own(self, where: str, document: Document) -> Document:
        """The document under an id that no other text has: the first keeps its own, others add a digest of their text."""
        if document.id == document.sha256[:16]:
            return document
        key = int.from_bytes(
            hashlib.blake2b(document.id.encode("utf-8", "replace"), digest_size=8).digest(), "big"
        )
        text = int(document.sha256[:16], 16)
        if self._first.setdefault(key, text) == text:
            return document
        own = told_apart(document)
        self._note("id", f"{where}: another text has the id {document.id!r} too, so this one gets {own!r}")
        return document.model_copy(update={"id": own})


def told_apart(document: Document) -> str:
    """The id of a document where another text has its own."""
    return f"{document.id}-{document.sha256[:8]}"


def is_day(text: str) -> bool:
    """Whether a text is a day that exists, written as 2015-12-15."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_blank(text: str) -> bool:
    """Whether a text holds nothing but white space, NULs and byte order marks."""
    return not text.replace("\x00", " ").replace("\ufeff", " ").strip()


def unreadable(where: str, error: OSError) -> DocumentError:
    """The error for a path that the system would not open."""
    if isinstance(error, FileNotFoundError):
        return DocumentError("D101", where)
    return DocumentError("D102", where, reason=(error.strerror or str(error)).lower())


def read_stream(stream: BinaryIO, where: str, begun: bytes = b"") -> bytes:
    """The bytes of a stream (of which some have been read), never more than the limit.

    Raises `DocumentError` when it is empty, too long or cannot be read.
    """
    try:
        data = begun + stream.read(LIMIT + 1)
    except OSError as error:
        raise unreadable(where, error) from None
    if len(data) > LIMIT:
        raise DocumentError("D105", where, limit=LIMIT)
    if not data.strip(_BLANK):
        raise DocumentError("D103", where)
    return data


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `DocumentError` when it is missing, unreadable, empty or too large."""
    try:
        with path.open("rb") as stream:
            if path.is_file() and path.stat().st_size > LIMIT:
                raise DocumentError("D105", str(path), limit=LIMIT)
            return read_stream(stream, str(path))
    except OSError as error:
        raise unreadable(str(path), error) from None


def bom_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `data` tells."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def guess_encoding(data: bytes, where: str) -> str:
    """The encoding of bytes that are not UTF-8. Raises `DocumentError` when none fits.

    Detection by statistics needs more non-ASCII bytes than an English text holds: a few quotation marks and
    accents come out as Mac Roman, Big5 or Windows-1250. So Windows-1252 is taken first where all such bytes
    are those of Western news and they are rare (here under one in ten).
    """
    sample = data[:_SAMPLE]
    high = [byte for byte in sample if byte >= 0x80]
    if high and len(high) * 10 < len(sample) and _WESTERN.issuperset(high):
        return "mac-roman" if _MAC_QUOTES.issuperset(high) and len(set(high)) > 1 else "cp1252"
    if high and len(high) * 10 < len(sample) and _MAC.issuperset(high):
        return "mac-roman"
    found = charset_normalizer.from_bytes(sample).best()
    if found is None:
        raise DocumentError("D108", where)
    return found.encoding


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: English has a NUL in every other byte."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half >= 4 and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode(data: bytes, where: str, note: Note = _silent) -> str:
    """Bytes as text: by their byte order mark, as UTF-8, else by detection, which is noted.

    Line ends are kept, so that offsets hold in the file's own text. Raises `DocumentError` for binary data.
    """
    encoding = bom_encoding(data)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise DocumentError("D107", where, encoding=encoding.upper(), byte=error.start) from None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise DocumentError("D104", where, kind=kind)
    nulls = data.count(0)
    control = len(data) - len(data.translate(None, _CONTROL))
    if nulls > len(data) // 20:
        wide = _wide_encoding(data)
        if wide is None:
            raise DocumentError("D104", where, kind=f"{nulls:,} NUL bytes")
        nulls, text = 0, data.decode(wide, "replace")
        note(f"{where}: read as {wide} (detected)")
    elif control > len(data) // 20:
        raise DocumentError("D104", where, kind=f"{control:,} control characters")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            guess = guess_encoding(data, where)
            try:
                text = data.decode(guess)
            except UnicodeDecodeError:
                text = data.decode(guess, "replace")
                note(f"{where}: bytes that are not {guess} are replaced by U+FFFD")
            note(f"{where}: read as {guess} (detected)")
    if nulls:
        note(f"{where}: {nulls} NUL characters are kept and read as blanks")
    return text


def _decoded_once(text: str) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415  (few texts need it)

    return fix_encoding(text)


def make_document(where: str, options: SourceOptions, **values: str | None) -> Document:
    """A document of these values and the options.

    Raises `DocumentError` when it has no text, too long a text, or a date that is no day.
    """
    text = values.get("text") or ""
    if is_blank(text):
        raise DocumentError("D103", where)
    if len(text) > LONGEST:
        raise DocumentError("D106", where, length=len(text), limit=LONGEST)
    if _SURROGATE.search(text):
        text, count = _SURROGATE.subn("\ufffd", text)
        options.note(f"{where}: {count} halves of characters are replaced by U+FFFD")
    title = values.get("title")
    if _TWICE.search(text) and (meant := _decoded_once(text)) != text:
        text, title = meant, title and _decoded_once(title)
        options.note_first(
            "twice",
            f"{where}: holds text that was decoded wrongly before (â€™ for ’), and is read as it was meant",
        )
    published = values.get("published") or options.published
    if published is not None:
        day = day_of(published)
        if day is None:
            raise DocumentError("D114", where, value=published)
        published = day
    return Document(
        id=values.get("id") or "",
        title=title,
        text=text,
        published=published,
        publisher=values.get("publisher") or options.publisher,
        url=values.get("url") or options.url,
    )
