"""Entries of XML logs, one at a time, read safely: nothing is expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from dragoman.errors import DocumentError
from dragoman.sources.common import unreadable
from dragoman.sources.contacts.common import ContactEntry, Note, squeeze

# The publisher of both logs, and who typed an entry and when: nothing that a reader of the log sees.
PUBLISHER = "Office of the Historian, United States Department of State"
_TYPED_BY = frozenset({"created-by", "created-datetime", "last-modified-by", "last-modified-datetime"})


class Field(NamedTuple):
    """What a field of an entry holds: its text, and its `id` attribute where it has one."""

    text: str
    id: str | None


class Record(NamedTuple):
    """One entry: its place in the file, its attributes and its fields that are not empty."""

    where: str
    attributes: dict[str, str]
    fields: dict[str, Field]

    def need(self, name: str) -> Field:
        """A field that every entry must have. Raises `DocumentError` when it is missing or empty."""
        found = self.fields.get(name)
        if found is None:
            raise DocumentError("D132", self.where, name=name, have=", ".join(self.fields) or "nothing")
        return found

    def get(self, name: str) -> str:
        """The text of a field that may be missing, empty then."""
        found = self.fields.get(name)
        return found.text if found is not None else ""


def entries(
    path: Path,
    tag: str,
    fields: frozenset[str],
    entry: Callable[[Record], ContactEntry],
    *,
    log: str,
    note: Note,
) -> Iterator[ContactEntry | DocumentError]:
    """What `entry` makes of each element `tag` of a log of the Office of the Historian; see `records`."""
    for record in records(path, tag, fields | _TYPED_BY, log=log, note=note):
        if isinstance(record, DocumentError):
            yield record
            continue
        try:
            yield entry(record)
        except DocumentError as error:
            yield error


def records(
    path: Path, tag: str, known: frozenset[str], *, log: str, note: Note
) -> Iterator[Record | DocumentError]:
    """The elements `tag` of an XML file in order; a faulty one is yielded as its error and the rest goes on.

    `known` are the fields that an entry may have; others go to `note`, each once. A file that is broken off
    gives the entries before the break, then its error.
    """
    strange: set[str] = set()
    found = False
    try:
        with path.open("rb") as stream:
            # Entities are left as they are, and an entry that holds one is refused: a log has no need of them.
            parsed = etree.iterparse(stream, tag=tag, resolve_entities=False, no_network=True, load_dtd=False)
            for _, element in parsed:
                found = True
                where = f"{path}:{element.sourceline}"
                for name in sorted({c.tag for c in element if isinstance(c.tag, str)} - known - strange):
                    strange.add(name)
                    note(f"{where}: the field {name!r} is not known and not read")
                yield _record(element, where, known)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except OSError as error:
        yield unreadable(str(path), error)
        return
    except etree.XMLSyntaxError as error:
        if not found and path.stat().st_size == 0:
            yield DocumentError("D103", str(path))
        else:
            yield DocumentError("D130", f"{path}:{error.lineno}", problem=str(error.msg))
        return
    if not found:
        yield DocumentError("D131", str(path), tag=tag, log=log)


def _record(element: etree._Element, where: str, known: frozenset[str]) -> Record | DocumentError:
    fields: dict[str, Field] = {}
    for child in element:
        if child.tag is etree.Comment or child.tag is etree.ProcessingInstruction:
            continue
        if not isinstance(child.tag, str):
            return DocumentError("D134", where, name=element.tag)
        if child.tag not in known:
            continue
        if any(c.tag is not etree.Comment for c in child):
            return DocumentError("D134", where, name=child.tag)
        text = squeeze("".join(child.itertext(with_tail=True) if len(child) else [child.text or ""]))
        if text:
            fields[child.tag] = Field(text, child.get("id"))
    return Record(where, dict(element.attrib), fields)
