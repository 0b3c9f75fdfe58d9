"""`dragoman brief`: what a person needs before a meeting, as a page, as Markdown, as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from rich.console import Console

from dragoman.actors.naming import named
from dragoman.brief.briefing import Brief, Cited, Claim, Kept, Task, make_brief
from dragoman.brief.evidence import Source
from dragoman.brief.people import Office, Official
from dragoman.brief.recorded import Happening
from dragoman.cli import comparing
from dragoman.cli import reading as reads
from dragoman.cli.frame import framed
from dragoman.cli.sheets import Cell, Part, Section, Sheet, many, markdown, show, web_address
from dragoman.cli.sheets_page import Link, sections_html
from dragoman.cli.terminal import people, when
from dragoman.errors import RunError
from dragoman.record.migration import open_record
from dragoman.schema import Participant, Time
from dragoman.sources import is_day

_STATUS = {"actual": "", "future": "announced", "cancelled": "cancelled"}
_WAS = {"actual": "done", "future": "planned", "cancelled": "cancelled"}


@dataclass(frozen=True)
class Output:
    """How a brief or a dossier is to be written."""

    json: bool
    markdown: bool
    page: bool
    html: str | None


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman brief`."""

    a: str
    b: str
    record: str
    on: str | None
    issue: str | None
    output: Output
    actors: Sequence[Path | str] = ()


def run(request: Request) -> int:
    """Prepare the brief and write it."""
    check_day(request.on)
    record = open_record(request.record, tell=Console(stderr=True))
    made = make_brief(record, request.a, request.b, on=request.on, issue=request.issue, actors=request.actors)
    write(sheet(made), made.to_json(), made.sources, request.output)
    return 0


def check_day(on: str | None) -> None:
    """Raise `RunError` D220 for what is no day."""
    if on is not None and not is_day(on):
        raise RunError("D220", value=on)


def write(told: Sheet, json: str, sources: Sequence[Cited], output: Output) -> None:
    """Write a sheet as it is asked for: a page for people on a terminal, JSON when piped."""
    if output.html is not None:
        reads.write_file(Path(output.html), render(told, sources))
    elif output.markdown:
        print(markdown(told))
    elif output.json or not (output.page or sys.stdout.isatty()):
        print(json)
    else:
        show(told, Console())


def render(told: Sheet, sources: Sequence[Cited]) -> str:
    """The page: what is quoted is linked to its document, on the web or in the list at the end."""
    listed = {s.id: f"source-{n}" for n, s in enumerate(sources, 1)}
    link: Link = lambda source: web_address(source.url) or f"#{listed[source.id]}"  # noqa: E731
    lines = "".join(f'<li id="{listed[s.id]}">{_source_html(s)}</li>' for s in sources)
    texts = f'<ol class="sources">{lines}</ol>' if lines else '<p class="empty">Nothing is quoted.</p>'
    return framed(
        told.title,
        f"<p>{escape(told.about)}</p>",
        sections_html(told, link)
        + f'<section aria-labelledby="sources"><h2 id="sources">Sources</h2>{texts}</section>',
        sheet="sheets.css",
        skip=("sources", "Skip to the sources"),
    )


def _source_html(s: Cited) -> str:
    title = escape(" ".join((s.title or s.id).split()))
    url = web_address(s.url)
    name = f'<a href="{escape(url, quote=True)}" rel="noreferrer">{title}</a>' if url else title
    return " · ".join([name, *(escape(x) for x in (s.published, s.publisher, s.id) if x)])


# The sheet ---------------------------------------------------------------------------------------------------


