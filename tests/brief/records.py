"""Small records made by hand: a text grows sentence by sentence, each with what is read from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.record.store import Entry, Record
from dragoman.schema import Reading

ACTORS: dict[str, tuple[str, str, str | None, str]] = {
    "EGY": ("Egypt", "state", "EGY", "GOV"),
    "ETH": ("Ethiopia", "state", "ETH", "GOV"),
    "SDN": ("Sudan", "state", "SDN", "GOV"),
    "sameh-shoukry": ("Sameh Shoukry", "person", "EGY", "GOV"),
    "abiy-ahmed": ("Abiy Ahmed", "person", "ETH", "GOV"),
    "zara-quill": ("Zara Quill", "person", "ETH", "GOV"),
    "egy-opp-opposition": ("Egyptian opposition", "party", "EGY", "OPP"),
    "nile-front": ("Nile Front", "armed group", None, "REB"),
}


class Text:
    """A document in the making. Every method adds a sentence and what is read from it."""

    def __init__(self, id_: str, published: str | None, *, dateline: str | None = None) -> None:
        self.id, self.published, self.dateline = id_, published, dateline
        self.text = ""
        self.facts: dict[str, list[dict[str, Any]]] = {}

    def _add(self, kind: str, words: str, **fields: Any) -> Text:
        start = len(self.text)
        self.text += words + "\n"
        found = self.facts.setdefault(kind, [])
        found.append(
            {
                "id": f"{kind[0]}{len(found) + 1}",
                "evidence": (start, start + len(words)),
                "rule": "x",
                **fields,
            }
        )
        return self

    def event(
        self,
        words: str,
        act: str,
        actors: str,
        recipients: str = "",
        *,
        day: str | None = None,
        until: str | None = None,
        precision: str = "day",
        **fields: Any,
    ) -> Text:
        """An event; actors and recipients are ids with blanks between."""
        time = {"start": day, "end": until or day, "precision": precision} if day else None
        start = len(self.text)
        place = fields.pop("place", None)
        return self._add(
            "events", words, act=act, actors=people(actors), recipients=people(recipients), time=time,
            status=fields.pop("status", "actual"), trigger=(start, start + 4), confidence=0.9,
            plover={"event": act, "score": 0.0}, place={"name": place} if place else None, **fields,
        )  # fmt: skip

    def position(self, words: str, holder: str, stance: str, label: str) -> Text:
        """A position."""
        issue = {"id": label.lower().replace(" ", "-"), "label": label}
        return self._add("positions", words, holder=people(holder)[0], stance=stance, issue=issue, by=None)

    def fact(self, kind: str, words: str, **fields: Any) -> Text:
        """Any other fact, with its own fields."""
        return self._add(kind, words, **fields)

    def warning(self, words: str, kind: str, message: str) -> Text:
        """A warning."""
        start = len(self.text)
        self.text += words + "\n"
        told = {"kind": kind, "span": (start, start + len(words)), "message": message}
        self.facts.setdefault("warnings", []).append(told)
        return self

    def reading(self) -> Reading:
        """The reading."""
        dateline = {"place": None, "date": self.dateline, "span": (0, 1)} if self.dateline else None
        return Reading.model_validate(
            {
                "document": {
                    "id": self.id, "text": self.text or "Nothing.", "published": self.published, "title": f"Title {self.id}",
                    "url": f"https://example.org/{self.id}", "dateline": dateline,
                },
                "actors": [
                    {"id": i, "name": n, "kind": k, "country": c, "sector": s} for i, (n, k, c, s) in ACTORS.items()
                ],
                **self.facts,
            }
        )  # fmt: skip


def people(ids: str) -> list[dict[str, Any]]:
    """Participants by their ids."""
    return [
        {"id": i, "name": ACTORS[i][0], "country": ACTORS[i][2], "sector": ACTORS[i][3]} for i in ids.split()
    ]


def record_of(folder: Path, *texts: Text) -> Record:
    """A record of some texts."""
    record = Record(folder / "record", create=True)
    record.keep([Entry(f"{t.id}.txt", t.reading()) for t in texts])
    return record
