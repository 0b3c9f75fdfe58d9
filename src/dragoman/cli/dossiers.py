"""`dragoman dossier`: what is known of one actor, as a page, as Markdown, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from dragoman.actors.knowledge import knowledge_base
from dragoman.actors.naming import named
from dragoman.brief.dossier import Belongs, Designated, Dossier, Known, Said, Stance, make_dossier
from dragoman.cli.briefing import Output, check_day, happenings, held, read_from, source, write
from dragoman.cli.sheets import Cell, Part, Section, Sheet, many
from dragoman.record.migration import open_record


@dataclass(frozen=True)
class Request:
    """The options of one `dragoman dossier`."""

    actor: str
    record: str
    on: str | None
    output: Output
    actors: Sequence[Path | str] = ()


def run(request: Request) -> int:
    """Gather the dossier and write it."""
    check_day(request.on)
    record = open_record(request.record, tell=Console(stderr=True))
    made = make_dossier(record, request.actor, on=request.on, actors=request.actors)
    write(sheet(made), made.to_json(), made.sources, request.output)
    return 0


def sheet(dossier: Dossier) -> Sheet:
    """The dossier as a sheet."""
    d, who = dossier, named(dossier.actor)
    name = who.text
    day = "the record's last day" if d.on_basis == "record" else "the day"
    as_of = f"as of {day}, {d.on}" if d.on is not None else "undated"
    of = f" of {_land(d.actor.country)}" if d.actor.country and d.actor.kind != "state" else ""
    about = f"{d.actor.kind}{of}, {d.actor.id}. "
    about += f"Dossier {as_of}, from {read_from(d.documents, d.undated)}."
    sections = [_profile(d)]
    if d.actor.kind == "person":
        sections.append(_offices(d))
    elif d.holders:
        sections.append(_holders(d))
    sections += [
        _memberships(d.memberships, f"No membership of {name} was read."),
        _designations(
            "designated",
            f"What {name} {who.verb('is', 'are')} called",
            d.designated,
            f"Nobody was read to call {name} anything.",
        ),
        _designations(
            "designates",
            f"Whom {name} {who.verb('calls', 'call')} what",
            d.designates,
            f"No word was read by which {name} {who.verb('calls', 'call')} anybody anything.",
        ),
        happenings("by", f"What {name} did", d.by, empty=f"No act of {name} was read."),
        happenings(
            "against", f"What was done to {name}", d.against, empty=f"No act towards {name} was read."
        ),
        happenings("planned", "What is to come", d.planned, empty="Nothing that is planned was read."),
        _statements(d.statements, f"No statement of {name} was read."),
        _positions(d),
    ]
    return Sheet(d.actor.name, about, tuple(sections))


def _land(code: str) -> str:
    """A state by its name."""
    base = knowledge_base()
    return base.with_article(base.states[code].name) if code in base.states else code


def _profile(d: Dossier) -> Section:
    rows: list[tuple[Cell, ...]] = []
    if d.known is not None:
        rows += [((Part(k, "strong"),), (Part(v),), ()) for k, v in _known(d.known)]
    rows += [
        (
            (Part(f.property, "strong"),),
            (Part(f.value), *((Part(f.day, "dim"),) if f.day and f.day != f.value else ())),
            (Part(f.words.words, "quote"), source(f.words.source)),
        )
        for f in d.facts
    ]
    return Section(
        "profile", "Profile", ("What", "Is", "Words"), tuple(rows), (3, 6, 8),
        empty=f"Only the record names {named(d.actor).text}; no fact was read beside that.",
        no_cell="knowledge base",
    )  # fmt: skip


def _known(k: Known) -> list[tuple[str, str]]:
    told = [
        ("also known as", ", ".join(k.aliases)), ("sector", k.sector), ("capital", k.capital), ("from", k.since),
        ("until", k.until), ("source", k.source),
    ]  # fmt: skip
    return [(name, value) for name, value in told if value]


def _offices(d: Dossier) -> Section:
    rows = tuple(
        (
            (Part(o.title, "strong"),),
            (Part(f"{o.since or '...'} to {o.until or 'now'}"),),
            (Part(o.source or "", "dim"),),
        )
        for o in d.offices
    )
    return Section(
        "offices", "Offices", ("Office", "When", "Source"), rows, (6, 4, 6),
        empty=f"The knowledge base knows no office of {named(d.actor).text}.",
    )  # fmt: skip


def _holders(d: Dossier) -> Section:
    rows = tuple(
        ((Part(h.person, "strong"),), (Part(held(h.office)),), (Part(h.office.source or "", "dim"),))
        for h in d.holders
    )
    return Section("holders", "Who is in office", ("Person", "Office", "Source"), rows, (4, 8, 4))


def _memberships(found: Sequence[Belongs], empty: str) -> Section:
    rows = tuple(
        (
            (Part(m.group.name, "strong"),),
            (Part(f"{m.member.name}: {m.capacity}"),),
            (Part(m.words.words, "quote"), source(m.words.source)) if m.words is not None else (),
        )
        for m in found
    )
    return Section(
        "memberships", "Memberships", ("Group", "Member", "Words"), rows, (5, 4, 8), empty=empty,
        no_cell="knowledge base",
    )  # fmt: skip


def _designations(key: str, title: str, found: Sequence[Designated], empty: str) -> Section:
    told: dict[tuple[str, ...], list[Designated]] = {}  # those of the same words are one row
    for d in found:
        told.setdefault((d.target.id, d.label, str(d.words.source), d.since or ""), []).append(d)
    rows = []
    for same in told.values():
        d = same[0]
        by = ", ".join(x.by.name if x.by is not None else "somebody unnamed" for x in same)
        since = f"since {d.since}" if d.basis == "text" else f"told since {d.since or 'an unknown day'}"
        rows.append(
            (
                (Part(d.target.name, "strong"), Part(d.label)),
                (Part(f"by {by}"), Part(since, "dim")),
                (Part(d.words.words, "quote"), source(d.words.source)),
            )
        )
    return Section(key, title, ("Label", "By whom, since when", "Words"), tuple(rows), (4, 4, 8), empty=empty)


def _statements(found: Sequence[Said], empty: str) -> Section:
    rows = tuple(
        (
            (Part(s.day or "undated", "strong"),),
            (Part(s.speaker.name), Part(s.manner, "dim")),
            (Part(s.words.words, "quote"), source(s.words.source)),
        )
        for s in found
    )
    return Section("statements", "Statements", ("When", "Who", "Words"), rows, (3, 4, 9), empty=empty)


def _positions(d: Dossier) -> Section:
    rows = tuple(_stance(s, d.actor.id) for s in d.positions)
    who = named(d.actor)
    note = f"{many(d.positions_left, 'further issue')} left out." if d.positions_left and rows else ""
    return Section(
        "positions", f"What {who.text} {who.verb('wants', 'want')}", ("Issue", "Stance", "Words"), rows, (5, 3, 8), note=note,
        empty=f"No position of {who.text} was read.",
    )  # fmt: skip


def _stance(s: Stance, actor: str) -> tuple[Cell, ...]:
    view = s.views[0]
    who = () if view.holder.id == actor else (Part(view.holder.name, "dim"),)
    return (
        (Part(s.issue.label, "strong"),),
        (Part(view.stance, "strong", tone=view.stance), *who),
        (Part(view.words, "quote"), source(view.source)),
    )