def sheet(brief: Brief) -> Sheet:
    """The brief as a sheet."""
    a, b = named(brief.a).text, named(brief.b).text
    both = f"{a} and {b}"
    c = brief.contacts
    wanted = brief.issues
    issues = [
        replace(s, title=f"Issues: {s.title[0].lower()}{s.title[1:]}") for s in comparing.sections(wanted)
    ]
    left = f" {many(brief.issues_left, 'further issue')} left out." if brief.issues_left else ""
    sections = [
        happenings(
            "last",
            "Last contacts",
            c.last,
            note=_contacts_note(brief),
            empty=f"No contact between {both} was read.",
        ),
        happenings("next", "Next contacts", c.next, empty="No planned contact was read."),
    ]
    if c.unconfirmed:
        sections.append(
            happenings("unconfirmed", "Planned, with no report that they were held", c.unconfirmed, empty="")
        )
    if c.cancelled:
        sections.append(happenings("cancelled", "Cancelled", c.cancelled, empty=""))
    sections += issues or [_empty("issues", "What each side wants", comparing.summary(wanted))]
    sections += [
        _agreements(brief.agreements, f"No agreement between {both} was read."),
        happenings(
            "disputes", "Disputes of the last year", brief.disputes,
            empty=f"No accusation, threat, rejection or sanction between {both} was read.",
        ),
        _tasks(brief.tasks),
        _people("people-a", f"Who speaks for {a}", brief.people_a, f"No person of {a} was read."),
        _people("people-b", f"Who speaks for {b}", brief.people_b, f"No person of {b} was read."),
        _claims(brief.claims),
    ]  # fmt: skip
    return Sheet(f"{brief.a.name} and {brief.b.name}", _about(brief, left), tuple(sections))


def _about(brief: Brief, left: str) -> str:
    day = "as of the record's last day" if brief.on_basis == "record" else "as of the day"
    told = f"{day}, {brief.on}" if brief.on is not None else "undated"
    return f"Brief {told}, from {read_from(brief.documents, brief.undated)}. {comparing.summary(brief.issues)}{left}"


def _contacts_note(brief: Brief) -> str:
    c = brief.contacts
    if brief.on is None:
        return ""
    this, last = (
        ", ".join(many(n, kind) for kind, n in counts.items() if n) or "none"
        for counts in (c.this_year, c.last_year)
    )
    year = int(brief.on[:4])
    out = f"Held in {year}: {this}; in {year - 1}: {last}."
    if c.unclear:
        out += f" {many(c.unclear, 'vaguely dated report')} may tell of {'one more' if c.unclear == 1 else 'more'}."
    if c.gap is not None:
        out += f" {many(c.gap, 'day')} since the last." if c.gap else " The last was on the day."
    return out


def _empty(key: str, title: str, said: str) -> Section:
    return Section(key, title, ("",), (), (1,), empty=said)


def days(h: Happening) -> str:
    """When something happened, as precise as it is known."""
    if h.start is None or h.end is None:
        return "undated"
    if h.dating == "inferred":
        return f"about {h.end}"
    if h.precision is None:  # the text gives no day; what is planned is to come within a season
        return f"from {h.start} on" if h.status == "future" else f"{h.start} to {h.end}"
    return when(Time(start=h.start, end=h.end, precision=h.precision))


def who(actors: Iterable[Participant], recipients: Sequence[Participant]) -> str:
    """Who did it, and to whom."""
    return people(actors) + (f" → {people(recipients)}" if recipients else "")


def act(h: Happening) -> str:
    """What it was: the kind of a contact, else the act and its mode; and its status when it was not done."""
    what = h.kind or (f"{h.act.lower()} ({h.mode})" if h.mode else h.act.lower())
    return f"{what}, {_STATUS[h.status]}" if _STATUS[h.status] and h.kind is None else what


def telling(h: Happening) -> Cell:
    """The latest words that tell of it, with their source; how many more there are, and what is in dispute."""
    parts: list[Part] = []
    for quote in h.told[:1]:
        parts += [Part(quote.words, "quote"), source(quote.source)]
    more = []
    if h.reports > 1:
        more.append(f"{many(h.reports, 'report')} from {many(h.sources, 'independent source')}")
    more += [f"{c.detail}: {c.value} ({many(len(c.documents), 'document')})" for c in h.conflicts]
    if h.perhaps:
        more.append("may be one more telling of another contact")
    if len(h.history) > 1:
        told = [f"as {_WAS[x.status]} {x.on or 'on an unknown day'}" for x in h.history]
        more.append(f"told {', then '.join(told)}")
    return (*parts, Part("; ".join(more), "dim")) if more else tuple(parts)


