"""The terminal page: a reading as a person wants to see it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from dragoman.schema import Count, Event, Participant, Reading, Statement, Time
from dragoman.schema.figures import figure_of

SECTIONS = (
    ("What happened", ("actual",)),
    ("What is planned", ("future",)),
    ("Background", ("historical",)),
    ("What did not happen, or may", ("negated", "cancelled", "hypothetical")),
)
# Characters that a terminal would obey, as a text may hold any: all controls but the ends of lines and tabs.
_CONTROLS = {n: "\ufffd" for n in (*range(32), *range(127, 160)) if n not in (9, 10, 13)}
_LONGEST = 160  # characters of a source sentence shown


def shown(text: str) -> str:
    """A text of somebody else's as a terminal may have it."""
    return text.translate(_CONTROLS)


def people(participants: Iterable[Participant]) -> str:
    """Names with country codes, as `Sergey Lavrov (RUS)`."""
    return ", ".join(
        f"{p.name} ({p.country or p.sector})" if p.country or p.sector else p.name for p in participants
    )


def when(time: Time | None) -> str:
    """A time at its own precision: a day, a span of days, a month, a year."""
    if time is None:
        return ""
    if time.precision in ("day", "week"):
        return time.start if time.start == time.end else f"{time.start} to {time.end}"
    if time.precision == "year":
        first, last = time.start[:4], time.end[:4]
    else:
        first, last = time.start[:7], time.end[:7]
    return first if first == last else f"{first} to {last}"


def headline(event: Event) -> str:
    """One line for an event: act, mode, who, to whom, when, where."""
    act = event.act + (f"/{event.mode}" if event.mode else "")
    out = f"{act}  {people(event.actors)}"
    if event.recipients:
        out += f" → {people(event.recipients)}"
    details = [x for x in (when(event.time), event.place.name if event.place else "") if x]
    return out + (f"  [{', '.join(details)}]" if details else "")


def figure(count: Count) -> str:
    """A figure: `20th meeting`, `36 calls`."""
    return figure_of(count.what, count.value, ordinal=count.ordinal)


def said(reading: Reading, statement: Statement) -> str:
    """One line for a statement: speaker and content, direct speech in quotation marks."""
    content = " ... ".join(" ".join(reading.quote(s).split()) for s in statement.content)
    if statement.manner == "direct":
        content = f"“{content}”"
    return f"{statement.speaker.name if statement.speaker else 'unnamed'}: {content}"


class Page:
    """Writes one reading to a console."""

    def __init__(self, reading: Reading, console: Console) -> None:
        self.reading = reading
        self.console = console

    def section(self, title: str, lines: list[tuple[str, str, tuple[int, int] | None]]) -> None:
        """A heading and its lines: id, text, and the source sentence dimmed under it."""
        if not lines:
            return
        self.console.print(Text(f"\n{title}", style="bold cyan"))
        for id_, line, span in lines:
            self._hanging(Text(shown(line)), Text(f" {id_:>4}  ", style="bold"))
            if span is not None:
                source = " ".join(self.reading.quote(span).split())
                if len(source) > _LONGEST:
                    source = source[: _LONGEST - 1] + "…"
                self._hanging(Text(shown(source), style="dim italic"), Text(" " * 7))

    def _hanging(self, text: Text, lead: Text) -> None:
        """Text after a lead, its further lines under its first; no blanks at the ends of lines."""
        for number, line in enumerate(text.wrap(self.console, max(self.console.width - 7, 20))):
            line.rstrip()
            self.console.print(Text.assemble(lead if number == 0 else " " * 7, line), highlight=False)

    def write(self) -> None:
        """Write all sections that have something in them."""
        r, d = self.reading, self.reading.document
        self.console.print(Text(shown(d.title or d.id), style="bold"))
        place = d.dateline.place if d.dateline else None
        about = [x for x in (place, d.day, d.publisher, d.url) if x]
        if about:
            self.console.print(Text(shown(" · ".join(about)), style="dim"))
        for title, statuses in SECTIONS:
            events = sorted(
                (e for e in r.events if e.status in statuses),
                key=lambda e: (e.time.start if e.time else "9999", e.evidence),
            )
            mark = (lambda e: f"{headline(e)}  ({e.status})") if len(statuses) > 1 else headline
            self.section(title, [(e.id, mark(e), e.evidence) for e in events])
        self.section("Who said what", [(s.id, said(r, s), None) for s in r.statements])
        self.section(
            "Positions",
            [(p.id, f"{p.holder.name} {p.stance}: {p.issue.label}", p.evidence) for p in r.positions],
        )
        self.section(
            "Figures",
            [
                (
                    c.id,
                    f"{figure(c)}  {people(c.participants)}",
                    c.evidence,
                )
                for c in r.counts
            ],
        )
        self.section(
            "Agreements",
            [
                (a.id, f"{a.name}: {a.status} {when(a.time)}  {people(a.parties)}".rstrip(), a.evidence)
                for a in r.agreements
            ],
        )
        self.section(
            "Lists",
            [
                (x.id, f"{x.target.name}: {x.label} according to {people(x.by)}", x.evidence)
                for x in r.designations
            ],
        )
        self.section(
            "Groups",
            [(m.id, f"{m.member.name}: {m.capacity} of {m.group.name}", m.evidence) for m in r.memberships],
        )
        self.section(
            "Profiles", [(f.id, f"{f.actor.name}: {f.property} {f.value}", f.evidence) for f in r.profiles]
        )
        self.section("Warnings", [("!", f"{w.kind}: {w.message}", w.span) for w in r.warnings])
        self.section("Related", [("→", x.title, None) for x in d.related])


def show(reading: Reading, console: Console) -> None:
    """Print a reading."""
    Page(reading, console).write()
