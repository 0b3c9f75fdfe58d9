"""Acronyms that the text itself explains: `International Syria Support Group (ISSG)`, and `ISSG` ever after."""

from __future__ import annotations

from dragoman.actors.entries import STATE_FLAVOURS
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import SMALL, slug
from dragoman.actors.story import Story
from dragoman.schema import Actor, Kind

_KIND_WORDS: tuple[tuple[frozenset[str], Kind, str], ...] = (
    (frozenset({"party"}), "party", "PTY"),
    (
        frozenset({"army", "brigade", "brigades", "militia", "battalion", "guerrillas", "fighters"}),
        "armed group",
        "REB",
    ),
    (
        frozenset({"company", "corporation", "corp", "bank", "inc", "airlines", "group plc", "holding"}),
        "company",
        "BUS",
    ),
    (frozenset({"agency", "news", "television", "radio", "newspaper"}), "media", "JRN"),
    (
        frozenset(
            {
                "ministry",
                "department",
                "committee",
                "commission",
                "council",
                "court",
                "service",
                "administration",
                "authority",
            }
        ),
        "government body",
        "GOV",
    ),
)


class Acronyms:
    """Binds the acronyms of one doc to the organisations they are short for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scan, self.kb, self.words = story.scan, story.kb, story.kb.words
        self.bound: dict[str, Actor] = {}
        self.common: set[str] = set()  # acronyms of what people are: `a special police officer (SPO)`
        self.bodies: list[tuple[int, str]] = []  # acronyms of bodies of states, which are not read yet

    def bind(self) -> None:
        """`International Syria Support Group (ISSG)`: the text itself explains an acronym."""
        scan = self.scan
        for k in range(2, scan.n - 2):
            if scan.fold[k] != "(":
                continue
            written = scan.text[scan.start[k + 1] : scan.end[k + 1]]
            if (
                not 2 <= len(written) <= 9
                or sum(c.isupper() for c in written) < 2
                or not written.isalpha()
                or scan.fold[k + 2] not in (")", ",", ";", "-", "–")
            ):
                continue
            q = k - 1 if scan.fold[k - 1] == '"' else k
            inside = scan.starting.get(k + 1)
            if inside is not None and inside.of(*STATE_FLAVOURS) is not None:
                continue
            if inside is not None and inside.of("org") is not None and self._of_people(q, written):
                self.common.add(written)
                continue
            prior = self._at_end(q)
            actor: Actor | None = None
            if prior is not None:
                actor = prior.actors[0] if prior.actors else None
            elif (hit := scan.ending.get(q)) is not None and hit.of("body") is not None:
                self.bodies.append((q, written))
            elif hit is not None and hit.of("org") is not None:
                actor = self.kb.organisation(self.story.one_of(hit.keys("org"), hit))
            elif inside is None or inside.of("org") is None:
                actor = self._explained(q, written)
            if actor is not None and actor.kind not in ("person", "state"):
                self.bound[written] = actor

    def _of_people(self, b: int, acronym: str) -> bool:
        """Whether an acronym is short for what somebody is, by the initials of the words before `b`: `special police officer (SPO)`."""
        fold, first = self.scan.fold, b - len(acronym)
        if first < 0 or any(fold[first + k][0] != letter for k, letter in enumerate(acronym.lower())):
            return False
        last = fold[b - 1]
        return last in self.kb.agents or last in self.words.role_nouns

    def _at_end(self, b: int) -> ActorMention | None:
        end = self.scan.end[b - 1]
        return next((m for m in self.story.mentions if m.end == end), None)

    def _explained(self, b: int, acronym: str) -> Actor | None:
        """The capitalised words before `b` whose initials an acronym is made of, as an organisation."""
        scan, words = self.scan, self.words
        letters = acronym.lower()
        a, k = b, len(letters)
        while a > 0 and k >= 0 and b - a < 12:
            word = scan.fold[a - 1]
            if not (scan.capital[a - 1] or word in SMALL) or (
                not word[0].isalpha() and word not in ("'s", "'")
            ):
                break
            if k > 0 and word[0] == letters[k - 1]:
                k -= 1
            elif word not in SMALL and not scan.capital[a - 1]:
                break
            a -= 1
            if k == 0:
                break
        while a < b and (
            scan.fold[a] in SMALL or (scan.fold[a] in words.not_names and scan.fold[a][0] != letters[0])
        ):
            a += 1
        if k > 0 or b - a < 2 or not scan.capital[a]:
            return None
        name = scan.written(a, b)
        tail = {scan.fold[j] for j in range(a, b)}
        kind: Kind = "non-governmental organisation"
        sector = "SOC"
        for cues, of, code in _KIND_WORDS:
            if cues & tail:
                kind, sector = of, code
                break
        country = next(
            (
                self.story.code(h)
                for h in self.story.hits
                if a <= h.a < b and h.of("name", "adjective") is not None
            ),
            None,
        )
        if country is None and kind != "non-governmental organisation":
            country, _ = self.story.whose.country(scan.token(scan.start[a]))
        actor = Actor(id=slug(name), name=name, kind=kind, country=country, sector=sector)
        if not any(j in self.story.taken for j in range(a, b)):
            self.story.mention(a, b, "name", (actor,), f"named with its acronym {acronym}")
            self.story.taken.update(range(a, b))
        return actor

    def bind_bodies(self) -> None:
        """`the Foreign Office (FO)`: bind the acronyms of bodies once it is known whose they are, and mention them."""
        for q, written in self.bodies:
            prior = self._at_end(q)
            if prior is not None and len(prior.actors) == 1:
                self.bound[written] = prior.actors[0]
        if self.bodies:
            self.mention_later()

    def mention_later(self) -> None:
        """Mention what the bound acronyms stand for, wherever else they are written."""
        if not self.bound:
            return
        scan = self.scan
        for k in range(scan.n):
            actor = self.bound.get(scan.text[scan.start[k] : scan.end[k]]) if scan.capital[k] else None
            if (
                actor is not None
                and k not in self.story.taken
                and not self.story.used[scan.token(scan.start[k])]
            ):
                self.story.mention(k, k + 1, "name", (actor,), "an acronym that the text explains")
                self.story.taken.add(k)