def read_from(documents: int, undated: int) -> str:
    """How many documents, and how many of them have no day."""
    if undated and undated == documents:
        return many(documents, "document") + (
            ", without a day" if documents == 1 else ", none of them with a day"
        )
    return many(documents, "document") + (f", {undated} of them without a day" if undated else "")


def source(of: Source) -> Part:
    """A source with the day of its document."""
    return Part(of.published or "undated", "source", source=of)


def happenings(key: str, title: str, found: Sequence[Happening], *, empty: str, note: str = "") -> Section:
    """What happened as a table: when, what, who, where, and the words."""
    return Section(
        key=key,
        title=title,
        columns=("When", "What", "Words"),
        rows=tuple(((Part(days(h), "strong"), Part(act(h))), _what(h), telling(h)) for h in found),
        widths=(3, 5, 9),
        note=note,
        empty=empty,
    )


def _what(h: Happening) -> Cell:
    parts = [Part(who(h.actors, h.recipients))]
    parts += [Part(h.place, "dim")] if h.place else []
    return tuple(parts)


def _agreements(kept: Sequence[Kept], empty: str) -> Section:
    rows = []
    for k in kept:
        told: list[Part] = []
        for t in k.told:
            told += [
                Part(f"{t.status} ({t.day or 'undated'})"),
                Part(t.words.words, "quote"),
                source(t.words.source),
            ]
        rows.append(
            (
                (Part(k.name, "strong"), Part(people(k.parties), "dim")),
                (Part(k.status, "strong"),),
                tuple(told),
            )
        )
    return Section(
        "agreements", "Agreements and how they are kept", ("Agreement", "Status", "Told"), tuple(rows), (4, 2, 9),
        empty=empty,
    )  # fmt: skip


_OPEN = {"contact": "planned", "promise": "promised", "request": "asked"}


def _kind_of(task: Task) -> str:
    """The word for what is open; what several promise each other they agreed."""
    h = task.happening
    return "agreed" if task.kind == "promise" and len(h.actors) > 1 and not h.recipients else _OPEN[task.kind]


def _tasks(tasks: Sequence[Task]) -> Section:
    rows = tuple(
        (
            (Part(_kind_of(t), "strong"), Part(days(t.happening))),
            (Part(act(t.happening)), *_what(t.happening)),
            telling(t.happening),
        )
        for t in tasks
    )
    return Section(
        "open", "Open before the next meeting", ("Since", "What", "Words"), rows, (3, 5, 9),
        note="Contacts that are planned, and promises and requests of the last year that no later act answers."
        if rows
        else "",
        empty="No planned contact, unkept promise or unanswered request was read.",
    )  # fmt: skip


def held(office: Office) -> str:
    """An office with its days."""
    if office.since and office.until:
        return f"{office.title}, from {office.since} until {office.until}"
    if office.since:
        return f"{office.title}, since {office.since}"
    return f"{office.title}, until {office.until}" if office.until else office.title


def _people(key: str, title: str, found: Sequence[Official], empty: str) -> Section:
    rows = []
    for p in found:
        offices: list[Part] = []
        for o in p.offices:
            offices.append(Part(held(o)))
            offices += [Part(o.source, "dim")] if o.source else []
        if not offices and p.before is not None:
            offices = [Part(f"no office known on the day; before: {held(p.before)}")]
        if not offices:
            offices = [
                Part(f"{p.called} (as the texts say)" if p.called else "not known to the knowledge base")
            ]
        seen = f"{many(p.contacts, 'contact')}, the last {p.last}" if p.contacts else "no contact read"
        rows.append(((Part(p.name, "strong"),), tuple(offices), (Part(seen),)))
    return Section(key, title, ("Name", "Office on the day", "Contacts"), tuple(rows), (4, 8, 4), empty=empty)


def _claims(claims: Sequence[Claim]) -> Section:
    rows = tuple(
        (
            (Part(claim.says, "strong"), Part(claim.kind, "dim")),
            (Part(claim.words.words, "quote"), source(claim.words.source)) if claim.words is not None else (),
        )
        for claim in claims
    )
    return Section(
        "claims", "Claims worth checking", ("Claim", "Words"), rows, (5, 9),
        empty="No countable claim about them and no doubtful office or date was read.",
    )  # fmt: skip
