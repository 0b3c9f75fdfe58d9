"""The places component: writes `doc._.places`.

A name is a place only where it is used as one: after a locative preposition, as the object of `visit` and the
like, as the first part of `Vienna talks`, in the dateline. Everything else is left to the actors. Which place of
a name is meant is decided by what stands around it (`homonyms`).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors import Mentions
from dragoman.actors.entries import CALLED_NOW
from dragoman.actors.knowledge import WORD, fold, knowledge_base, words_of
from dragoman.actors.mention import ActorMention
from dragoman.actors.ships import a_ship_s
from dragoman.language import Grammar, grammar, layout_of, quotations_of
from dragoman.places.gazetteer import FLOOR, Entry, Gazetteer, Phrases, gazetteer
from dragoman.places.homonyms import LARGE, NEAR, Around, Sign, kilometres
from dragoman.places.stand_ins import capital_on, city_of, heres, is_seat, stand_ins
from dragoman.places.unlisted import ARTICLES, runs, said_to_be_a_place
from dragoman.places.usage import (
    LOCATIVE,
    SPOTS,
    TEXTS,
    TRACES,
    Usage,
    city_as_subject,
    preposition_of,
    state_used_as_place,
    used_as_place,
)
from dragoman.schema import Place

if not Doc.has_extension("places"):
    Doc.set_extension("places", default=None)

# What a small place is called after its name, and is no part of it.
_NAMED_AS = frozenset({"village", "township", "town", "hamlet", "settlement"})
# What a part of a state is called after its name, which is also that of its chief town: `Lagos State`.
_PARTS_OF_STATES = frozenset(
    {"state", "province", "region", "district", "county", "governorate", "department", "prefecture", "oblast", "territory"}
)  # fmt: skip
# The longest name of a small town, in words and marks.
_LONGEST = 5
# ... and of a name that is looked for by its sound.
_LONGEST_HEARD = 3
# From here on a city is one under its other spellings too, with no word of its state; below, its state is named.
_KNOWN = 100_000
# Cities lighter than this lend their names to too much: the wording must leave no doubt.
_LIGHT = 60_000
# So many times as large, a region is meant rather than a town of its name: Ontario in Canada, not in California.
_CLEARLY = 15
# A text that tells of a state so often plays there.
_A_STORY = 3
# A city that is but also called so stands back behind a town of that name, unless it is so many times as large.
_ONCE_CALLED = 100


@dataclass(slots=True)
class PlaceMention:
    """A place told in a doc: inclusive token indices, characters, and whether something happens in it.

    `inner`: it is told by a building in it (`at the Kremlin`) or by a word that points back to it (`there`).
    """

    first: int
    last: int
    start: int
    end: int
    place: Place
    locative: bool
    why: str
    inner: bool = False


_TOWNS = frozenset({"city", "capital", "town"})
# States that were a part of one that still is.
_PART_OF = {"SSD": "SDN"}
# Kinds of places whose names of several words nobody else bears.
_SITES = frozenset(
    {
        "base",
        "camp",
        "sea",
        "border",
        "island",
        "site",
        "town",
        "district",
        "mountain",
        "river",
        "lake",
        "residence",
    }
)


@dataclass(slots=True)
class _Name:
    """A name of the gazetteer in the text: tokens, characters, its places, and whether it is but a small town's."""

    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    entries: list[Entry]
    small: bool


