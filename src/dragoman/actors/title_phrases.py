"""The phrase around a title: whose office it names, its mandate, and the words that change the office."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors.entries import LAND_FLAVOURS, STATE_FLAVOURS
from dragoman.actors.matching import Hit
from dragoman.actors.registry import Registry
from dragoman.actors.story import Story
from dragoman.language.marks import DOUBLE

# Who holds the office of whoever is spoken of, in another state.
SAME_OFFICE = frozenset({"counterpart", "colleague", "opposite number"})
# Offices of those whom one sends to another.
DELEGATES = frozenset(
    {"ambassador", "envoy", "high-representative", "permanent-representative", "special-envoy"}
)
_HALVES = {"north": "PRK", "south": "KOR"}
_SIDES = {"northern": "PRK", "southern": "KOR"}
DIPLOMACY = "diplomacy"
_POSSESSIVES = frozenset({"his", "her", "its", "their", "own"})
# What a capitalised portfolio may stand before: `Malaysian International Trade and Industry Minister`.
_PORTFOLIO = frozenset(
    {"minister", "secretary", "commissioner", "adviser", "advisor", "director", "undersecretary"}
)
# What may stand between `of` and the state or body whose office it is.
_BEFORE_OWNERS = frozenset(
    ["the", "former", "neighbouring", "neighboring", "all", "both", "self", "-", "proclaimed", "declared", "styled", "breakaway", "unrecognised", "unrecognized", "independent", "occupied", "tiny", "newly"]
)  # fmt: skip
# What is called by a name in quotation marks, as Russian has it.
_NAMED_IN_QUOTES = frozenset(
    {"agency", "association", "bank", "bloc", "company", "concern", "corporation", "firm", "foundation", "fund", "group", "holding", "institute", "movement", "newspaper", "organisation", "organization", "party", "plant", "union"}
)  # fmt: skip
_QUOTED = 7  # words from the opening mark to the closing one
_WIDE = 7  # words of a portfolio, at most


class Left(NamedTuple):
    """What stands before a title: owners, the word where the phrase begins, and what changes the office."""

    owners: tuple[str, ...]
    begin: int
    former: bool
    lowered: str
    bare: bool  # the owner is a state's plain name, which may belong to another phrase
    about: str | None = None  # an organisation to which a state sends somebody (`Japan's U.N. ambassador`)


class Right(NamedTuple):
    """What stands after a title: owners (`of Russia`), a mandate (`on Libya`), the word after both."""

    owners: tuple[str, ...]
    about: str | None
    end: int


class TitlePhrases:
    """Reads the words before and after the titles of one doc."""

    def __init__(self, story: Story, registry: Registry) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words

    def _owner(self, hit: Hit | None, headed: bool = False) -> str | None:
        """State code or organisation id that a phrase makes the owner of an office; `headed`: that of its head."""
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
            id_ = self.story.one_of(named, hit)
            if self.story.elsewhere(hit, id_):
                return None
            org = self.kb.organisations[id_]
            unled = org.kind == "government body" and org.id not in self.kb.offices_of
            if unled and org.country is not None and not headed:
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

    def _owners(self, hit: Hit) -> set[str | None]:
        """The states of the bodies that a phrase may name."""
        return {self.kb.organisations[o].country for o in hit.keys("org")}

    def left(self, a: int, b: int | None = None, office: str = "") -> Left:
        """What stands before a title that begins at a word; with its end `b`, a portfolio may stand between."""
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
        if b is not None and w[b - 1] in _PORTFOLIO:
            j = self._portfolio(j)
        stop = j
        possessive = False
        if j > 1 and (w[j - 1] == "'s" or (w[j - 1] == "'" and w[j - 2].endswith("s"))):
            possessive = True
            j -= 1
        half = _HALVES.get(w[j - 1]) if possessive else None
        if half is not None and scan.capital[j - 1] and self.story.votes.keys() & set(_HALVES.values()):
            owners.append(half)  # "the North's leader"
            stop = j = j - 1
        elif j > 0 and w[j - 1] in _SIDES and all(c in self.story.votes for c in _HALVES.values()):
            owners.append(_SIDES[w[j - 1]])  # "the southern president"
            half = owners[0]
            stop = j = j - 1
        joined = False
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
            sender = self._sender(hit.a, owner) if office in DELEGATES else None
            if sender is not None:
                code, begin = sender
                return Left((code,) if code else (), begin, former, lowered, False, owner)
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
                listed = joined or w[k - 1] != ","  # "over Kosovo, Serbian President X said" lists nobody
                if listed and prior.of("adjective") is not None and hit.of("adjective") is not None:
                    joined = True
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

    def _portfolio(self, j: int) -> int:
        """Where the capitalised words before word `j` begin, if a state or body that owns them stands before."""
        scan = self.scan
        w, k = scan.fold, j
        while k > 0 and j - k < _WIDE:
            hit = scan.ending.get(k)
            if hit is not None and hit.of("adjective", "name", "org", "body") is not None and k < j:
                return (
                    k if w[k] not in ("and", ",") else j
                )  # "to Israel and Prime Minister X", "in Mali, Mayor X said"
            if w[k - 1] == "'s" and k < j:
                return k
            named = hit is not None and hit.of("title", "titles", "person", *LAND_FLAVOURS, "org") is not None
            if named or not (
                (scan.capital[k - 1] and w[k - 1][0].isalpha()) or w[k - 1] in ("and", "for", ",", "-")
            ):
                break
            if scan.start[k] - scan.end[k - 1] > 1:
                break
            k -= 1
        return j

    def _sender(self, a: int, owner: str) -> tuple[str | None, int] | None:
        """The state before an organisation that somebody is sent to, and where the phrase begins.

        `Japan's U.N. ambassador`, `the Japanese U.N. ambassador`; `its U.N. ambassador` is of a state not known yet.
        """
        scan = self.scan
        org = self.kb.organisations.get(owner)
        if org is None or org.kind != "intergovernmental organisation" or a == 0:
            return None
        w = scan.fold
        if w[a - 1] in _POSSESSIVES:
            return None, a
        prior, _ = scan.owner_before(a)
        if prior is None or prior.of("adjective", "name") is None or prior.of("mask") is not None:
            return None
        code = self.story.code(prior)
        return (code, prior.a) if code is not None else None

    def _written_upper(self, hit: Hit) -> bool:
        return self.story.text[self.scan.start[hit.a] : self.scan.end[hit.b - 1]].isupper()

    def right(self, b: int, office: str, plural: bool = False) -> Right:
        """What stands after a title that ends before a word."""
        scan = self.scan
        w, n = scan.fold, scan.n
        p = self._further_portfolio(b)
        owners: list[str] = []
        about: str | None = None
        whence = (
            ("from",) if plural or office in SAME_OFFICE else ()
        )  # "his counterparts from Chad and Niger"
        for _ in range(4):
            if p + 1 >= n or w[p] not in ("of", "for", "to", "on", "at", "in", *whence):
                break
            q = p + 1
            while q < n - 1 and w[q] in _BEFORE_OWNERS:
                q += 1
            if w[p] == "of" and not owners and (quoted := self._quoted(q)) is not None:
                inside, p = quoted  # `the spokesman of the company "Gazprom" X`
                if inside is not None and (named := self._owner(inside)) is not None:
                    owners.append(named)
                continue
            hit = scan.starting.get(q)
            if (
                hit is None
                and p == b
                and w[b - 1] in _PORTFOLIO
                and w[p] in ("of", "for")
                and scan.capital[q]
            ):
                while (
                    q < n
                    and ((scan.capital[q] and w[q][0].isalpha()) or w[q] in ("and", "the", "of"))
                    and (q not in scan.starting or w[q] in ("and", "the", "of"))
                ):
                    q += 1
                while w[q - 1] in ("and", "the", "of"):
                    q -= 1
                p = q  # "Minister of Communication"
                continue
            if hit is None or hit.of("mask") is not None:
                break
            end = hit.b
            if hit.of("org") is not None and end + 2 < n and w[end] == "(" and w[end + 2] == ")":
                end += 3  # "of the Economic Community of West African States (ECOWAS) X"
            found = (
                self._owner(hit, w[b - 1] in self.words.heads)
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
                and following.of("body") is not None
                and hit.of("capital") is not None
                and hit.of("adjective", "name", "org") is None
            ):
                break  # "the head of the Lima police"
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
                and w[end] == DIPLOMACY
                and not owners
            ):
                owners.append(found)
                p = end + 1
                break
            elif found is not None and hit.of("adjective") is not None and hit.of("name") is None:
                if following is None or found not in self._owners(following):
                    break  # "of Russian oil": no owner
                end = following.b  # "of the Chinese People's Liberation Army"
            elif found is None:
                if hit.of("body", "title") is None:
                    break
                p = end  # "of the Foreign Ministry (of Russia)"
                continue
            if w[p] == "in" and not (office in ("ambassador", "military-officer") and about is None):
                break
            if w[p] == "to" and office not in DELEGATES and hit.of(*LAND_FLAVOURS) is not None:
                break  # "sent the defence minister to Mali"
            if w[p] in ("of", "at", *whence) or (
                w[p] in ("for", "to") and office not in DELEGATES and not owners
            ):
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

    def _further_portfolio(self, b: int) -> int:
        """The word behind more portfolios of one title: `Minister of Foreign Affairs [and International Cooperation]`."""
        scan, portfolios = self.scan, self.words.portfolios
        w, q = scan.fold, b
        while q + 1 < scan.n and w[q] in ("and", "&") and scan.capital[q + 1] and w[q + 1] in portfolios:
            hit = scan.starting.get(q + 1)
            if hit is not None and hit.of("title") is not None:
                break  # "Minister of the Interior and Defence Minister X"
            q += 1
            while q < scan.n and scan.capital[q] and w[q] in portfolios:
                q += 1
        return q

    def _quoted(self, q: int) -> tuple[Hit | None, int] | None:
        """What is known by a name in quotation marks at word `q`, after a noun for its bearer, and the word behind the marks."""
        w, n = self.scan.fold, self.scan.n
        while q < n and not self.scan.capital[q] and w[q].isalpha() and w[q] in _NAMED_IN_QUOTES:
            q += 1
        if q + 2 >= n or w[q] not in DOUBLE:
            return None
        end = next((k for k in range(q + 2, min(q + _QUOTED, n)) if w[k] in DOUBLE), None)
        if end is None or end + 1 >= n or not self.scan.capital[q + 1] or not self.scan.capital[end + 1]:
            return None
        inside = self.scan.starting.get(q + 1)
        return (inside if inside is not None and inside.b == end else None), end + 1

    def _qualifies(self, hit: Hit) -> bool:
        """Whether an organisation's name only qualifies the common noun after it."""
        scan, g = self.scan, self.story.g
        if hit.b >= scan.n or not scan.fold[hit.b][0].isalpha():
            return False
        if scan.capital[hit.b]:  # "head of the U.N. Department of Peacekeeping Operations"
            return scan.fold[hit.b] in self.words.departments_of_bodies
        last = scan.token(scan.end[hit.b - 1] - 1)
        return g.dep[last] in ("compound", "nmod", "amod") and g.pos[scan.token(scan.start[hit.b])] in (
            "NOUN",
            "ADJ",
        )

    def governed(self, hit: Hit) -> tuple[str, int, int] | None:
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

    def note_inner(self, a: int, b: int) -> None:
        """Note the organisation named inside a title: `the leader of the RUF`."""
        for hit in self.story.hits:
            if hit.a >= b:
                break
            t = hit.of("org") if hit.a >= a and hit.b <= b else None
            organisation = self.kb.organisation(t.key) if t is not None else None
            if organisation is not None and organisation.kind != "intergovernmental organisation":
                self.story.mention(hit.a, hit.b, "name", (organisation,), "named inside a title")
