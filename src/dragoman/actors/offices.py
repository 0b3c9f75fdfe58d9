"""The office that a title names, and who holds it on the day."""

from __future__ import annotations

from datetime import date

from dragoman.actors.entries import SENT, STATE_HEADS, Person, Title, holds
from dragoman.actors.matching import Hit
from dragoman.actors.names import slug
from dragoman.actors.registry import PROMINENT, Known, Registry
from dragoman.actors.story import Story
from dragoman.actors.title_phrases import SAME_OFFICE, Right
from dragoman.schema import Actor

# Titles that say no more than that somebody leads an organisation.
_TOP_TITLES = frozenset({"chief", "head", "leader", "president", "director", "boss", "executive director"})
_CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "chairman in office", "president"})
ELECT_DAYS = 150  # from an election to the oath, at most
# Nouns that tell of a fall as the verbs do.
_FALLS = frozenset(
    {"death", "funeral", "burial", "ouster", "overthrow", "assassination", "killing", "downfall", "murder"}
)
# Sectors of those who hold no office in which somebody abroad is their counterpart.
_PRIVATE = frozenset({"BUS", "CVL", "JRN", "EDU", "REL", "MED", "LAB", "CRM"})
HANDOVER_DAYS = 3  # so long after a fall the office's name still means whoever held it