class _Finder:
    """Finds the places of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.g: Grammar = grammar(doc)
        self.text: str = self.g.text
        self.mentions: Mentions = doc._.mentions
        self.table: Gazetteer = gazetteer()
        document = doc._.document if Doc.has_extension("document") else None
        self.on: str | None = document.day if document is not None else None
        self.dateline = layout_of(doc).dateline_place
        self.words = [(fold(w.group()), w.start(), w.end()) for w in WORD.finditer(self.text)]
        self.around = Around(self.g, self.mentions)
        self.names: list[_Name] = []
        self.by_sentence: dict[int, list[_Name]] = {}
        self.by_last: dict[int, list[_Name]] = {}
        self.out: list[PlaceMention] = []
        self.parts: set[int] = set()  # the states of towns, that are no places of their own: `West, Texas`

    def run(self) -> list[PlaceMention]:
        """All places, in text order."""
        self._scan()
        for name in self.names:
            self.by_last.setdefault(name.last, []).append(name)
        self._signs()
        for name in self.names:
            self.by_sentence.setdefault(self.g.sent[name.first], []).append(name)
        taken = self._states()
        for name in self.names:
            if name.first not in taken and name.last not in taken:
                self._name(name)
        self._ends()
        self._unlisted()
        self._stand_ins()
        self.out.sort(key=lambda p: (p.first, p.last))
        return self.out

    # Scanning ------------------------------------------------------------------------

    def _match(self, phrases: Phrases, i: int) -> tuple[tuple[str, ...], list[Entry]] | None:
        words = self.words
        for phrase, entries in phrases:
            k = len(phrase)
            if i + k <= len(words) and all(words[i + j][0] == phrase[j] for j in range(1, k)):
                return phrase, entries
        return None

    def _town(self, i: int) -> tuple[tuple[str, ...], list[Entry]] | None:
        words = self.words
        for k in range(min(_LONGEST, len(words) - i), 0, -1):
            if not self.text[words[i + k - 1][1]].isupper():
                continue
            phrase = tuple(w[0] for w in words[i : i + k])
            if entries := self.table.towns_of(phrase):
                return phrase, entries
        return None

    def _heard(self, i: int) -> tuple[tuple[str, ...], list[Entry]] | None:
        """The places of a name that is only spelled otherwise, where it is a name and whole."""
        words = self.words
        if words[i][0] in LOCATIVE or words[i][0] == "the":
            return None
        for k in range(min(_LONGEST_HEARD, len(words) - i), 0, -1):
            phrase = tuple(w[0] for w in words[i : i + k])
            if not self.text[words[i + k - 1][1]].isupper() or phrase[-1] in self.table.common:
                continue
            if entries := self.table.spoken(phrase):
                return phrase, entries
        return None

    def _part_of_more(self, i: int, k: int) -> bool:
        """Whether the words from `i` to `k` are but a part of a name with an article: `Numan` of `Maarrat an-Numan`."""
        words, text = self.words, self.text

        def tied(first: int) -> bool:
            at = words[first : first + 4]
            return (
                len(at) == 4
                and at[2][0] == "-"
                and at[1][0] in ARTICLES
                and text[at[1][1]].islower()
                and text[at[0][1]].isupper()
                and text[at[3][1]].isupper()
                and (at[0][2] + 1, at[1][2], at[2][2]) == (at[1][1], at[2][1], at[3][1])
                and at[0][0] not in LOCATIVE
            )

        return tied(k - 1) or (i > 2 and tied(i - 3))

    def _scan(self) -> None:
        """Every name of the gazetteer that begins with a capital."""
        text, words, g = self.text, self.words, self.g
        i = token = 0
        while i < len(words):
            start = words[i][1]
            if not text[start].isupper():
                i += 1
                continue
            found, small = self._match(self.table.beginning(words[i][0]), i), False
            town = self._town(i)
            if town is not None:
                if found is None or len(town[0]) > len(found[0]):
                    found, small = town, True
                elif town[0] == found[0]:
                    own = [e for e in town[1] if words_of(e.name) == town[0]]
                    found = (found[0], [*found[1], *own])
            sign = self._match(self.table.signs.get(words[i][0], []), i) if found is None else None
            if found is None and sign is None:
                found = self._heard(i)
                small = found is not None
            if found is None and sign is None:
                i += 1
                continue
            phrase, entries = found or sign or ((), [])
            end = words[i + len(phrase) - 1][2]
            if sign is None and self._part_of_more(i, i + len(phrase)):
                i += 1
                continue
            while token + 1 < g.n and g.start[token + 1] <= start:
                token += 1
            first = last = token
            while last + 1 < g.n and g.start[last + 1] < end:
                last += 1
            if sign is not None:
                for e in entries[:1]:
                    self.around.add(Sign(first, last, e.country or "", e, located=True))
            else:
                self.names.append(_Name(first, last, start, end, phrase, entries, small))
            i += len(phrase)

    def _signs(self) -> None:
        """States, persons and regions that tell where the story plays."""
        g, around = self.g, self.around
        for m in self.mentions.items:
            if m.via in ("nominal", "pronoun"):
                continue  # whose they are is but inferred from the story
            for a in m.actors[:2]:
                if a.country and a.kind != "media":  # who reports it is no sign of where it was: "told AFP"
                    located = a.kind == "state" and (
                        preposition_of(g, m.head)[0] in LOCATIVE - {"to", "from", "between", "of"}
                    )
                    around.add(Sign(m.first, m.last, a.country, located=located))
                    if m.via in ("name", "demonym", "role"):
                        around.named[a.country] += 1
        for name in self.names:
            top = name.entries[0]
            if (
                not name.small
                and top.kind == "region"
                and top.country
                and all(e.country == top.country or e.weight * _CLEARLY < top.weight for e in name.entries)
                and (top.lat is not None or used_as_place(self.g, self.mentions, name.first, name.last))
                and not self._a_state_s(name, top)
            ):
                around.add(Sign(name.first, name.last, top.country, top, located=True))

    def _ends(self) -> None:
        """The first end of a road that is called by both: `the Goma-Rutshuru road`."""
        g = self.g
        for p in list(self.out):
            if (
                g.word[p.first - 1] != "-"
                or not p.why.startswith("before ")
                or g.lemma[g.head[p.last]] not in TRACES
            ):
                continue
            for name in self.by_last.get(p.first - 2, ()):
                if any(o.last == name.last for o in self.out):
                    continue
                entry, _ = self.around.choose(name.entries, name.first, name.last, self._neighbours(name))
                place = Place(
                    name=entry.name,
                    country=entry.country,
                    lat=entry.lat,
                    lon=entry.lon,
                    span=(name.start, name.end),
                )
                self.out.append(PlaceMention(name.first, name.last, name.start, name.end, place, True, p.why))

    def _a_state_s(self, name: _Name, region: Entry) -> bool:
        """Whether the name of a region is here that of a state: `Poti, Georgia`, but not `Macon, Georgia`."""
        if not any(
            m.via == "name"
            and m.actors
            and m.actors[0].kind == "state"
            and m.actors[0].country != region.country
            for m in self.mentions.covering(name.last)
        ):
            return False
        town = next(
            (n for n in self.by_last.get(name.first - 2, ()) if self.g.word[name.first - 1] == ","), None
        )
        return town is None or not any(
            e.country == region.country and e.admin == region.admin for e in town.entries
        )

    # States ---------------------------------------------------------------------------

    def _states(self) -> set[int]:
        """States as places; the tokens they take. A capital that stands among a state's names is a city."""
        g = self.g
        taken: set[int] = set()
        longer = {(n.first, n.last): n for n in self.names if not n.small}
        covered = {i: n for n in longer.values() for i in range(n.first, n.last + 1)}
        for m in self.mentions.items:
            if m.via != "name" or not m.actors or m.actors[0].kind != "state":
                continue
            name = covered.get(m.head)
            if (
                name is not None
                and self._dated(name)
                and any(e.country == m.actors[0].country for e in name.entries)
            ):
                continue
            if name is not None and (name.last - name.first > m.last - m.first or self._is_city(name, m)):
                usage = used_as_place(g, self.mentions, name.first, name.last)
                if usage is not None or name.last - name.first > m.last - m.first:
                    continue
            usage = state_used_as_place(g, m.head)
            if usage is None and self.dateline is not None and self.dateline[0] == m.start:
                usage = Usage(False, True, "dateline")  # "KUWAIT, August 3"
            if usage is not None:
                state = m.actors[0]
                now = CALLED_NOW.get(state.country or "", state.country)
                place = Place(name=state.name, country=now, span=(m.start, m.end))
                self.out.append(
                    PlaceMention(m.first, m.last, m.start, m.end, place, usage.locative, usage.why)
                )
            # Else a state, though some town is called so too.
            taken.update(range(m.first, m.last + 1))
        return taken

    def _is_city(self, name: _Name, m: ActorMention) -> bool:
        """Whether a state's other name is a city of its own: `Kiev`, `Rangoon`, but not `Luxembourg`."""
        state = m.actors[0]
        first = name.entries[0]
        return (
            first.country == state.country
            and first.kind in ("city", "capital")
            and fold(first.name) != fold(state.name)
            and fold(self.text[m.start : m.end]) != fold(state.name)
        )

    # Names ----------------------------------------------------------------------------

    def _name(self, name: _Name) -> None:
        """A name of the gazetteer, where it is used as a place."""
        dated = self._dated(name)
        usage = (
            Usage(False, True, "dateline")
            if dated
            else used_as_place(self.g, self.mentions, name.first, name.last)
        )
        if (
            usage is None
            and name.entries[0].kind in ("city", "town", "region", "island")
            and not name.small
            and not self.mentions.covering(name.last)
        ):
            usage = city_as_subject(self.g, name.first, name.last)
        if usage is None and self._unmistakable(name):
            usage = Usage(False, True, "a name of nothing else")
        if usage is None or (name.entries[0].kind in _TOWNS and self._ship_s(name)):
            return
        qualifier = self.around.qualifier(name.first, name.last)
        doubtful = len(name.words) == 1 and name.words[0] in self.table.common
        if doubtful and (qualifier is None or self.g.word[name.last + 1] != ","):
            return
        entries = self._namesakes(name, self._fitting(name, qualifier))
        if name.small and not dated:
            if not usage.strong:
                return
        entry, backed = self.around.choose(entries, name.first, name.last, self._neighbours(name))
        if self._rules_it(name, entry):
            return
        if not backed and not dated and qualifier is None and self._far_from_the_story(entry):
            # `a post at Tarnow`, in a text of Eritrea: a village that no table knows
            state = self._country(name.first, name.last)
            entry = Entry(self.text[name.start : name.end], state, None, None, LARGE, "city")
        if (
            qualifier is not None
            and entry.weight < LARGE
            and entry.kind in ("city", "town")
            and entries is name.entries
            and all(e.country != qualifier.country for e in entries)
        ):  # `Samar in the Philippines`, and the tables know but another Samar
            entry = Entry(self.text[name.start : name.end], qualifier.country, None, None, LARGE, "city")
        beside = self._beside(name) if qualifier is None else None
        if beside is not None and not any(kilometres(e, beside) < NEAR for e in entries):
            # `Slatina, near Pristina`, and the tables know but another Slatina
            entry, backed = (
                Entry(self.text[name.start : name.end], beside.country, None, None, LARGE, "city"),
                True,
            )
        if (name.small or entry.kind == "town") and not self._good_reason(entry, name, backed, qualifier):
            larger = [e for e in entries if e.kind != "town"]
            if name.small or not larger:
                return
            entry, backed = self.around.choose(larger, name.first, name.last, self._neighbours(name))
        if entry.weight < _LIGHT and not usage.strong and not backed and not dated:
            return
        if (
            entry.kind == "region"
            and entry.admin
            and self.g.word[name.first - 1] == ","
            and any(p.last == name.first - 2 for p in self.out)
        ):
            self.parts.update(range(name.first, name.last + 1))
            return  # `West, Texas` is one place
        entry = self._in_its_day(entry)
        written = self.text[name.start : name.end]
        place = Place(
            name=entry.name, country=entry.country, lat=entry.lat, lon=entry.lon, span=(name.start, name.end)
        )
        if self._as_written(written, entry):
            place = place.model_copy(update={"name": " ".join(written.split())})
        self.out.append(
            PlaceMention(name.first, name.last, name.start, name.end, place, usage.locative, usage.why)
        )

    @staticmethod
    def _as_written(written: str, entry: Entry) -> bool:
        """Whether a place keeps the name that the text gives it: not `UTOYA`, nor `Utoya` for Utøya."""
        if written.isupper():
            return False
        own = unicodedata.normalize("NFD", entry.name)
        plain = all(c.isascii() or unicodedata.combining(c) for c in own)  # "Cordoba" is Córdoba
        return fold(written) == fold(entry.name) and (plain or written == entry.name)

    def _ship_s(self, name: _Name) -> bool:
        """Whether a ship is called so: `the hatch of the Kursk`."""
        return (
            len(name.words) == 1
            and name.words[0] not in knowledge_base().words.with_article
            and a_ship_s(self.g, name.first, name.last)
        )

    def _rules_it(self, name: _Name, entry: Entry) -> bool:
        """Whether a name is the state's of which somebody is said to be, not another place's: `the leaders of Armenia`."""
        return any(
            m.via == "role"
            and m.first < name.first
            and any(
                a.country and a.country != entry.country and self._state_called(name, a.country)
                for a in m.actors
            )
            for m in self.mentions.covering(name.last)
        )

    def _state_called(self, name: _Name, country: str) -> bool:
        state = knowledge_base().states.get(country)
        return state is not None and words_of(state.name) == name.words

    def _unmistakable(self, name: _Name) -> bool:
        """Whether a name is that of one place and of nobody: `Bab al-Mandab`, `Nahr el-Bared`, whatever stands before it."""
        g, top = self.g, name.entries[0]
        if name.small or self.mentions.covering(name.first) or self.mentions.covering(name.last):
            return False
        if (
            len(name.words) < 2
            or top.kind not in _SITES
            or any(e.country != top.country for e in name.entries)
        ):
            return False
        if self.g.dep[name.last] == "compound" and self.g.lemma[self.g.head[name.last]] not in SPOTS - TEXTS:
            return False  # "the Camp David model"
        beside = (name.first - 1, name.last + 1)
        return not any(0 <= k < g.n and g.pos[k] == "PROPN" for k in beside)

    def _beside(self, name: _Name) -> Entry | None:
        """The one place that a name is directly said to lie near: `Slatina, near Pristina`."""
        g, i = self.g, name.last + 1
        if i + 2 < g.n and g.word[i] == "," and g.lower[i + 1] in ("near", "outside"):
            for n in self.by_sentence.get(g.sent[name.first], ()):
                if n.first == i + 2 and len({e.country for e in n.entries}) == 1 and not n.small:
                    return n.entries[0]
        return None

    def _far_from_the_story(self, entry: Entry) -> bool:
        """Whether a city is one of those that only its own state's news names, and the text tells of others and never of that."""
        told = self.around.told
        return (
            entry.kind == "city"
            and entry.weight < FLOOR["town"]
            and not told[entry.country or ""]
            and max(told.values(), default=0) >= _A_STORY
        )

    def _namesakes(self, name: _Name, entries: list[Entry]) -> list[Entry]:
        """Of a capital and the large cities that bear its name, those of the states of which the text tells."""
        own = knowledge_base().words.namesakes.get(" ".join(name.words))
        top = entries[0]
        if own is None or top.kind != "capital" or self.around.named[top.country or ""]:
            return entries
        told = [e for e in entries if e.country in own and self.around.named[e.country or ""]]
        return told or entries

    def _fitting(self, name: _Name, qualifier: Sign | None) -> list[Entry]:
        """The places of a name, but those of `Athens, Georgia` that lie in the other Georgia.

        A town that is called so is meant rather than a city of its state that once was (`Newtown, Connecticut`).
        """
        if qualifier is None or any(e.country == qualifier.country for e in name.entries):
            called = {
                (e.country, e.admin): e.weight
                for e in reversed(name.entries)
                if words_of(e.name) == name.words
            }
            kept = [
                e
                for e in name.entries
                if words_of(e.name) == name.words
                or e.weight > called.get((e.country, e.admin), 0) * _ONCE_CALLED
            ]
            return name.entries if len(kept) in (0, len(name.entries)) else kept
        for n in self.by_sentence.get(self.g.sent[name.first], ()):
            if n.first == qualifier.first:
                states = {e.admin for e in n.entries if e.kind == "region" and e.admin}
                own = [e for e in name.entries if e.admin in states]
                if own:
                    return [e._replace(kind="city") for e in own]
        return name.entries

    def _in_its_day(self, entry: Entry) -> Entry:
        """A place with the state that it lay in then: Juba was Sudan's until 2011."""
        parent = _PART_OF.get(entry.country or "")
        return (
            entry
            if parent is None or knowledge_base().existed(entry.country or "", self.on)
            else entry._replace(country=parent)
        )

    def _dated(self, name: _Name) -> bool:
        return self.dateline is not None and self.dateline[0] <= name.start < self.dateline[1]

    def _good_reason(self, entry: Entry, name: _Name, backed: bool, qualifier: Sign | None) -> bool:
        """Whether a small town, or a city spelled otherwise, is meant: its state is named, or it is well known."""
        if qualifier is not None and qualifier.country == entry.country:
            return not entry.admin or qualifier.region is None or qualifier.region.admin == entry.admin
        if entry.country == "USA":
            alone = not entry.admin and all(e.country == "USA" for e in name.entries)
            return alone or any(  # `Uvalde`, known from the news, and there is no other
                s.region is not None and s.region.admin == entry.admin and entry.weight > 5000
                for s in self.around.regions
            )
        return backed or entry.weight >= _KNOWN

    def _neighbours(self, name: _Name) -> list[Entry]:
        """Other places of the sentence about which there is no doubt."""
        g = self.g
        out = []
        for n in self.by_sentence.get(g.sent[name.first], ()):
            if n is name or n.small or n.words == name.words:
                continue
            top = n.entries[0]
            if top.kind in ("sea", "region") or any(
                e.country != top.country and e.weight * 8 > top.weight for e in n.entries[1:3]
            ):
                continue
            if len(n.words) == 1 and n.words[0] in self.table.common:
                continue
            out.append(top)
        return out

    # Places that have no name in the text ------------------------------------------------

    def _stand_ins(self) -> None:
        """`There`, `in the French capital`, `at the Kremlin`."""
        g = self.g
        blocks = layout_of(g.doc).blocks
        of_sentence = [bisect_right(blocks, g.start[first], key=lambda b: b.start) for first, _ in g.sents]
        dated = next((p.place for p in self.out if p.why == "dateline"), None)
        found = [
            *stand_ins(g, self.table, self.out, of_sentence, self._home(), self.on, self.around.regions),
            *(() if dated is None else heres(g, dated, [(q.start, q.end) for q in quotations_of(g.doc)])),
        ]
        for one in found:
            start, end = g.start[one.first], g.end[one.last]
            self.out.append(
                PlaceMention(one.first, one.last, start, end, one.place, True, one.why, one.inner)
            )

    def _home(self) -> Entry | None:
        """The capital of the state that the text plays in, where its dateline or what it tells leaves no doubt."""
        told = self.around.told
        top = max(told.values(), default=0)
        states = [code for code, n in told.items() if n == top]
        dated = next((p.place for p in self.out if p.why == "dateline"), None)
        if dated is not None and dated.country and told[dated.country] * 2 >= max(top, 1):
            return Entry(dated.name, dated.country, dated.lat, dated.lon, 0, "city")
        code = states[0] if len(states) == 1 and top * 2 > sum(told.values()) else ""
        state = knowledge_base().states.get(code)
        if state is None or not state.capital:
            return None
        return city_of(self.table, capital_on(state.code, state.capital, self.on), state.code)

    # Names that no table knows -----------------------------------------------------------

    def _unlisted(self) -> None:
        """`the village of Racak`, `the Kibati camp`: places by what is said of them, and small towns that are."""
        g = self.g
        for first, last in runs(
            g, self.mentions, self.parts | {i for p in self.out for i in range(p.first, p.last + 1)}
        ):
            written = " ".join(self.text[g.start[first] : g.end[last]].split())
            if last > first and g.lower[last] in _NAMED_AS:  # "Tarong Village"
                written = written[: -len(g.word[last])].rstrip()
            words = words_of(written)
            if is_seat(words) or (len(words) == 1 and words[0] in self.table.common):
                continue
            places = {i: p.locative for p in self.out for i in range(p.first, p.last + 1)}
            towns = self.table.towns_of(words) or self._called(words)
            if not towns and len(words) > 1 and words[-1] in _PARTS_OF_STATES:
                towns = [e for e in self._called(words[:-1]) if e.kind in ("region", "city", "capital")][:1]
            one = len({e.country for e in towns}) == 1
            usage = said_to_be_a_place(g, self.mentions, self.around, first, last, places, town=one)
            if usage is None:
                continue
            country = self._country(first, last)
            towns = [e for e in towns if country in (None, e.country)]
            town = towns[0] if len({e.country for e in towns}) == 1 else None
            place = Place(
                name=town.name if town is not None else written,
                country=country or (town.country if town is not None else None),
                lat=town.lat if town is not None else None,
                lon=town.lon if town is not None else None,
                span=(g.start[first], g.end[last]),
            )
            self.out.append(
                PlaceMention(first, last, g.start[first], g.end[last], place, usage.locative, usage.why)
            )

    def _called(self, words: tuple[str, ...]) -> list[Entry]:
        """The places of a whole name."""
        return (
            next((e for phrase, e in self.table.beginning(words[0]) if phrase == words), []) if words else []
        )

    def _at_the_edge(self, place: PlaceMention) -> bool:
        sign = self.around.at.get(place.first)
        return sign is not None and self.around.is_edge(sign)

    def _country(self, first: int, last: int) -> str | None:
        """The state of a place that no table knows: what qualifies it, else the one state that the text plays in."""
        qualifier = self.around.qualifier(first, last)
        if qualifier is not None:
            return qualifier.country
        sentence = self.g.sent[first]
        for others in (
            {
                p.place.country
                for p in self.out
                if self.g.sent[p.first] == sentence and not self._at_the_edge(p)
            },
            {
                s.country
                for s in self.around.by_sentence.get(sentence, ())
                if s.located and not self.around.is_edge(s)
            },
            self.around.countries_of(first),
        ):
            if others:
                return others.pop() if len(others) == 1 else None
        return None


@Language.component("dragoman_places", requires=["doc._.mentions", "token.dep"], assigns=["doc._.places"])
def set_places(doc: Doc) -> Doc:
    """Find where things are said to happen."""
    doc._.places = _Finder(doc).run()
    return doc
