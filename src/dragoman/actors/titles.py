"""Titles before, after and around names, and titles that stand for their holder on the day.

What the text says beats the knowledge base: a stated office is kept, and a conflict becomes a warning.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz

from dragoman.actors.knowledge import LAND_FLAVOURS, STATE_FLAVOURS, Person, Title, holds
from dragoman.actors.matching import Hit
from dragoman.actors.names import name_key, pieces, slug
from dragoman.actors.registry import BREAKS, PROMINENT, Known, Registry
from dragoman.actors.story import Story
from dragoman.schema import Actor

# Whole names of a holder in a broken spelling (`Pan Ki Mon`, `Antonio Gutierrez`), by rapidfuzz ratio without blanks.
BROKEN = 75
CLOSE = 88  # even where the broken name is one that others bear
# Two spellings of one surname by rapidfuzz ratio; 80 joins Ivanov and Ivanova, 90 parts Lavrov and Lavrof.
SAME_SURNAME = 84
_PREDICATES = frozenset({"oprd", "attr"})
_ABOUT_TITLES = frozenset(
    {"ambassador", "envoy", "high-representative", "permanent-representative", "special-envoy"}
)
# Offices that a story's own country has one holder of: `the President` alone.
# What somebody is to the person named before: holder of the same office.
_SAME_OFFICE = frozenset({"counterpart", "colleague", "opposite number"})
_FALLBACK = frozenset({"head-of-state", "head-of-government"})
# Offices that one person holds at a time, though a common noun names them (`the Georgian speaker`).
_SINGLE = _FALLBACK | {"speaker-of-parliament"}
# Titles that say no more than that somebody leads an organisation.
_TOP_TITLES = frozenset({"chief", "head", "leader", "president", "director", "boss", "executive director"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this"})
_HALVES = {"north": "PRK", "south": "KOR"}
_DIPLOMACY = "diplomacy"
# How many tokens a phrase inside another may hang below the noun whose bearer says whose office is meant.
_INSIDE = 6
_CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "chairman in office", "president"})
# Words that say that a term has just begun, or is about to end.
_BEGUN = frozenset({"interim", "acting", "caretaker", "provisional", "transitional", "new"})
_ENDING = frozenset({"outgoing", "departing", "retiring"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "own"})
# A title that only says that somebody leads something: nobody, unless it says what.
_EMPTY_TITLES = frozenset(
    {
        "head",
        "chief",
        "chairman",
        "chairperson",
        "deputy",
        "captain",
        "major",
        "representative",
        "commissioner",
        "director",
    }
)
OATH_DAYS = 10
ELECT_DAYS = 150  # from an election to the oath, at most
_SECOND = ("vice-", "deputy-")  # whose last word is the first one's office
# Nouns that tell of a fall as the verbs do.
_FALLS = frozenset(
    {"death", "funeral", "burial", "ouster", "overthrow", "assassination", "killing", "downfall", "murder"}
)
HANDOVER_DAYS = 3  # so long after a fall the office's name still means whoever held it
# A single word after a title that begins like the holder's surname and shares this much with it is a slip for it.
SLIP = 60


class Left(NamedTuple):
    """What stands before a title: owners, the word where the phrase begins, and what changes the office."""

    owners: tuple[str, ...]
    begin: int
    former: bool
    lowered: str
    bare: bool  # the owner is a state's plain name, which may belong to another phrase


class Right(NamedTuple):
    """What stands after a title: owners (`of Russia`), a mandate (`on Libya`), the word after both."""

    owners: tuple[str, ...]
    about: str | None
    end: int


class Role(NamedTuple):
    """A title that no name goes with."""

    hit: Hit
    title: Title
    owner: str | None
    left: Left
    right: Right
    phrase: str


class Titles:
    """Reads the titles of one doc."""

    def __init__(self, story: Story, registry: Registry) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.roles: list[Role] = []
        self.counterparts: list[Hit] = []

    def run(self) -> None:
        """Read titles with the names that go with them; titles without one are left for `run_roles`."""
        for hit in self.story.hits:
            if hit.a in self.story.taken:
                continue
            t = hit.of("title")
            if t is not None:
                role = self._title(hit, self.kb.titles[t.key], t.key)
                if role is not None:
                    self.roles.append(role)
            elif (t := hit.of("titles")) is not None:
                if t.key in _SAME_OFFICE:
                    self.counterparts.append(hit)  # whose office is meant is not known yet
                else:
                    self._titles(hit, self.kb.titles[t.key], t.key)

    def run_roles(self) -> None:
        """Resolve titles without a name, when it is known who has been named where."""
        for role in self.roles:
            if role.hit.a not in self.story.taken:
                self._role(role)
        for hit in self.counterparts:
            t = hit.of("titles")
            title = self._office_before(self.scan.start[hit.a])
            if t is not None and title is not None and hit.a not in self.story.taken:
                self._titles(hit, [title], t.key)

    def _owner(self, hit: Hit | None) -> str | None:
        """State code or organisation id that a phrase makes the owner of an office."""
        if hit is None:
            return None
        region = hit.of("region")
        if region is not None and hit.of(*STATE_FLAVOURS) is None:
            return region.key
        code = self.story.code(hit)
        if code is not None:
            return code
        named = hit.keys("org")
        if named:
            org = self.kb.organisations[self.story.one_of(named)]
            if org.kind == "government body" and org.country is not None and org.id not in self.kb.offices_of:
                return org.country
            return org.id
        ids = hit.keys("person")
        if ids:
            return self.kb.person(self.registry.choose(ids), self.on).country
        t = hit.of("surname")
        if t is not None:
            known = self.registry.here(t.key)
            return known.actor.country if known is not None else None
        return None

    def _left(self, a: int) -> Left:
        scan, words = self.scan, self.words
        w = scan.fold
        former, lowered, begin = False, "", a
        owners: list[str] = []
        bare = False
        j = a
        while j > 0:
            word = w[j - 1]
            if (
                word in words.former | words.modifiers
                and word.endswith("ed")
                and self.story.g.tag[scan.token(scan.start[j - 1])] == "VBD"
            ):
                break  # "the army deposed President"
            if word in words.former:
                former = True
            elif word in words.lowered:
                lowered = lowered or word
            elif word not in words.modifiers and not (word == "then" and j < a):
                break
            j -= 1
        stop = j
        possessive = False
        if j > 1 and (w[j - 1] == "'s" or (w[j - 1] == "'" and w[j - 2].endswith("s"))):
            possessive = True
            j -= 1
        half = _HALVES.get(w[j - 1]) if possessive else None
        if half is not None and scan.capital[j - 1] and self.story.votes.keys() & set(_HALVES.values()):
            owners.append(half)  # "the North's leader"
            stop = j = j - 1
        while j > 0:
            hit = scan.ending.get(j) if half is None or not owners else None
            if hit is None or (hit.a in self.story.taken and not possessive):
                break
            if hit.of("body") is not None:  # "Russian Foreign Ministry spokeswoman"
                j = stop = hit.a
                if j > 0 and w[j - 1] == "'s":
                    j -= 1
                    possessive = True
                continue
            owner = self._owner(hit)
            if owner is None or hit.of("mask") is not None:
                break
            if owner not in owners:
                owners.insert(0, owner)
            if self.story.aside(hit):
                break
            if (
                hit.of("name") is not None
                and not possessive
                and not w[hit.a].endswith(".")
                and not self._written_upper(hit)
            ):
                bare = True
            j = stop = hit.a
            k = j
            while (
                k > 0
                and w[k - 1] in words.modifiers | words.former
                and w[k - 1] not in ("his", "her", "its", "their")
            ):
                former = former or w[k - 1] in words.former
                k -= 1
            stop = k
            # "Russian, Turkish and Iranian": coordinated owners
            if k > 1 and w[k - 1] in ("and", ",", "or") and (prior := scan.ending.get(k - 1)) is not None:
                if prior.of("adjective") is not None and hit.of("adjective") is not None:
                    j = k - 1
                    continue
                if w[k - 1] == "and" and prior.of("name") is not None and possessive:
                    j = k - 1
                    continue
            break
        begin = stop
        while begin < a and w[begin] in _POSSESSIVES:
            begin += 1
        return Left(tuple(owners), begin, former, lowered, bare)

    def _written_upper(self, hit: Hit) -> bool:
        return self.story.text[self.scan.start[hit.a] : self.scan.end[hit.b - 1]].isupper()

    def _right(self, b: int, office: str, plural: bool = False) -> Right:
        scan = self.scan
        w, n = scan.fold, scan.n
        p = b
        owners: list[str] = []
        about: str | None = None
        for _ in range(4):
            if p + 1 >= n or w[p] not in ("of", "for", "to", "on", "at", "in"):
                break
            q = p + 1
            while q < n - 1 and w[q] in ("the", "former", "neighbouring", "neighboring", "all", "both"):
                q += 1
            hit = scan.starting.get(q)
            if hit is None or hit.of("mask") is not None:
                break
            end = hit.b
            found = (
                self._owner(hit)
                if hit.of("body", "title") is None or hit.of("org", *LAND_FLAVOURS) is not None
                else None
            )
            if found is None and hit.of("person", "surname") is not None:
                break
            following = scan.starting.get(end)
            if found is not None and following is None and hit.of("org") is not None and self._qualifies(hit):
                break  # "head of the UN nuclear watchdog": not of the UN
            if (
                found is not None
                and following is not None
                and following.of("body", "title") is not None
                and (hit.of("adjective", "org") is not None or self._written_upper(hit))
            ):
                if (
                    following.of("title") is not None
                    and scan.capital[following.a]
                    and following.b < n
                    and scan.capital[following.b]
                    and w[p] != "of"
                ):
                    break
                end = following.b  # "of the Russian Foreign Ministry", "of the UN Secretary-General"
            elif (
                found is not None
                and hit.of("adjective") is not None
                and end < n
                and w[end] == _DIPLOMACY
                and not owners
            ):
                owners.append(found)
                p = end + 1
                break
            elif found is not None and hit.of("adjective") is not None and hit.of("name") is None:
                break  # "of Russian oil": no owner
            elif found is None:
                if hit.of("body", "title") is None:
                    break
                p = end  # "of the Foreign Ministry (of Russia)"
                continue
            if w[p] == "in" and not (office in ("ambassador", "military-officer") and about is None):
                break
            if w[p] in ("of", "at") or (w[p] in ("for", "to") and office not in _ABOUT_TITLES and not owners):
                if owners:
                    break
                owners.append(found)
                k = end
                while plural and k + 1 < n and w[k] in (",", "and"):
                    q = k + 1
                    while q < n - 1 and w[q] in ("and", "the"):
                        q += 1
                    other = scan.starting.get(q)
                    code = (
                        self.story.code(other)
                        if other is not None and other.of("name", "capital") is not None
                        else None
                    )
                    if other is None or code is None:
                        break
                    owners.append(code)
                    k = other.b
                end = k
            elif about is None:
                about = found
            else:
                break
            p = end
        return Right(tuple(owners), about, p)

    def _qualifies(self, hit: Hit) -> bool:
        """Whether an organisation's name only qualifies the common noun after it."""
        scan, g = self.scan, self.story.g
        if hit.b >= scan.n or scan.capital[hit.b] or not scan.fold[hit.b][0].isalpha():
            return False
        last = scan.token(scan.end[hit.b - 1] - 1)
        return g.dep[last] in ("compound", "nmod", "amod") and g.pos[scan.token(scan.start[hit.b])] in (
            "NOUN",
            "ADJ",
        )

    def _name_at(self, p: int) -> tuple[int, str | None]:
        """A personal name at word `p`: the word after it, and the known person's id when it is one."""
        scan = self.scan
        w, n = scan.fold, scan.n
        if p >= n:
            return p, None
        while p < n - 1 and (w[p] in self.words.honorifics and scan.capital[p]):
            p += 2 if w[p + 1] == "." else 1
        hit = scan.starting.get(p)
        if hit is not None and hit.of("person") is not None and (scan.capital[p] or hit.b - hit.a > 1):
            end, _ = self.registry.name_run(p)
            if end <= hit.b or hit.b - hit.a > 1:
                return hit.b, self.registry.choose(hit.keys("person"))
        if p >= n or not (
            scan.capital[p] or (w[p] in self.words.particles and p + 1 < n and scan.capital[p + 1])
        ):
            return p, None
        return self.registry.name_run(p)[0], None

    def _title(self, hit: Hit, titles: list[Title], key: str) -> Role | None:
        """Read a title with the name that goes with it; without one it is left for later."""
        scan, story = self.scan, self.story
        left = self._left(hit.a)
        right = self._right(hit.b, titles[0].office)
        owner = (
            left.owners[0] if len(left.owners) == 1 else (right.owners[0] if len(right.owners) == 1 else None)
        )
        about = right.about
        only = _only(titles[0])
        if only in self.kb.organisations and owner not in self.kb.states:
            owner = only  # "the UN High Commissioner for Refugees"
        if left.owners and right.owners and about is None:
            about = right.owners[0]
        place = self._governed(hit) if titles[0].office == "governor" else None
        if place is not None:
            owner, start, stop = place
            left = left._replace(owners=(owner,) if start < hit.a else (), begin=min(left.begin, start))
            right = Right((owner,) if stop > hit.b else (), None, stop)
        title = self.office(titles, owner, key)
        if key in _SAME_OFFICE:
            if owner is None:
                return None
            title = self._office_before(scan.start[hit.a]) or Title(key, "GOV", frozenset())
        if right.owners and scan.fold[right.end - 1] == _DIPLOMACY:
            title = Title("foreign-minister", "GOV", frozenset())
        if title is None:
            return None
        if left.lowered and not title.office.startswith(("deputy", "vice")):
            title = Title(f"{left.lowered}-{title.office}", title.sector, title.scope)
        begin = left.begin
        if (
            owner is not None
            and owner in self.kb.states
            and title.office.endswith("-minister")
            and any(x in key for x in ("ministry", "mfa", "department"))
        ):
            story.named_bodies.append((scan.start[hit.a], f"{title.office.removesuffix('er')}ry", owner))
        for k, side in ((begin, left.owners), (hit.b, right.owners)):
            for code in side:
                story.imply(k, code)
        after = right.end
        end, person = self._name_at(after)
        if end == after and after != hit.b:
            end, person = self._name_at(hit.b)
            after = hit.b if end > hit.b else after
        named = end > after and self._nameable(after, end, person)
        if (
            not named
            and right.end > hit.b
            and right.end < scan.n
            and scan.fold[right.end] in ("for", "on", "to", "in")
        ):
            far = self._beyond(right.end)
            if far is not None:
                after, end, person, named = far.a, far.b, self.registry.choose(far.keys("person")), True
        if not named:
            before = self._named_before(begin)
            if before is not None:
                self._apposition(
                    before,
                    hit,
                    title,
                    key,
                    owner,
                    about,
                    begin,
                    right.end if owner in right.owners else hit.b,
                    left.former,
                )
                return None
            if after + 1 < scan.n and scan.fold[after] == ",":
                end, person = self._name_at(after + 1)
                closed = end >= scan.n or scan.fold[end] in BREAKS or scan.fold[end] == "'s"
                if (
                    end > after + 1
                    and closed
                    and (
                        person is not None
                        or end - after > 2
                        or self.registry.here(scan.fold[end - 1]) is not None
                    )
                    and self._nameable(after + 1, end, person)
                ):
                    after, named = after + 1, True
        if not named:
            return Role(hit, title, owner, left, right, key)
        if owner is None and end + 1 < scan.n and scan.fold[end] == "of":  # "President Putin of Russia"
            behind = self._right(end, title.office)
            if len(behind.owners) == 1:
                owner, end_of_all = behind.owners[0], behind.end
                title = self.office(titles, owner, key) or title
            else:
                end_of_all = end
        else:
            end_of_all = end
        if left.bare and owner in left.owners and self._stray(after, end, person, title, owner, begin):
            begin, owner = hit.a, None  # "the visit to Ukraine Vice President Biden": the state is not his
        if (
            person is None
            and end_of_all == end
            and end + 1 < scan.n
            and scan.fold[end] == "of"
            and scan.capital[end + 1]
        ):
            person = self._translated(after, end + 2, title, key, owner)
            if person is not None:
                end = end_of_all = end + 2
        known = self._resolve_name(after, end, person, title, key, owner, left.former)
        agreed = self._check(known, title, key, owner, about, left.former, begin, end)
        self.registry.bear(known).note(scan.start[after])
        known.called.update(key.split())
        why = f"named with the title {key!r}" + (f" of {owner}" if owner else "")
        if scan.fold[after - 1] == ",":
            story.mention(begin, after - 1, "role", (known.actor,), f"title of {known.actor.name}")
            story.mention(after, end_of_all, "name", (known.actor,), why)
        else:
            story.mention(begin, end_of_all, "name", (known.actor,), why)
        story.taken.update(range(begin, end_of_all))
        if agreed and not left.former and story.kind(scan.start[begin]) != "related":
            known.offices.add((title.office, owner or _only(title)))
        return None

    def _governed(self, hit: Hit) -> tuple[str, int, int] | None:
        """The region or city that a governor or mayor has, and the words of the title with it."""
        scan, governed = self.scan, self.kb.governed
        w = scan.fold
        q = hit.b + 1
        if hit.b < scan.n and w[hit.b] == "of":
            while q < scan.n - 1 and w[q] in ("the", "city", "of", "province", "region", "state"):
                q += 1
            for size in (3, 2, 1):
                if q < scan.n and scan.capital[q] and (id_ := governed.get(" ".join(w[q : q + size]))):
                    return id_, hit.a, q + size
            return None
        a = hit.a
        while a > 0 and w[a - 1] in self.words.modifiers | self.words.former | {"'s"}:
            a -= 1
        for size in (3, 2, 1):
            if a >= size and scan.capital[a - size] and (id_ := governed.get(" ".join(w[a - size : a]))):
                return id_, a - size, hit.b
        return None

    def _office_before(self, at: int) -> Title | None:
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
                offices = sorted(known.offices, key=lambda o: (o[0] not in PROMINENT, o[0]))
                best = (start, offices[0][0])
        for known in self.registry.known.values():
            spot = known.before(at)
            if known.offices and (best is None or spot > best[0]) and spot >= 0:
                best = (spot, min(known.offices, key=lambda o: (o[0] not in PROMINENT, o[0]))[0])
        if best is None or at - best[0] > 400:  # characters: a sentence or two
            return None
        return Title(best[1], self.kb.sector_of(best[1]), frozenset())

    def _beyond(self, p: int) -> Hit | None:
        """A known name after the rest of a long title (`for the Middle East and Africa`)."""
        scan = self.scan
        for k in range(p + 1, min(p + 9, scan.n)):
            hit = scan.starting.get(k)
            if hit is not None and hit.of("person") is not None:
                return hit
            if not scan.capital[k] and scan.fold[k] not in ("the", "and", "of", "for", "in"):
                return None
        return None

    def _nameable(self, p: int, end: int, person: str | None) -> bool:
        """Whether words after a title are a name: nothing lower-cased, no thing, no verb at a headline's end."""
        if person is not None:
            return True
        w = self.scan.fold
        last = w[end - 1]
        return not (last in self.words.thing_words and end - p > 1) and last not in self.words.not_names

    def _stray(self, a: int, b: int, person: str | None, title: Title, owner: str, begin: int) -> bool:
        """Whether the state before a title is the end of another phrase, by what is known of the person."""
        if begin == 0 or self.scan.fold[begin - 1] not in self.words.locative | {
            "to",
            "of",
            "from",
            "with",
            "and",
        }:
            return False
        known = self.registry.known.get(person) if person else self.registry.here(self.scan.fold[b - 1])
        if known is None and person is not None:
            known = self.registry.register(person)
        if known is None:
            return False
        owners = {o for office, o in known.offices if office == title.office}
        return bool(owners) and owner not in owners

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
            return titles[0]
        leader = next((t for t in titles if t.office == "leader"), None)
        return Title("leader", "GOV", frozenset()) if leader is not None else None

    def _party(self, owner: str, right: Right) -> bool:
        """Whether an owner is a party, which has one leader at a time, and stands after the title."""
        return owner in right.owners and self.kb.organisations[owner].kind == "party"

    def _translated(self, a: int, b: int, title: Title, phrase: str, owner: str | None) -> str | None:
        """The holder in whose name a particle was translated: `Jaap de Hoop of Scheffer`."""
        holder = self.kb.holder(self.kb.kinds_of(title, phrase, owner)[0], self.on) if owner else None
        if holder is None:
            return None
        words = [w for w in self.scan.fold[a:b] if w != "of"]
        if fuzz.ratio("".join(words), "".join(pieces(holder.name))) < CLOSE:
            return None
        self._garbled(a, b, holder.name)
        return holder.id

    def _garbled(self, a: int, b: int, meant: str) -> None:
        scan = self.scan
        self.story.warn(
            "garbled name", scan.span(a, b), f"{scan.written(a, b)!r} is a broken name; {meant} is meant"
        )

    def _misspelt(self, a: int, b: int, parts: list[int], holder: Person, state: str) -> None:
        """Warn of a slip in a name that has one spelling only: those of Spanish America and Spain."""
        if state not in self.words.two_surnames:
            return
        written = [self.scan.fold[k] for k in parts]
        forms = [pieces(n) for n in (holder.name, *holder.aliases)]
        if len(written) < 2 or any(set(written) <= set(f) for f in forms):
            return
        for form in forms:
            odd = [(x, y) for x, y in zip(written, form, strict=False) if x != y]
            if (
                len(form) == len(written)
                and len(odd) == 1
                and fuzz.ratio(*odd[0]) >= BROKEN
                and len(odd[0][0]) > 3
            ):
                self._garbled(a, b, holder.name)
                return

    def _resolve_name(
        self, a: int, b: int, person: str | None, title: Title, phrase: str, owner: str | None, former: bool
    ) -> Known:
        scan = self.scan
        state = owner or _only(title)
        if person is not None:
            return self.registry.register(person)
        parts = [k for k in range(a, b) if scan.fold[k][0].isalpha()]
        surname = scan.fold[parts[-1]]
        holder = self.kb.holder(self.kb.kinds_of(title, phrase, state)[0], self.on) if state else None
        if holder is not None and not former:
            joined = f" {' '.join(scan.fold[a:b])} "
            for own in holder.surnames:
                alike = fuzz.ratio(own, surname) >= SAME_SURNAME or name_key(own.split()) == name_key(
                    [surname]
                )
                if f" {own} " in joined or (alike and self._same_first(holder, a, parts)):
                    self._misspelt(a, b, parts, holder, state or "")
                    return self.registry.register(holder.id)
        if holder is not None and not former and 2 <= len(parts) <= 4:
            written = "".join(scan.fold[k] for k in parts)
            whole = "".join(pieces(holder.name))
            close = fuzz.ratio(written, whole)
            if close >= CLOSE or (close >= BROKEN and surname not in self.kb.surnames):
                self.story.warn(
                    "garbled name",
                    scan.span(a, b),
                    f"{scan.written(a, b)!r} is a broken name; {holder.name} is meant",
                )
                return self.registry.register(holder.id)
        if len(parts) == 1:
            found = self.registry.here(surname, scan.start[a])
            if found is not None:
                return found
            owned = [
                p for p in self.kb.surnames.get(surname, ())
                if any(self.kb.owner_of(t.office)[0] == state or state is None for t in self.kb.persons[p].tenures)
            ]  # fmt: skip
            if holder is not None and not former and not owned:
                for own in holder.surnames:
                    if own[0] == surname[0] and len(surname) > 3 and fuzz.ratio(own, surname) >= SLIP:
                        self.story.warn(
                            "garbled name",
                            scan.span(a, b),
                            f"{scan.written(a, b)!r} is a broken name; {holder.name} is meant",
                        )
                        return self.registry.register(holder.id)
            if owned:
                fitting = [
                    p
                    for p in owned
                    if any(t.office.endswith(f":{title.office}") for t in self.kb.persons[p].tenures)
                ]
                best = self.registry.choose(fitting or owned)
                if self.registry.fit(self.kb.persons[best]) > 0:
                    return self.registry.register(best)
        else:
            found = self.registry.alike(a, b)
            if found is not None:
                return found
            namesake = self.registry.here(surname, scan.start[a])
            if namesake is not None and self._fits_name(namesake, a, parts):
                return namesake
        if state in self.kb.states:
            country: str | None = state
            sector: str | None = title.sector if title.sector not in ("IGO", "REB") else "GOV"
        elif state is not None:
            org = self.kb.organisations[state]
            country, sector = org.country, org.sector
        else:
            country, _ = self.story.context(scan.token(scan.start[a]))
            sector = title.sector
        return self.registry.register_new(
            scan.written(a, b), country, sector, self._label(title, state), self.registry.gender_before(a)
        )

    def _same_first(self, holder: Person, a: int, parts: list[int]) -> bool:
        """Whether the first name in the text can be the holder's; a bare surname always can."""
        if len(parts) == 1:
            return True
        first = self.scan.fold[parts[0]]
        own = pieces(holder.name)
        return any(x[0] == first[0] for x in own) or fuzz.ratio(first, own[0]) >= 60

    def _fits_name(self, known: Known, a: int, parts: list[int]) -> bool:
        own = pieces(known.actor.name)
        first = self.scan.fold[parts[0]]
        return (
            len(own) == 1
            or first == own[0]
            or (len(first) == 1 and own[0][0] == first)
            or (len(own[0]) == 1 and first[0] == own[0])
        )

    def _label(self, title: Title, owner: str | None) -> str:
        return (
            self.kb.office_name(f"{owner}:{title.office}")
            if owner is not None
            else title.office.replace("-", " ")
        )

    def _check(
        self,
        known: Known,
        title: Title,
        phrase: str,
        owner: str | None,
        about: str | None,
        former: bool,
        begin: int,
        end: int,
    ) -> bool:
        """Warn when the knowledge base gives the stated office to somebody else on that day.

        Returns whether the text and the knowledge base agree, as far as the latter knows.
        """
        kb, on = self.kb, self.on
        state = owner or _only(title)
        if on is None or former or title.office.startswith(tuple(f"{x}-" for x in self.words.lowered)):
            return True
        person = kb.persons.get(known.actor.id)
        span = self.scan.span(begin, end)
        if title.office in ("envoy", "special-envoy") and person is not None and owner in (None, "un"):
            keys = [t.office for t in person.tenures if ":envoy-" in t.office and holds(t.since, t.until, on)]
            if keys and about is not None:
                topic = slug(kb.states[about].name if about in kb.states else about)
                if not any(k.endswith(f":envoy-{topic}") for k in keys):
                    wanted = f"{keys[0].partition(':')[0]}:envoy-{topic}"
                    holder = kb.holder(wanted, on)
                    is_ = kb.office_name(keys[0]).replace("envoy ", "envoy for ", 1)
                    expected = (
                        f"; the one for {topic.replace('-', ' ').title()} was {holder.name}" if holder else ""
                    )
                    self.story.warn("role mismatch", span, f"{person.name} was {is_} on {on}{expected}")
                    return False
            return True
        if owner is None and person is not None:
            # "Foreign Secretary David Miliband": whose the title is, its bearer says.
            tenure = kb.in_office(person, on)
            state = kb.owner_of(tenure.office)[0] if tenure is not None else None
        if state is None or title.office in self.words.shared_offices:
            return True
        keys = kb.kinds_of(title, phrase, state)
        key = keys[0]
        if person is not None and any(kb.held(person, k, on) for k in keys):
            return True
        holder = kb.holder(key, on)
        if holder is None or (person is not None and holder.id == person.id):
            return True
        if person is None:
            if on > "2025" or any(x in known.actor.name.lower() for x in holder.surnames):
                return True  # the base may not know a new holder yet
            says = f"{known.actor.name} is not known to have held it"
        else:
            own = kb.in_office(person, on)
            says = (
                f"{person.name} was {kb.office_name(own.office)}" if own else f"{person.name} did not hold it"
            )
        self.story.warn("role mismatch", span, f"{says}; the {kb.office_name(key)} on {on} was {holder.name}")
        return False

    def _named_before(self, begin: int) -> tuple[int, int] | None:
        """A personal name right before an apposed title: `Name, the foreign minister of X`."""
        scan, words = self.scan, self.words
        w = scan.fold
        j = begin
        if j > 0 and w[j - 1] in ("the", "a"):
            j -= 1
        if j < 2 or w[j - 1] not in (",", "–", "("):
            return None
        b = j - 1
        a = b
        while (
            a > 0
            and b - a < 6
            and w[a - 1] not in BREAKS
            and (scan.capital[a - 1] or w[a - 1] in words.particles)
            and w[a - 1] not in words.not_names
        ):
            prior = scan.ending.get(a)
            if (
                prior is not None
                and prior.of("person", "surname") is None
                and prior.of(*LAND_FLAVOURS, "org", "title", "titles", "mask") is not None
            ):
                break
            a -= 1
        while a < b and w[a] in words.particles and not scan.capital[a]:
            a += 1
        hit = scan.ending.get(b)
        if hit is not None and hit.of("person") is not None:
            return min(a, hit.a), b
        if (
            hit is not None
            and (t := hit.of("surname")) is not None
            and (b - a >= 2 or self.registry.here(t.key) is not None)
        ):
            return min(a, hit.a), b
        if a > 0 and w[a - 1] in words.locative:
            return None  # "In St Petersburg, the head of the agency"
        return (a, b) if b - a >= 2 and w[b - 1] not in words.thing_words else None

    def _apposition(
        self,
        name: tuple[int, int],
        hit: Hit,
        title: Title,
        phrase: str,
        owner: str | None,
        about: str | None,
        begin: int,
        end: int,
        former: bool,
    ) -> None:
        scan, story = self.scan, self.story
        a, b = name
        found = scan.ending.get(b)
        person = None
        if found is not None and found.of("person") is not None:
            person = self.registry.choose(found.keys("person"))
            a = found.a
        known = self._resolve_name(a, b, person, title, phrase, owner, former)
        agreed = self._check(known, title, phrase, owner, about, former, begin, hit.b)
        self.registry.bear(known).note(scan.start[a])
        known.called.update(phrase.split())
        if a not in story.taken:
            story.mention(a, b, "name", (known.actor,), "named, with a title after it")
        story.mention(begin, max(end, hit.b), "role", (known.actor,), f"title of {known.actor.name}")
        self._inner(hit.b, max(end, hit.b))
        story.taken.update(range(a, max(end, hit.b)))
        if agreed and not former:
            known.offices.add((title.office, owner or _only(title)))

    def _titles(self, hit: Hit, titles: list[Title], titles_key: str) -> None:
        """`the Russian and Turkish foreign ministers`, `the presidents of France and Germany`."""
        scan = self.scan
        left = self._left(hit.a)
        right = self._right(hit.b, titles[0].office, plural=True)
        owners = left.owners if len(left.owners) > 1 else right.owners
        after = scan.starting.get(hit.b)
        if after is not None and after.of("person", "surname") is not None and scan.capital[hit.b]:
            self.story.used[scan.token(scan.start[hit.b - 1])] = True  # "Presidents Putin and Erdogan"
        if len(owners) < 2 or left.former or left.lowered:
            return
        actors = []
        falls = self._falls(scan.token(scan.start[hit.a]))
        for owner in owners:
            title = titles[0] if titles_key in _SAME_OFFICE else self.office(titles, owner, titles_key)
            if title is None or title.office in self.words.shared_offices:
                return
            actors.append(self._holder(title, titles_key, owner, falls).actor)
        end = right.end if owners is right.owners else hit.b
        self.story.mention(
            left.begin, end, "role", tuple(dict.fromkeys(actors)), "holders of one office in several states"
        )
        self.story.taken.update(range(left.begin, end))
        for actor in actors:
            if actor.id in self.registry.known:
                self.registry.known[actor.id].note(scan.start[hit.a])

    def _falls(self, token: int) -> bool:
        """Whether a sentence tells of somebody's death or fall."""
        g = self.story.g
        first, last = g.sents[g.sent[token]]
        return any(
            g.lemma[k] in (self.words.fall_verbs if g.pos[k] == "VERB" else _FALLS)
            for k in range(first, last)
            if g.pos[k] in ("VERB", "NOUN")
        )

    def _fallen(self, key: str) -> Person | None:
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

    def _holder(
        self, title: Title, phrase: str, owner: str, falls: bool = False, at: int | None = None
    ) -> Known:
        """Who holds an office: the one this text says, else the knowledge base's, else nobody by name.

        `falls`: the sentence tells of a fall, so that of two holders on one day the first is meant.
        """
        kinds = {k.partition(":")[2] for k in self.kb.kinds_of(title, phrase, owner)[:1]}
        if at is not None and not falls:
            falls = self._usurps(self.kb.kinds_of(title, phrase, owner)[0], at)
        if falls and (gone := self._fallen(self.kb.kinds_of(title, phrase, owner)[0])) is not None:
            return self.registry.register(gone.id)
        for known in sorted(self.registry.known.values(), key=lambda k: -len(k.spots)):
            if any(c == owner and o in kinds for o, c in known.offices):
                return known
        for key in self.kb.kinds_of(title, phrase, owner)[:1]:
            holder = self.kb.holder(key, self.on)
            if holder is not None:
                return self.registry.register(holder.id)
        label = self._label(title, owner)
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

    def holder_of(self, phrase: str, owner: Actor) -> Actor | None:
        """Who holds the office that a title names in a body or state, as this text or the knowledge base says."""
        kb = self.kb
        id_ = owner.country if owner.kind == "state" else owner.id
        if id_ is None or (id_ not in kb.states and id_ not in kb.organisations):
            return None
        title = self.office(kb.titles[phrase], id_, phrase)
        if title is None:
            return None
        keys = {title.office, *(k.partition(":")[2] for k in kb.kinds_of(title, phrase, id_)[:1])}
        here = [k for k in self.registry.known.values() if any(c == id_ and o in keys for o, c in k.offices)]
        if here:
            return max(here, key=lambda k: (len(k.spots), k.actor.id)).actor
        shared = title.office in self.words.shared_offices - {"leader", "president", "director"}
        for key in kb.kinds_of(title, phrase, id_)[:1]:
            holder = None if shared else kb.holder(key, self.on)
            if holder is None and not shared and key.endswith((":leader", ":president", ":director")):
                holder = self._sole(key)
            if holder is not None:
                return self.registry.register(holder.id).actor
        return None

    def holders_in(self, phrase: str, owners: list[str]) -> list[Actor]:
        """Who holds the office that a plural title names in each of several states, as far as it is known."""
        out: list[Actor] = []
        for owner in owners:
            title = self.office(self.kb.titles[phrase], owner, phrase)
            if title is None or title.office in self.words.shared_offices:
                return []
            who = self._holder(title, phrase, owner).actor
            if who.id in self.kb.persons or ((known := self.registry.known.get(who.id)) and known.spots):
                out.append(who)
        return out

    def _sole(self, key: str) -> Person | None:
        """The holder of an office that several may hold at once, when there is one only."""
        found = {p for s, u, p in self.kb.holders.get(key, ()) if self.on and holds(s, u, self.on)}
        return self.kb.persons[found.pop()] if len(found) == 1 else None

    def _role(self, role: Role) -> None:
        """A title without a name: `the Russian foreign minister`, `the Secretary of State`."""
        hit, title, owner, left, right, key = role
        scan, story = self.scan, self.story
        if owner is None and self._owned(left.begin):
            return  # "the group's leader": whose he is, is not known yet
        if key in _SAME_OFFICE:
            found = self._office_before(scan.start[hit.a])
            if found is None or owner is None or found.office in self.words.shared_offices:
                return
            title = found
        same = key in _SAME_OFFICE
        g = story.g
        begin, end = left.begin, hit.b
        if owner is not None and owner in right.owners:
            end = right.end
        head = scan.token(scan.start[hit.b - 1])
        if left.former or left.lowered or self._predicate(hit, begin):
            return
        if (
            hit.b < scan.n
            and scan.start[hit.b] == scan.end[hit.b - 1] + 1
            and g.dep[head] in ("compound", "nmod", "amod")
            and g.head[head] == head + 1
            and not scan.capital[hit.b]
            and not (
                hit.b + 1 < scan.n and scan.fold[hit.b + 1] in _DETERMINERS
            )  # "ministers chair the talks"
        ):
            return  # "prime minister candidate"
        word = key.split()[-1]
        roles = self.words.role_nouns.get(key) if not same else None
        indefinite = begin > 0 and scan.fold[begin - 1] in (
            "a",
            "an",
            "any",
            "no",
            "every",
            "another",
            "each",
        )
        if indefinite:
            return
        definite = begin > 0 and scan.fold[begin - 1] in ("the", "this", "that", "'s")
        if (
            not definite
            and scan.capital[hit.a]
            and g.tag[head] in ("NN", "NNP")
            and g.dep[head] in ("nsubj", "nsubjpass", "poss")
        ):
            definite = g.child(head, "det", "poss") is None  # "Minister stressed": translators drop articles
        if owner is None and title.office == "opposition-leader" and definite:
            owner = story.context(head)[0]
        if left.begin < hit.a and scan.fold[left.begin] in ("his", "her", "its", "their"):
            return
        if owner is None and (
            (word in _EMPTY_TITLES and key == word)
            or (hit.b < scan.n and scan.fold[hit.b] == "of" and roles is not None)
        ):
            return
        if owner is None and roles is not None:
            if key == "politician":
                return  # whoever is in power is called by the office
            if (
                self._generic(hit, title, roles, definite)
                or not definite
                or title.office not in _FALLBACK
                or len(key.split()) > 1
            ):
                return
        state = owner or _only(title)
        special = self._special(hit, title, key, state, right) if state is not None else None
        if special is not None:
            if right.about is not None and right.end > end:
                end = right.end
            special.note(scan.start[hit.a])
            story.mention(begin, end, "role", (special.actor,), f"the {key} of {state} on {self.on}")
            self._inner(hit.b, end)
            story.taken.update(range(begin, end))
            return
        if key.endswith("elect"):
            elected = self._elected(state or story.context(head)[0] or "")
            if elected is not None:
                elected.note(scan.start[hit.a])
                story.mention(begin, end, "role", (elected.actor,), "who will be head of state")
                story.taken.update(range(begin, end))
            return
        local = state in self.kb.regions
        shared = title.office in self.words.shared_offices or (
            roles is not None and title.office not in _SINGLE
        )
        if state is not None and shared and not local:
            self._shared(hit, title, state, begin, end, roles)
            return
        if state is None and title.office in self.words.world_offices and (definite or scan.capital[hit.a]):
            state = self._world(title.office, scan.start[hit.a])
        if state is None and (definite or scan.capital[hit.a]):
            state = self._beside(begin, head)
        if state is None:
            who = self._in_text(title, hit.a, head)
            who = self._deposed(who, title, head) or who
            how = "of this text"
            if (
                who is None
                and (definite or scan.capital[hit.a])
                and title.office not in self.words.shared_offices
            ):
                state, how = self._realm(key) or story.context(head)
                who = self._holder(title, key, state, self._falls(head), head) if state is not None else None
                how = f"of {state}, the country of {how}"
        else:
            begun = _BEGUN.intersection(scan.fold[begin : hit.a])
            who = self._holder(title, key, state, not begun and self._falls(head), None if begun else head)
            how = f"of {state}" + (f" on {self.on}" if self.on else "")
        if who is None:
            return
        who.note(scan.start[hit.a])
        story.mention(begin, end, "role", (who.actor,), f"the {title.office.replace('-', ' ')} {how}")
        story.taken.update(range(begin, end))

    def _deposed(self, who: Known | None, title: Title, token: int) -> Known | None:
        """Who held an office until the very day, where its new holder is named in the sentence that names the office."""
        owner = (
            next((o for kind, o in who.offices if kind == title.office and o), None)
            if who is not None
            else None
        )
        if owner is None or not self._usurps(f"{owner}:{title.office}", token):
            return None
        gone = self._fallen(f"{owner}:{title.office}")
        return self.registry.register(gone.id) if gone is not None else None

    def _realm(self, phrase: str) -> tuple[str, str] | None:
        """The monarchy of which the text speaks most, for `the emir`, `the crown prince`."""
        votes, bearers = self.story.votes, self.story.bearers
        codes = self.words.crowned.get(phrase, frozenset()) & (votes.keys() | bearers.keys())
        if not codes:
            return None
        return max(
            sorted(codes), key=lambda c: votes.get(c, 0) + bearers.get(c, 0)
        ), "a monarchy of this text"

    def _elected(self, state: str) -> Known | None:
        """Who takes over as head of state within months of the day."""
        if self.on is None or len(self.on) != 10:
            return None
        day = date.fromisoformat(self.on)
        coming = [
            (s, p)
            for s, _, p in self.kb.holders.get(f"{state}:head-of-state", ())
            if len(s) >= 7 and 0 < (date.fromisoformat((s + "-15")[:10]) - day).days <= ELECT_DAYS
        ]
        return self.registry.register(min(coming)[1]) if coming else None

    def _world(self, office: str, at: int) -> str | None:
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

    def _beside(self, begin: int, head: int) -> str | None:
        """The state of `the foreign minister` in `the Iranian president X and the foreign minister`."""
        scan, story, g = self.scan, self.story, self.story.g
        k = begin
        while k > 0 and scan.fold[k - 1] in ("the", "then", "also"):
            k -= 1
        if k > 1 and scan.fold[k - 1] == "and":
            prior = story.at.get(scan.token(scan.start[k - 2]))
            if prior is not None and len(prior.actors) == 1 and prior.actors[0].kind == "person":
                return prior.actors[0].country
        # "Sartaj Aziz, the adviser to the prime minister": inside the title of somebody
        i = head
        for _ in range(_INSIDE):
            if g.dep[i] not in ("pobj", "prep", "appos", "compound") or g.head[i] == i:
                break
            i = g.head[i]
            mention = story.at.get(i)
            if mention is not None and mention.head == i and mention.last < head:
                actor = mention.actors[0] if len(mention.actors) == 1 else None
                return actor.country if actor is not None and actor.kind == "person" else None
        return None

    def _special(self, hit: Hit, title: Title, key: str, owner: str, right: Right) -> Known | None:
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
        if title.office not in ("envoy", "ambassador"):
            return None
        scan, story = self.scan, self.story
        about: set[str] = set()
        if right.about is not None:
            about = {
                right.about.lower(),
                slug(kb.states[right.about].name) if right.about in kb.states else "",
            }
        elif hit.b + 1 < scan.n and scan.fold[hit.b] in ("for", "to", "on", "in", "at"):
            q = hit.b + 2 if scan.fold[hit.b + 1] == "the" else hit.b + 1
            about = {"-".join(scan.fold[q : q + size]) for size in (1, 2, 3)}
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

    def _inner(self, a: int, b: int) -> None:
        """Note the organisation named inside a title: `the leader of the RUF`."""
        for hit in self.story.hits:
            if hit.a >= b:
                break
            t = hit.of("org") if hit.a >= a and hit.b <= b else None
            organisation = self.kb.organisation(t.key) if t is not None else None
            if organisation is not None and organisation.kind != "intergovernmental organisation":
                self.story.mention(hit.a, hit.b, "name", (organisation,), "named inside a title")

    def _concerns(self, topic: str) -> bool:
        """Whether a topic (`syria`, `north-korea`) is a state of this story, by its name or its people."""
        states, mandates = self.kb.states, self.words.mandates
        codes = (*self.story.votes, *self.story.bearers)
        return any(
            slug(states[c].name) == topic or c in mandates.get(topic, ()) for c in codes if c in states
        )

    def _in_text(self, title: Title, word: int, head: int) -> Known | None:
        """The person of this text in an office: the one named last before a word, else the first after it.

        `the new premier`, `the departing premier`: whose term begins or ends. Nobody named only later is meant
        where the sentence says that it tells of another state.
        """
        at = self.scan.start[word]
        named = [k for k in self.registry.known.values() if k.spots]
        timely = {k.actor.id: t for k in named if (t := self._timely(k, frozenset({title.office}), word))}
        if timely:
            ends = self.scan.fold[word - 1] in _ENDING
            edges = sorted((t, id_) for id_, t in timely.items())
            return self.registry.known[edges[0][1] if ends else edges[-1][1]]
        last = self.scan.fold[self.scan.starting[word].b - 1]
        fitting = [k for k in named if self._fills(k, frozenset({title.office}), last)]
        before = [k for k in fitting if k.before(at) >= 0]
        if before:
            return max(before, key=lambda k: k.before(at))
        local = self.story.venue(head)
        fitting = [k for k in fitting if local is None or any(c == local for _, c in k.offices)]
        return min(fitting, key=lambda k: k.spots[0]) if fitting else None

    def _shared(
        self, hit: Hit, title: Title, state: str, begin: int, end: int, roles: frozenset[str] | None
    ) -> None:
        """An office that many hold (`the Russian ambassador`, `the Syrian leader`): somebody of this text, or nobody named."""
        wanted = (roles or frozenset()) | {title.office}
        at = self.scan.start[hit.a]
        fitting = [
            k
            for k in self.registry.known.values()
            if k.before(at) >= 0 and any(_office_fits(o, wanted) and c == state for o, c in k.offices)
        ]
        scan = self.scan
        who = max(fitting, key=lambda k: k.before(at)) if fitting else None
        if who is not None and title.office == "leader" and self._falls(scan.token(at)):
            dead = self._fallen(f"{state}:head-of-state")
            known = self.registry.known.get(dead.id) if dead is not None else None
            who = known if known is not None and known.before(at) >= 0 else who
        if who is None and title.office == "leader" and state in self.kb.states and self.on is not None:
            gone = self._fallen(f"{state}:head-of-state") if self._falls(scan.token(at)) else None
            leader = gone or self._leader(state)
            who = self.registry.register(leader.id) if leader is not None else None
        if who is None and title.office == "leader" and state in self.kb.organisations:
            leader = self._sole(f"{state}:leader")
            who = self.registry.register(leader.id) if leader is not None else None
        if who is None and title.office == "opposition-leader":
            sole = self._sole(f"{state}:{title.office}")
            who = self.registry.register(sole.id) if sole is not None else None
        if who is None and state in self.kb.organisations:
            # "the Taliban leader": whoever of this text has had an office there
            members = [
                k for k in self.registry.known.values() if k.before(at) >= 0 and self._served(k, state)
            ]
            who = (
                max(members, key=lambda k: (self.registry.salience(k, at), k.before(at))) if members else None
            )
        if who is None:
            return
        who.note(at)
        self.story.mention(
            begin, end, "role", (who.actor,), f"the {title.office.replace('-', ' ')} of {state} in this text"
        )
        self._inner(hit.b, end)
        self.story.taken.update(range(begin, end))

    def _owned(self, begin: int) -> bool:
        """Whether a possessive stands before a title that names no owner."""
        w = self.scan.fold
        return begin > 1 and (w[begin - 1] == "'s" or (w[begin - 1] == "'" and w[begin - 2].endswith("s")))

    def _leader(self, state: str) -> Person | None:
        """Who is `the leader` of a state on the day: the head of government of some, the head of state of others.

        Nobody where a supreme leader stands above both.
        """
        top = {k: self.kb.holder(f"{state}:{k}", self.on) for k in ("supreme-leader", *sorted(_FALLBACK))}
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

    def _timely(self, known: Known, roles: frozenset[str], a: int) -> str:
        """The day, empty when none, on which somebody's term begins or ends as the word before a title says.

        `interim`, `outgoing`: of a term that began or ends about now.
        """
        word = self.scan.fold[a - 1] if a else ""
        person = self.kb.persons.get(known.actor.id)
        if person is None or self.on is None or word not in _BEGUN | _ENDING:
            return ""
        year = int(self.on[:4])
        for t in person.tenures:
            ended = word in _ENDING and t.until and t.until <= self.on
            soon = word in _BEGUN and self._within_days(t.since)
            if not (holds(t.since, t.until, self.on) or ended or soon) or not _office_fits(
                t.office.partition(":")[2], roles
            ):
                continue
            edge = t.since if word in _BEGUN else t.until
            if edge[:4].isdigit() and abs(int(edge[:4]) - year) <= 1:
                return edge
        return ""

    def _within_days(self, since: str) -> bool:
        """Whether a term begins within days after the day: the oath comes after the choice."""
        if len(since) != 10 or self.on is None or len(self.on) != 10:
            return False
        return 0 < (date.fromisoformat(since) - date.fromisoformat(self.on)).days <= OATH_DAYS

    def _served(self, known: Known, organisation: str) -> bool:
        """Whether a known person has held an office of an organisation by the day."""
        person = self.kb.persons.get(known.actor.id)
        return person is not None and any(
            self.kb.owner_of(t.office)[0] == organisation and (self.on is None or t.since <= self.on)
            for t in person.tenures
        )

    def _predicate(self, hit: Hit, begin: int) -> bool:
        """Whether a title is said of somebody (`was elected president`, `as foreign minister`)."""
        g, scan = self.story.g, self.scan
        first, last = scan.tokens(hit.a, hit.b)
        head = self.story.head(first, last)
        if g.dep[head] in _PREDICATES:
            return True
        if begin > 0 and scan.fold[begin - 1] in (
            "as",
            "become",
            "becomes",
            "became",
            "becoming",
            "elected",
            "appointed",
            "named",
            "for",
        ):
            return scan.fold[begin - 1] != "for" or not scan.capital[hit.a]
        return False

    def _secretaries(self, at: int) -> list[Known]:
        """Those named after an offset whose office is a secretary's by its title."""
        offices = {
            (t.office, s)
            for phrase, titles in self.kb.titles.items()
            if "secretary" in phrase.split()
            for t in titles
            for s in t.scope
        }
        return [
            k for k in self.registry.known.values() if k.spots and k.spots[0] > at and k.offices & offices
        ]

    def _fills(self, known: Known, roles: frozenset[str], word: str) -> bool:
        """Whether somebody holds an office that a word names; Iran's head of state is not its president."""
        apart = self.kb.offices_of
        return any(
            _office_fits(o, roles)
            and not (o == "head-of-state" and word == "president" and word in apart.get(c or "", ()))
            for o, c in known.offices
        )

    def _generic(self, hit: Hit, title: Title, roles: frozenset[str], definite: bool) -> bool:
        """`the President`, `the Minister`, `the diplomat`, alone: the one person of this text in such an office."""
        scan, story = self.scan, self.story
        start = scan.start[hit.a]
        head = scan.token(start)
        if not definite and not (scan.capital[hit.a] and head > story.g.sents[story.g.sent[head]][0]):
            return False
        fitting = [
            k
            for k in self.registry.known.values()
            if k.before(start) >= 0 and self._fills(k, roles, scan.fold[hit.b - 1])
        ]
        if not fitting and not story.mentions and scan.fold[hit.b - 1] == "secretary":
            fitting = self._secretaries(start)
        if not fitting:
            return False
        called = [k for k in fitting if scan.fold[hit.b - 1] in k.called]
        timely = [k for k in fitting if self._timely(k, roles, hit.a)]
        best = max(
            timely or called or fitting, key=lambda k: (self.registry.salience(k, start), k.before(start))
        )
        best.note(start)
        story.mention(hit.a, hit.b, "role", (best.actor,), f"the {scan.fold[hit.b - 1]} named before")
        story.taken.update(range(hit.a, hit.b))
        return True


def _only(title: Title) -> str | None:
    """The only state that uses a title ("Secretary of State"), when it is the only one."""
    return next(iter(title.scope)) if len(title.scope) == 1 else None


def _office_fits(office: str, roles: frozenset[str]) -> bool:
    """Whether an office kind is one of these, as a whole or by its last word."""
    return (
        office in roles
        or (
            office.rpartition("-")[2] in roles
            and not office.endswith("-general")
            and not office.startswith(_SECOND)
        )
        or office.partition("-")[0] in roles & {"envoy", "chairman", "ambassador"}
    )
