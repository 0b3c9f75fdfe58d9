"""The people of one text: who is known by which name, in which office, and where they were mentioned."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dragoman.actors.entries import LAND_FLAVOURS, STATE_HEADS, Person, holds
from dragoman.actors.names import fold, last_name, name_key, pieces, skeleton, slug
from dragoman.actors.story import Story
from dragoman.language.marks import DOUBLE, SINGLE
from dragoman.schema import Actor

# Two spellings of one full name, compared by key; below 86 brothers become one.
SAME_NAME = 86
SURE_NAME = 90  # ... where no part of them is the same
# Two spellings of one surname by rapidfuzz ratio; 80 joins Ivanov and Ivanova, 90 parts Lavrov and Lavrof.
SAME_SURNAME = 84
# One surname beside the same first name in the same text, slips included, and how long it must be (rapidfuzz ratio).
_SLIP = 76
_LONG = 6
PROMINENT = frozenset(
    {
        "head-of-state", "head-of-government", "foreign-minister", "secretary-general", "defence-minister",
        "supreme-leader", "vice-president", "high-representative", "leader",
    }
)  # fmt: skip
_POWERS = frozenset({"head-of-state", "head-of-government", "foreign-minister", "supreme-leader"})
_LEADERS = frozenset({"head-of-state", "head-of-government"})
_GREAT = frozenset({"USA", "GBR", "FRA", "DEU", "RUS", "CHN"})
# Party and state of a member of Congress, as papers of the United States write them.
_PARTY_TAG = re.compile(r"\s?\((?:R|D|I|Rep|Dem)(?:\.?[-–—]|\.?, ?)[A-Z][\w.]*\.?\)")
_SHORT = 3  # letters of what is no surname, as the number of a king
KNOWN_FIT = 2.0  # in office on the day, or not long before it
_FAR_YEARS = 12  # a bare surname is not looked for among people who left office longer ago
_CAREER = 18  # years before or after an office in which somebody may still be told of, without his state
# Titles that are names too.
_NAMES_TOO = frozenset(
    {
        "amir",
        "emir",
        "king",
        "pope",
        "marshal",
        "prince",
        "sultan",
        "judge",
        "major",
        "speaker",
        "shah",
        "khan",
    }
)
BREAKS = frozenset({",", ".", ";", ":", "(", ")", '"', "!", "?", "–", "—", "\n", "/"})


_QUOTES = DOUBLE | SINGLE


@dataclass(slots=True)
class Known:
    """A person of this document: the actor, offices stated or known, gender, and where mentioned (offsets).

    `called` holds the words of the titles that the text gives him: it is Kerry who is `the Secretary`.
    """

    actor: Actor
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    gender: str = ""
    spots: list[int] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    guessed: bool = False  # the country, if any, is that of the story, not his own for all that is said

    def note(self, at: int) -> None:
        """Note a mention."""
        insort(self.spots, at)

    def before(self, at: int) -> int:
        """Where the person was mentioned last before an offset, -1 when nowhere."""
        k = bisect_right(self.spots, at - 1)
        return self.spots[k - 1] if k else -1


class Registry:
    """Everyone named in one doc, by id and by surname."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.known: dict[str, Known] = {}
        self.by_surname: dict[str, list[str]] = {}
        self._borne: set[str] = set()

    def introduce(self) -> None:
        """Register everyone named in full, so that a surname before the full name finds them too."""
        for hit in self.story.hits:
            ids = [p for p in hit.keys("person") if not self.namesake(p)]
            written = self.scan.capital[hit.a] or self.scan.fold[hit.a] in self.words.particles
            if ids and hit.b - hit.a > 1 and written:  # "said Hassan" names no Said Hassan
                known = self.register(self.choose(ids))
                if self.go_between(hit.a, hit.b):
                    self._borne.add(known.actor.id)  # the talks are not about his own state
                self.bear(known)
                last = self.scan.fold[hit.b - 1]
                if len(last) > _SHORT and self.scan.fold[hit.b - 2] not in self.words.particles:
                    same = self.by_surname.setdefault(
                        last, []
                    )  # Ali Bongo Ondimba is "Bongo" after "Ali Bongo"
                    if known.actor.id not in same:
                        same.append(known.actor.id)

    def go_between(self, a: int, b: int) -> bool:
        """Whether somebody named at words `[a, b)` is called a mediator or envoy beside his name."""
        g = self.story.g
        first, last = self.scan.tokens(a, b)
        head = self.story.head(first, last)
        beside = [*g.all_children(head, "appos")]
        if g.dep[head] == "appos":
            beside.append(g.head[head])
        beside += [k for k in g.children[head] if g.dep[k] in ("compound", "nmod") and k < first]
        return any(g.lemma[k] in self.words.go_betweens for k in beside)

    def choose(self, ids: list[str]) -> str:
        """Of several people with one name, the one in office on the day, of a state of the story, or nearest."""
        if len(ids) == 1:
            return ids[0]
        return max(ids, key=lambda p: (self.fit(self.kb.persons[p]), p))

    def namesake(self, id_: str) -> bool:
        """Whether somebody of the base is hardly whom the text names: of no state that it tells of, and long in or out of office.

        Not who held a high office, of whom one writes wherever and whenever he may be told of.
        """
        person = self.kb.persons[id_]
        if self.on is None or not person.tenures or self.of_the_story(person):
            return False
        year = int(self.on[:4])
        for t in person.tenures:
            owner, kind = self.kb.owner_of(t.office)
            if kind in PROMINENT or owner not in self.kb.states or not t.since[:4].isdigit():
                return False
            if int(t.since[:4]) - _CAREER < year < int((t.until or self.on)[:4]) + _CAREER:
                return False
        return True

    def fit(self, person: Person) -> float:
        """How well a person fits the day and the states of the story."""
        on = self.on
        score = 0.0
        for t in person.tenures:
            owner, kind = self.kb.owner_of(t.office)
            value = 0.0
            if on is None:
                value = 1.0 + (int(t.since[:4] or 0) - 1990) / 100 if t.since[:4].isdigit() else 1.0
            elif holds(t.since, t.until, on):
                value = 4.0
            elif t.since > on:
                value = 1.0 if int(t.since[:4]) - int(on[:4]) <= 2 else 0.0
            else:
                years = int(on[:4]) - int((t.until or on)[:4])
                value = max(0.0, 2.5 - years * 2.5 / _FAR_YEARS)
            if value:
                value += 1.0 if kind in PROMINENT else 0.0
                # Whom a bare surname means first.
                value += 1.0 if kind in STATE_HEADS and value > 4.0 else 0.0
                country = owner if owner in self.kb.states else self.kb.organisations[owner].country
                if country in self.story.votes or owner in self.story.lower:
                    value += 3.0
                elif country is not None and country == self.story.dateline:
                    value += 2.0
            score = max(score, value)
        return score

    def of_the_story(self, person: Person) -> bool:
        """Whether somebody held an office in a state of the story, or where the text was written."""
        told = {*self.story.votes, self.story.dateline}
        return any(self.kb.owner_of(t.office)[0] in told for t in person.tenures)

    def register(self, id_: str) -> Known:
        """A person of the knowledge base as one of this text."""
        known = self.known.get(id_)
        if known is None:
            person = self.kb.persons[id_]
            known = self.known[id_] = Known(self.kb.person(id_, self.on), gender=person.gender)
            if self.on is not None:
                for t in person.tenures:
                    if holds(t.since, t.until, self.on):
                        owner, kind = self.kb.owner_of(t.office)
                        known.offices.add((kind, owner))
            elif person.tenures:
                owner, kind = self.kb.owner_of(person.tenures[-1].office)
                known.offices.add((kind, owner))
            for surname in person.surnames:
                self.by_surname.setdefault(surname, []).append(id_)
        return known

    def bear(self, known: Known) -> Known:
        """Let a person named in the text, not one brought in by an office, count for the state he is of."""
        country = known.actor.country
        if country is not None and known.actor.id not in self._borne:
            self._borne.add(known.actor.id)
            self.story.bearers[country] = self.story.bearers.get(country, 0) + 1
        return known

    def register_new(
        self, name: str, country: str | None, sector: str | None, office: str | None, gender: str = ""
    ) -> Known:
        """A person that the knowledge base does not know, with what the text says."""
        name = self._without_address(name)
        id_ = slug(name)
        known = self.known.get(id_) or self._misspelt(name, country)
        if known is None:
            actor = Actor(id=id_, name=name, kind="person", country=country, sector=sector, office=office)
            parts = [p for p in pieces(name) if p.isalpha()]
            known = self.known[id_] = Known(
                actor, gender=gender or self.kb.genders.get(parts[0] if parts else "", "")
            )
            names = [" ".join(pieces(last_name(name)))]
            solid = [p for p in parts if p not in self.words.particles and len(p) > 1]
            if len(solid) > 1:
                if country in self.words.family_first or country is None:
                    names.append(solid[0])
                if country in self.words.two_surnames and len(solid) > 2:
                    names.append(solid[-2])
                if "-" in name and solid[-1] not in names:
                    names.append(solid[-1])
            for surname in dict.fromkeys(names):
                if surname:
                    self.by_surname.setdefault(surname, []).append(id_)
        elif known.actor.country is None and country is not None:
            known.actor = known.actor.model_copy(
                update={"country": country, "sector": sector, "office": office}
            )
        return known

    def _without_address(self, name: str) -> str:
        """A name without `Mr.` or `Dr.` before it."""
        first, _, rest = name.partition(" ")
        while rest and fold(first).rstrip(".") in self.words.addresses:
            name = rest.lstrip(". ")
            first, _, rest = name.partition(" ")
        return name

    def _misspelt(self, name: str, country: str | None) -> Known | None:
        """Who of this text has the same first name and nearly the same surname: one person, written in two ways."""
        parts = pieces(name)
        if len(parts) < 2 or len(parts[0]) == 1 or len(parts[-1]) < _LONG:
            return None
        first, *middle, surname = parts
        found = []
        for known in self.known.values():
            own = pieces(known.actor.name)
            if len(own) == len(middle) + 2 and own[0] == first and own[1:-1] == middle:
                near = own[-1][0] == surname[0] and fuzz.ratio(own[-1], surname) >= _SLIP
                if own[-1].startswith(surname) or surname.startswith(own[-1]):
                    continue  # Hassan and Hassanein, Ivanov and Ivanova
                if near and (country is None or known.actor.country in (None, country)):
                    found.append(known)
        if len(found) != 1:
            return None
        self.by_surname.setdefault(surname, []).append(found[0].actor.id)
        return found[0]

    def ending_in(self, words: list[str], at: int) -> Known | None:
        """The one person named before an offset whose name ends in several words: `Al-Haddad` after `Saleh al-Haddad`."""
        tail = [w for w in words if w.isalnum()]
        named = [
            known
            for known in self.known.values()
            if known.before(at) >= 0
            and len(own := pieces(known.actor.name)) > len(tail) > 1
            and own[-len(tail) :] == tail
        ]
        return named[0] if len(named) == 1 else None

    def here(self, surname: str, at: int = 1 << 60, gender: str = "") -> Known | None:
        """Who of this text bears a surname: whoever holds a high office, else the one named last before an offset.

        `gender`: what an honorific says (`Mr. Trump` is not Melania).
        """
        ids = list(dict.fromkeys(self.by_surname.get(surname, ())))
        if len(ids) > 1 and gender:
            ids = [p for p in ids if self.known[p].gender in ("", gender)] or ids
        return (
            max(
                (self.known[p] for p in ids),
                key=lambda k: (
                    k.before(at) >= 0 and self._powerful(k),
                    k.before(at),
                    len(k.spots),
                    k.actor.id,
                ),
            )
            if ids
            else None
        )

    def first_name(self, name: str) -> Known | None:
        """The one person of this text with a first name: `Prince Faisal` after `Prince Faisal bin Farhan`."""
        named = [k for k in self.known.values() if k.spots and pieces(k.actor.name)[:1] == [name]]
        return named[0] if len(named) == 1 else None

    def _powerful(self, known: Known) -> bool:
        return any(office in _POWERS for office, _ in known.offices)

    def surname(self, key: str, at: int, gender: str = "") -> Known | None:
        """Who a bare surname names: somebody of this text, else the one office-holder who fits the story."""
        found = self.here(key, at, gender)
        if found is not None:
            return found
        if key in self.kb.common_surnames:
            return self._in_power(key)
        scored = sorted(
            ((self.fit(self.kb.persons[p]), p) for p in self.kb.surnames.get(key, ())), reverse=True
        )
        if not scored or scored[0][0] < KNOWN_FIT:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < 1.0:
            return None
        best = scored[0][0]
        # Without a state of the story only a prominent holder of the day, with a telling name, is taken.
        if best < 4.0 and not ((self.on is None and len(scored) == 1) or self._has_led(scored[0][1])):
            return None
        return self.register(scored[0][1])

    def _has_led(self, person: str) -> bool:
        """Whether somebody has led one of the great powers, so that the family name alone is enough."""
        return any(
            owner in _GREAT and kind in _LEADERS and (self.on is None or t.since <= self.on)
            for t in self.kb.persons[person].tenures
            for owner, _, kind in [t.office.partition(":")]
        )

    def _in_power(self, key: str) -> Known | None:
        """The one leader or foreign minister of the day with a common surname, of a state of the story.

        Who leads one of the great powers needs no other sign, unless the name is a month, title or the like.
        """
        if self.on is None:
            return None
        plain = key in self.words.not_names or key in self.kb.titles
        found = {
            p
            for p in self.kb.surnames.get(key, ())
            for t in self.kb.persons[p].tenures
            if holds(t.since, t.until, self.on)
            and (owner := t.office.partition(":")[0])
            and (
                (t.office.partition(":")[2] in _POWERS and owner in self.story.votes)
                or (t.office.partition(":")[2] in _LEADERS and owner in _GREAT and not plain)
            )
        }
        return self.register(found.pop()) if len(found) == 1 else None

    def initialled(self, surname: str, initials: str) -> Known | None:
        """Who a surname with initials names: somebody of this text, else the one of the base who fits the day."""
        here = self.here(surname)
        if here is not None and pieces(here.actor.name)[0][0] == initials[0]:
            return here
        scored = sorted(
            (
                (self.fit(self.kb.persons[p]), p)
                for p in self.kb.surnames.get(surname, ())
                if _begins(self.kb.persons[p], initials)
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < KNOWN_FIT:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < 1.0:
            return None
        return self.register(scored[0][1])

    def respelt(self, a: int, b: int) -> Known | None:
        """A known person whose name is broken by a hyphen or a blank: `Wen Jia-bao`, `Bog danov`."""
        words = self.scan.fold[a:b]
        for k in range(len(words) - 1):
            joined = [*words[:k], words[k] + words[k + 1], *words[k + 2 :]]
            if len(joined) < 2:
                continue
            found = [x for x in self.kb.find(" ".join(joined), self.on) if x.kind == "person"]
            if len(found) == 1:
                return self.register(found[0].id)
        return None

    def alike(self, a: int, b: int) -> Known | None:
        """A known person whose full name is this one in another spelling."""
        key = name_key(self.scan.fold[a:b])
        ids = self.kb.person_skeletons.get(skeleton(key))
        if not ids:
            return None
        scored = [
            (
                max(
                    fuzz.ratio(key, name_key(pieces(n)))
                    for n in (self.kb.persons[p].name, *self.kb.persons[p].aliases)
                ),
                p,
            )
            for p in ids
        ]
        best, id_ = max(scored)
        if best < SAME_NAME or self.fit(self.kb.persons[id_]) <= 0:
            return None
        if best < SURE_NAME and not self._shares_a_part(key, id_):
            return None
        return self.register(id_)

    def _shares_a_part(self, key: str, id_: str) -> bool:
        """Whether a name has a part that somebody's name has, too: `Saud al-Qahtani` is not Saad al-Katatni."""
        person, parts = self.kb.persons[id_], set(key.split())
        return any(parts & set(name_key(pieces(n)).split()) for n in (person.name, *person.aliases))

    def gender_before(self, a: int) -> str:
        """The gender that an honorific before word `a` shows, empty when there is none."""
        w = self.scan.fold
        for k in (a - 1, a - 2):
            if k >= 0 and w[k] in self.words.honorifics:
                return self.words.honorifics[w[k]]
        return ""

    def salience(self, known: Known, at: int) -> float:
        """How much a person is in focus at an offset: mentions before it, subjects first, halved each sentence."""
        g, scan, story = self.story.g, self.scan, self.story
        here = g.sent[scan.token(at)]
        total = 0.0
        for spot in known.spots[-8:]:
            if spot >= at:
                break
            token = scan.token(spot)
            mention = story.at.get(token)
            head = mention.head if mention is not None else token
            total += (1.0 if g.dep[head] in ("nsubj", "nsubjpass") else 0.5) * 0.5 ** (here - g.sent[token])
        return total

    def name_run(self, p: int) -> tuple[int, int]:
        """The word after a run of words that can be a name, and how many of them are capitalised."""
        scan, words = self.scan, self.words
        w, n = scan.fold, scan.n
        q, solid = p, 0
        while q < n and q - p < 7:
            word = w[q]
            if self._initial(q):  # "Richard [A.] Gephardt"
                q, solid = q + 2, solid + 1
                continue
            after = self._nickname(q) if solid else None
            if after is not None:
                q = after
                continue
            if word in BREAKS:
                # an initial's full stop
                if (
                    word == "."
                    and q > p
                    and scan.end[q - 1] - scan.start[q - 1] == 1
                    and scan.capital[q - 1]
                    and q + 1 < n
                    and scan.capital[q + 1]
                ):
                    q += 1
                    continue
                break
            if not word[0].isalpha():
                break
            if self.stops(q) and not (q > p and self._given(q)):
                break
            if scan.capital[q]:
                if word in words.not_names and (q == p or solid):
                    break
                solid += 1
            elif (
                word in words.particles and q + 1 < n and (scan.capital[q + 1] or w[q + 1] in words.particles)
            ):
                if word in ("y", "e", "as", "an", "en", "la", "a", "o") and q == p:
                    break
            elif q > p and self._hyphened(q):
                pass  # "Ki-moon"
            else:
                break
            q += 1
        while q > p and not scan.capital[q - 1] and w[q - 1] in words.particles and not self._hyphened(q - 1):
            q -= 1
        return q, solid

    def _nickname(self, q: int) -> int | None:
        """The word after a nickname at word `q`, between a first name and more of the name: `José ("Mel") Zelaya`."""
        scan, w = self.scan, self.scan.fold
        k = q + 1 if w[q] == "(" else q
        if k + 2 >= scan.n or w[k] not in _QUOTES or w[k + 2] not in _QUOTES or not scan.capital[k + 1]:
            return None
        end = k + 3
        if w[q] == "(":
            if end >= scan.n or w[end] != ")":
                return None
            end += 1
        return end if end < scan.n and scan.capital[end] and w[end][0].isalpha() else None

    def _hyphened(self, q: int) -> bool:
        """Whether a hyphen joins word `q` to the one before it: `Kim Eui-do`, `Lee Kuan-yew`."""
        scan = self.scan
        return q > 0 and scan.start[q] == scan.end[q - 1] + 1 and scan.text[scan.end[q - 1]] == "-"

    def _given(self, q: int) -> bool:
        """Whether a title's single word at `q` may as well be a part of a name: `Yigal Amir`, `Stephen King`."""
        scan, hit = self.scan, self.scan.starting.get(q)
        if hit is None or hit.b - hit.a > 1 or scan.fold[q] not in _NAMES_TOO or not scan.capital[q]:
            return False
        near = scan.start[q] == scan.end[q - 1] + 1
        return near and not (hit.b < scan.n and scan.capital[hit.b] and scan.fold[hit.b][0].isalpha())

    def of_congress(self, b: int) -> bool:
        """Whether the party and state of a member of Congress follow word `b`: `Bob Livingston (R-La.)`."""
        return _PARTY_TAG.match(self.scan.text, self.scan.end[b - 1]) is not None

    def _initial(self, q: int) -> bool:
        """Whether a capital letter with its full stop stands before a further name."""
        scan = self.scan
        return (
            q + 2 < scan.n
            and scan.end[q] - scan.start[q] == 1
            and scan.capital[q]
            and scan.fold[q + 1] == "."
            and scan.start[q + 1] == scan.end[q]
            and scan.capital[q + 2]
            and scan.start[q + 2] - scan.end[q + 1] <= 1
        )

    def stops(self, q: int) -> bool:
        """Whether a known phrase that is no name of a person begins here."""
        hit = self.scan.starting.get(q)
        if hit is None:
            return False
        return (
            hit.of("person", "surname") is None
            and hit.of(*LAND_FLAVOURS, "org", "title", "titles", "body", "mask") is not None
        )


def _begins(person: Person, initials: str) -> bool:
    """Whether initials are those of a person's first names, in one of the spellings known."""
    for form in (person.name, *person.aliases):
        letters = [w[0] for w in pieces(form)[:-1] if w[0].isalpha()]
        if (
            letters
            and letters[0] == initials[0]
            and (len(initials) == 1 or len(letters) == 1 or letters[1] == initials[1])
        ):
            return True
    return False