class Offices:
    """Finds the offices that the titles of one doc name, and their holders."""

    def __init__(self, story: Story, registry: Registry) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words

    def office(self, titles: list[Title], owner: str | None, phrase: str = "") -> Title | None:
        """The office that a title names for this owner."""
        if owner is not None and owner in self.kb.organisations:
            return self._office_of_organisation(titles, owner, phrase)
        scoped = [t for t in titles if owner is not None and owner in t.scope]
        if scoped:
            return scoped[0]
        general = [t for t in titles if not t.scope and t.sector not in ("IGO", "REB")]
        if general:
            if owner is None and len(titles) > 1:
                for t in titles:  # "Secretary of State" without a country
                    if len(t.scope) == 1:
                        return t
            return general[0]
        if owner is None:
            told = self.story.votes.keys() | self.story.bearers.keys()
            scoped = [t for t in titles if t.scope]
            here = [t for t in titles if t.scope & told] if len(scoped) == len(titles) else []
            return (
                here[0] if here else titles[0]
            )  # "the supreme leader" is Iran's, where no other land of one is told of
        leader = next((t for t in titles if t.office == "leader"), None)
        return Title("leader", "GOV", frozenset()) if leader is not None else None

    def _office_of_organisation(self, titles: list[Title], owner: str, phrase: str) -> Title:
        """The office that a title names in an organisation: its `chief` or `head` is whoever leads it."""
        kb = self.kb
        org = kb.organisations[owner]
        kinds = kb.offices_of.get(owner, set())
        if phrase in _CHAIRS and "chair" in kinds:
            return Title("chair", org.sector, frozenset())
        for t in titles:
            if f"{owner}:{t.office}" in kb.holders:
                return t
        top = kb.top_office(owner) or ("head-of-government" if "head-of-government" in kinds else None)
        if top is not None and (
            phrase in _TOP_TITLES or titles[0].office in ("secretary-general", "director-general")
        ):
            return Title(top, org.sector, frozenset())
        if phrase.startswith("high commissioner") and "high-commissioner" in kinds:
            return Title("high-commissioner", org.sector, frozenset())
        for t in titles:
            if t.sector in ("IGO", "REB", "OPP") or t.office in (
                "envoy",
                "spokesperson",
                "general",
                "ambassador",
            ):
                if (t.sector == "REB") == (org.kind == "armed group") or t.sector not in ("REB", "IGO"):
                    return t
        if any(t.office == "leader" for t in titles):
            return Title("leader", org.sector, frozenset())
        return titles[0]

    def label(self, title: Title, owner: str | None) -> str:
        """What an office is called, with its owner where it is known."""
        return (
            self.kb.office_name(f"{owner}:{title.office}")
            if owner is not None
            else title.office.replace("-", " ")
        )

    def office_before(self, at: int) -> Title | None:
        """The office of whoever was named last: what `his Turkish counterpart` is."""
        best: tuple[int, str] | None = None
        for hit in self.story.hits:
            start = self.scan.start[hit.a]
            if start >= at:
                break
            known = None
            if hit.of("person") is not None:
                known = self.registry.known.get(self.registry.choose(hit.keys("person")))
            elif (t := hit.of("surname")) is not None:
                known = self.registry.here(t.key)
            if known is not None and known.offices:
                best = (start, min(known.offices, key=_rank)[0])
        for known in self.registry.known.values():
            spot = known.before(at)
            if known.offices and (best is None or spot > best[0]) and spot >= 0:
                best = (spot, min(known.offices, key=_rank)[0])
        if best is None or at - best[0] > 400:  # characters: a sentence or two
            return None
        sector = self.kb.sector_of(best[1])
        return Title(best[1], sector, frozenset()) if sector not in _PRIVATE else None

    def holder(
        self, title: Title, phrase: str, owner: str, falls: bool = False, at: int | None = None
    ) -> Known:
        """Who holds an office: the one this text says, else the knowledge base's, else nobody by name.

        `falls`: the sentence tells of a fall, so that of two holders on one day the first is meant.
        """
        kinds = {k.partition(":")[2] for k in self.kb.kinds_of(title, phrase, owner)[:1]}
        if at is not None and not falls:
            falls = self._usurps(self.kb.kinds_of(title, phrase, owner)[0], at)
        if falls and (gone := self.fallen(self.kb.kinds_of(title, phrase, owner)[0])) is not None:
            return self.registry.register(gone.id)
        for known in sorted(self.registry.known.values(), key=lambda k: -len(k.spots)):
            if any(c == owner and o in kinds for o, c in known.offices):
                return known
        # A president's counterpart may be a premier.
        if phrase in SAME_OFFICE and title.office in STATE_HEADS:
            heads = [
                k
                for k in self.registry.known.values()
                if k.spots
                and any(c == owner and o in STATE_HEADS for o, c in k.offices)
                and (at is None or k.before(self.story.g.start[at]) >= 0)
            ]
            if heads:
                return max(heads, key=lambda k: (len(k.spots), k.actor.id))
        for key in self.kb.kinds_of(title, phrase, owner)[:1]:
            holder = self.kb.holder(key, self.on)
            if holder is not None:
                return self.registry.register(holder.id)
        label = self.label(title, owner)
        if owner in self.kb.states:
            country: str | None = owner
            sector = title.sector if title.sector not in ("IGO", "REB") else "GOV"
        else:
            org = self.kb.organisations[owner]
            country, sector = org.country, org.sector
        id_ = slug(f"{owner} {title.office}")
        actor = Actor(
            id=id_,
            name=label[0].upper() + label[1:],
            kind="person",
            country=country,
            sector=sector,
            office=label,
        )
        return self.registry.known.setdefault(id_, Known(actor, {(title.office, owner)}))

    def tells_of_fall(self, token: int) -> bool:
        """Whether a sentence tells of somebody's death or fall."""
        g = self.story.g
        first, last = g.sents[g.sent[token]]
        return any(
            g.lemma[k] in (self.words.fall_verbs if g.pos[k] == "VERB" else _FALLS)
            for k in range(first, last)
            if g.pos[k] in ("VERB", "NOUN")
        )

    def fallen(self, key: str) -> Person | None:
        """Who lost an office within the last days: on the day of a coup or a crash the news is of him."""
        listed, on = self.kb.holders.get(key, ()), self.on
        if on is None or len(on) != 10:
            return None
        day = date.fromisoformat(on)
        last = max(((s, u, p) for s, u, p in listed if holds(s, u, on)), default=None)
        if last is not None and (
            len(last[0]) != 10 or (day - date.fromisoformat(last[0])).days > HANDOVER_DAYS
        ):
            return None
        gone = [
            (u, p)
            for s, u, p in listed
            if len(u) == 10 and s < on and abs((day - date.fromisoformat(u)).days) <= HANDOVER_DAYS
        ]
        return self.kb.persons[max(gone)[1]] if gone else None

    def _usurps(self, key: str, token: int) -> bool:
        """Whether the office's newest holder is named in the sentence that names the office: it is the other's."""
        g, holder = self.story.g, self.kb.holder(key, self.on)
        known = self.registry.known.get(holder.id) if holder is not None else None
        return known is not None and any(
            g.sent[self.scan.token(spot)] == g.sent[token] for spot in known.spots
        )

    def deposed(self, who: Known | None, title: Title, token: int) -> Known | None:
        """Who held an office until the very day, where its new holder is named in the sentence that names the office."""
        owner = (
            next((o for kind, o in who.offices if kind == title.office and o), None)
            if who is not None
            else None
        )
        if owner is None or not self._usurps(f"{owner}:{title.office}", token):
            return None
        gone = self.fallen(f"{owner}:{title.office}")
        return self.registry.register(gone.id) if gone is not None else None

    def sole_holder(self, key: str) -> Person | None:
        """The holder of an office that several may hold at once, when there is one only."""
        found = {p for s, u, p in self.kb.holders.get(key, ()) if self.on and holds(s, u, self.on)}
        return self.kb.persons[found.pop()] if len(found) == 1 else None

    def leader(self, state: str) -> Person | None:
        """Who is `the leader` of a state on the day: the head of government of some, the head of state of others.

        Nobody where a supreme leader stands above both.
        """
        top = {k: self.kb.holder(f"{state}:{k}", self.on) for k in ("supreme-leader", *sorted(STATE_HEADS))}
        if top["supreme-leader"] is not None:
            return top["supreme-leader"] if len({p.id for p in top.values() if p is not None}) == 1 else None
        for entry in self.words.premiers:
            code, until, since = (
                entry[:3],
                entry[4:] if "<" in entry else "",
                entry[4:] if ">" in entry else "",
            )
            if code == state and holds(since, until, self.on or ""):
                return top["head-of-government"] or top["head-of-state"]
        return top["head-of-state"] or top["head-of-government"]

    def elected(self, state: str) -> Known | None:
        """Who takes over as head of state within months of the day."""
        if self.on is None or len(self.on) != 10:
            return None
        day = date.fromisoformat(self.on)
        coming = [
            (s, p)
            for office in ("head-of-state", "president")
            for s, _, p in self.kb.holders.get(f"{state}:{office}", ())
            if len(s) >= 7 and 0 < (date.fromisoformat((s + "-15")[:10]) - day).days <= ELECT_DAYS
        ]
        return self.registry.register(min(coming)[1]) if coming else None

    def realm(self, phrase: str) -> tuple[str, str] | None:
        """The monarchy of which the text speaks most, for `the emir`, `the crown prince`."""
        votes, bearers = self.story.votes, self.story.bearers
        codes = self.words.crowned.get(phrase, frozenset()) & (votes.keys() | bearers.keys())
        if not codes:
            return None
        return max(
            sorted(codes), key=lambda c: votes.get(c, 0) + bearers.get(c, 0)
        ), "a monarchy of this text"

    def world_organisation(self, office: str, at: int) -> str | None:
        """The organisation whose `Secretary-General` or `High Representative` is meant: one the text names, else the usual."""
        kb, scan = self.kb, self.scan
        if any(o == office for k in self.registry.known.values() if k.before(at) >= 0 for o, _ in k.offices):
            return None  # somebody of this text
        best: str | None = None
        for hit in self.story.hits:
            if scan.start[hit.a] >= at and best is not None:
                break
            for id_ in hit.keys("org"):
                for owner in (id_, id_.partition("-")[0]):
                    if office in kb.offices_of.get(owner, ()):
                        best = owner
        return best or next(iter(self.words.world_offices[office]))

    def special_holder(self, hit: Hit, title: Title, key: str, owner: str, right: Right) -> Known | None:
        """The one holder of an office that is named by its mandate, its phrase or its organisation.

        `the UN envoy for Syria`, `the U.S. health secretary`, `the EU's chief negotiator`, `the IMF chief`.
        """
        kb, on = self.kb, self.on
        if on is None:
            return None
        kinds = kb.offices_of.get(owner, set())
        for kind in (slug(key), title.office):
            if (
                kind not in kinds
                or (kind == title.office and owner not in kb.organisations)
                or (kind == "leader" and not self._party(owner, right))
            ):
                continue
            holder = kb.holder(f"{owner}:{kind}", on)
            if holder is not None:
                return self.registry.register(holder.id)
        if title.office not in SENT:
            return None
        scan, story = self.scan, self.story
        about: set[str] = set()
        if right.about is not None:
            about = {
                right.about.lower(),
                slug(kb.states[right.about].name) if right.about in kb.states else "",
            }
        elif hit.b + 1 < scan.n and scan.fold[hit.b] in ("for", "to", "on", "in", "at"):
            q = scan.behind(hit.b)
            about = {"-".join(scan.fold[q : q + size]) for size in (1, 2, 3)}
        if not about and (told := self._sent_here(title.office, owner, scan.start[hit.a])) is not None:
            return told  # "Norwegian envoy Erik Solheim ... The Norwegian envoy", whoever else was sent
        negotiator = key.endswith("negotiator")
        found: list[tuple[int, str]] = []
        for kind in sorted(kinds):
            prefix, _, topic = kind.partition("-")
            if negotiator and kind.endswith("negotiator"):
                topic = kind.removesuffix("-negotiator")
            elif prefix != title.office:
                continue
            holder = kb.holder(f"{owner}:{kind}", on)
            if holder is None:
                continue
            if about:
                rank = 2 if topic in about else int(any(a.startswith(f"{topic}-") for a in about if a))
            else:
                rank = int(
                    topic in story.lower
                    or self._concerns(topic)
                    or (negotiator and kind.endswith("negotiator"))
                )
            if rank:
                found.append((rank, holder.id))
        best = max((r for r, _ in found), default=0)
        ids = {p for r, p in found if r == best}
        return self.registry.register(ids.pop()) if len(ids) == 1 else None

    def _sent_here(self, office: str, owner: str, at: int) -> Known | None:
        """Whom the text has named before an offset with an office of being sent, of a state or body."""
        named = [
            k
            for k in self.registry.known.values()
            if k.before(at) >= 0 and any(c == owner and o.startswith(office) for o, c in k.offices)
        ]
        return max(named, key=lambda k: k.before(at)) if named else None

    def _party(self, owner: str, right: Right) -> bool:
        """Whether an owner is a party, which has one leader at a time, and stands after the title."""
        return owner in right.owners and self.kb.organisations[owner].kind == "party"

    def _concerns(self, topic: str) -> bool:
        """Whether a topic (`syria`, `north-korea`) is a state of this story, by its name or its people."""
        states, mandates = self.kb.states, self.words.mandates
        codes = (*self.story.votes, *self.story.bearers)
        return any(
            slug(states[c].name) == topic or c in mandates.get(topic, ()) for c in codes if c in states
        )


def _rank(held: tuple[str, str | None]) -> tuple[bool, bool, str]:
    """Where one of several offices of somebody stands among them: what he is known for first."""
    office = held[0]
    return office not in PROMINENT, office != "head-of-state", office


def only_owner(title: Title) -> str | None:
    """The only state that uses a title ("Secretary of State"), when it is the only one."""
    return next(iter(title.scope)) if len(title.scope) == 1 else None
