"""Persons: names with and without titles, the same person later, titles that stand for a person."""

from __future__ import annotations

import re

from dragoman.actors.entries import LAND_FLAVOURS
from dragoman.actors.matching import Hit
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import pieces
from dragoman.actors.registry import BREAKS, KNOWN_FIT, Known, Registry
from dragoman.actors.story import Story
from dragoman.actors.titles import Titles
from dragoman.schema import Actor

_FURTHER = 2  # further names behind the one that somebody is known by
_PLACED = frozenset({"in", "near", "outside", "around"})
_EMPLOYERS = frozenset({"non-governmental organisation", "intergovernmental organisation"})
_SHORT = 2  # letters of a word that names nobody alone
_INSIDE = 6  # tokens that the end of a phrase may hang below the noun for somebody at its head


# The rest of a name that takes a turn in a transcript, and how long the title before it may be.
_TURN = re.compile(r"[^\n:.?!]{2,40}:")
_TITLE = 30
_AUXILIARIES = frozenset({"do", "does", "did", "has", "have", "is", "are", "was", "were", "be", "can"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})

# Who does so to a state is of another.
_GOING = frozenset({"arrive", "fly", "travel", "visit", "tour"})

# `Out` after these a foreigner is expelled.
_PUT_OUT = frozenset({"order", "throw", "kick", "turn"})


class People:
    """Finds the persons of one doc."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.registry = Registry(story)
        self.known = self.registry.known
        self.titles = Titles(story, self.registry)

    def run(self) -> None:
        """Find everyone who is named or meant by a title."""
        self.registry.introduce()
        self.titles.run()
        self._names()
        self._grow()
        self._new_names()
        self._turns()
        self.titles.run_roles()

    def _turns(self) -> None:
        """Whoever takes a turn in a transcript speaks for the text's own state: `MR KIRBY: Good afternoon`."""
        text, home = self.story.text, self.story.at_home
        for known in self.known.values():
            code = known.actor.country
            if code is None or known.actor.sector not in _OFFICIAL:
                continue
            for at in known.spots:
                line = text[text.rfind("\n", 0, at) + 1 : at]
                if len(line) <= _TITLE and _TURN.match(text, at):
                    home[code] = home.get(code, 0) + 1

    def settle(self) -> None:
        """Give persons of whom the text says no country the one of their kin, their company or their sentence."""
        settled: dict[str, Actor] = {}
        for known in list(self.known.values()):
            actor = known.actor
            if actor.country is not None or actor.kind != "person" or not known.spots:
                continue
            if actor.id in self.kb.persons or actor.office is not None:
                continue
            employer = self._employer(known)
            if employer is not None:
                change = {"country": employer.country, "sector": employer.sector}
                known.actor = settled[actor.id] = actor.model_copy(update=change)
                continue
            country = self._from(known) or self._nation(known) or self._kin(known) or self._company(known)
            country = country or self._serves(known)
            if country is None:
                country = self._sentence(known)
                known.guessed = True
            if country is not None:
                known.actor = settled[actor.id] = actor.model_copy(update={"country": country})
        for known in self.known.values():
            if known.guessed and (away := self._abroad(known)):
                other = self.story.dateline or self.story.other_than(known.actor.country)
                sure = other == self.story.dateline or self.story.votes.get(other or "", 0) > 1
                home = other if sure and other not in away else None
                known.actor = settled[known.actor.id] = known.actor.model_copy(update={"country": home})
            said = self._from(known) or self._nation(known) or self._master(known) if known.guessed else None
            other = said or self._by_form(known)
            if other is not None:
                known.actor = settled[known.actor.id] = known.actor.model_copy(update={"country": other})
        if settled:
            for mention in self.story.mentions:
                if any(a.id in settled for a in mention.actors):
                    mention.actors = tuple(settled.get(a.id, a) for a in mention.actors)

    def _by_form(self, known: Known) -> str | None:
        """The state of the story to which somebody belongs by the form of the name, where his own is only a guess."""
        actor, story = known.actor, self.story
        if (
            not known.guessed
            or actor.kind != "person"
            or actor.country is None
            or actor.id in self.kb.persons
        ):
            return None
        states = {c for c in (*story.votes, *story.bearers) if c in self.kb.states and c != actor.country}
        return self.kb.name_forms.clearer(actor.name, actor.country, sorted(states)) if states else None

    def _abroad(self, known: Known) -> set[str | None]:
        """The states to which the text says somebody went, if that of the guess is one: `X, who visited Senegal`."""
        g, story = self.story.g, self.story
        went: set[str | None] = set()
        for spot in known.spots:
            m = story.at.get(self.scan.token(spot))
            if m is None:
                continue
            going = [g.head[m.head]] if g.dep[m.head] == "nsubj" else []
            going += [
                v
                for v in g.all_children(m.head, "relcl")
                if (who := g.child(v, "nsubj")) is not None and g.lower[who] == "who"
            ]
            going += [
                c
                for v in going
                for c in g.all_children(v, "ccomp")
                if g.lower[g.child(c, "nsubj") or c] in ("he", "she")
            ]
            for v in going:
                if g.lemma[v] not in _GOING:
                    continue
                ends = [*g.objects(v), *g.prep_objects(v, "to", "in", "for")]
                for k in ends:
                    place = story.at.get(k)
                    if place is not None and len(place.actors) == 1 and place.actors[0].kind == "state":
                        went.add(place.actors[0].country)
        return went if known.actor.country in went else set()

    def _from(self, known: Known) -> str | None:
        """The state that the text says somebody is of: `Siti Aisyah of Indonesia`."""
        g = self.story.g
        for spot in known.spots:
            first = self.story.at.get(self.scan.token(spot))
            if first is None or g.lower[first.last + 1 : first.last + 2] not in (["of"], ["from"]):
                continue
            m = self.story.at.get(first.last + 2)
            if (
                m is not None
                and m.first == first.last + 2
                and len(m.actors) == 1
                and m.actors[0].kind == "state"
            ):
                return m.actors[0].country
        return None

    def _nation(self, known: Known) -> str | None:
        """The state that a word beside a name says: `Peter Greste, an Australian`, `X and Y, two American hikers`."""
        g, first = self.story.g, self._mention_at(known)
        if first is None or known.actor.office is not None:
            return None
        top = g.first_of_row(first.head)
        row = {first.head, *g.noun_conjuncts(top)}
        for c in (c for k in row for c in g.all_children(k, "appos") if c > first.last):
            one = g.head[c] == first.head and any(g.lower[d] in ("a", "an") for d in g.children[c])
            if not one and not any(g.dep[d] == "nummod" for d in g.children[c]):
                continue
            words = (c, *(d for d in g.children[c] if d < c and g.dep[d] in ("amod", "compound", "nmod")))
            found = {
                a.country
                for k in words
                if (m := self.story.at.get(k)) is not None and m.via == "demonym"
                for a in m.actors
                if a.country in self.kb.states
            }
            if len(found) == 1:
                return found.pop()
        return None

    def _master(self, known: Known) -> str | None:
        """The country of whoever somebody serves or is kin of: `the president's adviser Peter Navarro`."""
        g, first = self.story.g, self._mention_at(known)
        if first is None:
            return None
        noun = g.head[first.head] if g.dep[first.head] == "appos" else first.head
        said = {g.lemma[noun], *g.lower[first.first : first.head]}
        owner = g.child(noun, "poss")
        if owner is None or not said & (self.words.proxies | self.words.kin | self.words.delegates):
            return None
        m = self.story.at.get(owner)
        master = self.known.get(m.actors[0].id) if m is not None and len(m.actors) == 1 else None
        return master.actor.country if master is not None and not master.guessed else None

    def _kin(self, known: Known) -> str | None:
        """The country of the persons of this text with the same family name."""
        surname = pieces(known.actor.name)[-1]
        same = {
            k.actor.country
            for p in self.registry.by_surname.get(surname, ())
            if (k := self.known[p]) is not known and k.actor.country is not None
        }
        return same.pop() if len(same) == 1 else None

    def _mention_at(self, known: Known) -> ActorMention | None:
        return self.story.at.get(self.scan.token(known.spots[0]))

    def _employer(self, known: Known) -> Actor | None:
        """The organisation of no state that somebody serves: `X of Oxfam`, `Y, Amnesty International's director`."""
        g, first = self.story.g, self._mention_at(known)
        if first is None:
            return None
        tokens = g.prep_objects(first.head, "of", "from", "with", "at", "for")
        for c in g.children[first.head]:
            if c > first.last and g.dep[c] == "appos" and g.pos[c] in ("NOUN", "PROPN"):
                tokens += [k for k in g.children[c] if g.dep[k] in ("compound", "poss", "nmod")]
                tokens += g.prep_objects(c, "of", "for", "at", "with")
        for k in tokens:
            m = self.story.at.get(k)
            if m is not None and len(m.actors) == 1 and m.via == "name" and m.actors[0].kind in _EMPLOYERS:
                return m.actors[0]
        return None

    def _serves(self, known: Known) -> str | None:
        """The state of the body in which somebody is said to serve: `X, director general at the ministry's bureau`."""
        g, first = self.story.g, self._mention_at(known)
        if first is None:
            return None
        for c in g.children[first.head]:
            if c <= first.last or g.dep[c] != "appos":
                continue
            parts = g.prep_objects(c, "of", "at", "in", "with")
            for k in (*parts, *(o for p in parts for o in g.all_children(p, "poss", "compound"))):
                m = self.story.at.get(k)
                if m is not None and len(m.actors) == 1 and m.actors[0].kind == "government body":
                    return m.actors[0].country
        return None

    def _company(self, known: Known) -> str | None:
        """The country of those with whom somebody is named in one row."""
        g, first = self.story.g, self._mention_at(known)
        if first is None:
            return None
        row = {
            a.country
            for i in g.noun_conjuncts(first.head)
            if i != first.head and (m := self.story.at.get(i)) is not None
            for a in m.actors
            if a.kind == "person" and a.country is not None
        }
        return row.pop() if len(row) == 1 else None

    def _sentence(self, known: Known) -> str | None:
        """The country of the sentence or story; of somebody whom others receive or let go nothing is said by theirs."""
        g, first = self.story.g, self._mention_at(known)
        if first is None:
            return None
        top = first.head
        while g.dep[top] in ("conj", "appos", "compound") and g.head[top] != top:
            top = g.head[top]
        beside = self.story.at.get(top) if top != first.head else None
        if beside is not None and beside.via == "nominal" and len(beside.actors) == 1:
            return beside.actors[0].country  # "the two engineers, X and Y"
        if g.dep[top] in ("dobj", "pobj", "nsubjpass"):
            v = g.verb_over(top)
            put_out = g.lemma[v] in _PUT_OUT and any(g.lower[c] == "out" for c in g.children[v])
            if put_out or g.lemma[v] in self.words.foreign_verbs:
                return None
        return self.story.whose.country(first.head)[0]

    def _names(self) -> None:
        scan, story = self.scan, self.story
        strangers: set[str] = set()  # family names that stand behind the first name of nobody known
        for hit in story.hits:
            if hit.a in story.taken:
                continue
            ids = hit.keys("person")
            if ids and (ids := [p for p in ids if not self.registry.namesake(p)]) == []:
                continue
            if ids:
                if hit.b - hit.a == 1 and not self._alone(hit):
                    continue
                if self.titles.names.given_alone(hit):
                    continue
                if (
                    hit.b - hit.a == 1
                    and self.registry.fit(self.kb.persons[self.registry.choose(ids)]) < KNOWN_FIT
                    and self.registry.here(scan.fold[hit.a]) is None
                ):
                    continue
                self._name(hit, self.registry.register(self.registry.choose(ids)), "known name")
                continue
            t = hit.of("surname")
            if t is None or len(t.key) < 2 or hit.of("title", "mask") is not None:
                continue
            if self._numbered(hit):
                continue
            placed = self._placed(hit.a)
            if hit.of(*LAND_FLAVOURS, "org") is not None and (placed or self.registry.here(t.key) is None):
                continue
            if placed and self.registry.here(t.key) is None:
                continue  # "kidnapped in Gao": a town
            if self.registry.here(t.key) is None and self._of_the_land(hit.b):
                continue  # "the Mahama refugee camp", "the Sharif district"
            begin, initials = self._initials(hit.a)
            if initials:
                known = self.registry.initialled(t.key, initials)
                if known is not None:
                    known.note(scan.start[begin])
                    story.mention(
                        begin, hit.b, "name", (known.actor,), f"initials and surname of {known.actor.name}"
                    )
                    story.taken.update(range(begin, hit.b))
                    continue
            if hit.b - hit.a == 1 and self._first_name_before(hit) and self.registry.here(t.key) is None:
                strangers.add(t.key)
            if self._alone(hit) and (t.key not in strangers or self.registry.here(t.key) is not None):
                royal = hit.a > 0 and scan.fold[hit.a - 1] in self.words.by_first_name
                known = self.registry.first_name(t.key) if royal else None
                known = known or self.registry.surname(
                    t.key, scan.start[hit.a], self.registry.gender_before(hit.a)
                )
                if known is not None and not self._small_word(hit):
                    self._name(hit, known, f"surname of {known.actor.name}")

    def _first_name_before(self, hit: Hit) -> bool:
        """Whether a first name stands before a family name that is somebody's of the base: `Ammar [Moussawi]`, no Qassim."""
        scan, k = self.scan, hit.a - 1
        if k < 0 or not scan.capital[k] or not scan.fold[k].isalpha() or scan.start[hit.a] - scan.end[k] > 1:
            return False
        word = scan.fold[k]
        if word in self.words.honorifics or word in self.words.not_names or self._other_phrase(hit.a):
            return False
        first = word in self.kb.given_names or word in self.kb.genders
        return first and k not in self.story.taken

    def _numbered(self, hit: Hit) -> bool:
        """Whether a number follows with a hyphen, as in what a type of aircraft is called: `a Russian Su-24`."""
        scan = self.scan
        end = scan.end[hit.b - 1]
        return scan.text[end : end + 1] == "-" and scan.text[end + 1 : end + 2].isdigit()

    def _of_the_land(self, b: int) -> bool:
        """Whether a word for a piece of land begins at word `b`, in small letters: a name before it is the land's."""
        scan = self.scan
        return (
            b < scan.n
            and not scan.capital[b]
            and scan.fold[b] in self.words.land_after
            and (scan.start[b] == scan.end[b - 1] + 1)
        )

    def _placed(self, a: int) -> bool:
        """Whether word `a` stands behind a preposition of place: `in Nepal`."""
        return a > 0 and self.scan.fold[a - 1] in _PLACED and not self.scan.capital[a - 1]

    def _grow(self) -> None:
        """Let full names reach over further names of the same person: `Pedro Pablo Kuczynski [Godard] of Peru`.

        The parser has the last word at the head, so that the person would be lost there.
        """
        g, story = self.story.g, self.story
        for m in story.mentions:
            head = g.head[m.last]
            full = len(m.actors) == 1 and m.actors[0].kind == "person" and m.last > m.first
            if not full or g.dep[m.last] != "compound" or not m.last < head <= m.last + _FURTHER:
                continue
            between = range(m.last + 1, head + 1)
            a, b = self.scan.word(m.last + 1), self.scan.word(head) + 1
            if any(g.pos[k] != "PROPN" or story.used[k] or not self._further(g.word[k]) for k in between):
                continue
            if g.pos[m.last] == "PROPN" and not any(self.registry.stops(k) for k in range(a, b)):
                m.last, m.end, m.head = head, g.end[head], head
                for k in between:
                    story.used[k] = True
                    story.at[k] = m
                story.taken.update(range(a, b))

    def _small_word(self, hit: Hit) -> bool:
        """Whether a surname is but a small word that begins a sentence: `Do you have evidence?`"""
        word = hit.a
        if hit.b - word > 1 or self.scan.fold[word] not in _AUXILIARIES:
            return False
        return self.story.g.pos[self.scan.token(self.scan.start[word])] in (
            "AUX",
            "VERB",
            "DET",
            "PRON",
            "ADP",
        )

    def _further(self, word: str) -> bool:
        """Whether a word may be a further name of somebody: no thing called after him (`the Ronald Reagan Building`)."""
        words, lower = self.words, word.lower()
        return word.istitle() and not (
            lower in words.thing_words or lower in words.not_names or lower in self.kb.agents
        )

    def _initials(self, a: int) -> tuple[int, str]:
        """The initials before word `a` (`R.T.`, `V. V.`) and where they begin."""
        scan = self.scan
        w, k, out = scan.fold, a, ""
        while k > 0:
            word = w[k - 1]
            if len(word) > 2 and "." in word and word.replace(".", "").isalpha() and scan.capital[k - 1]:
                k, out = k - 1, word.replace(".", "") + out
            elif (
                word == "."
                and k > 1
                and scan.end[k - 2] - scan.start[k - 2] == 1
                and scan.capital[k - 2]
                and scan.end[k - 2] == scan.start[k - 1]
            ):
                k, out = k - 2, w[k - 2] + out
            else:
                break
        return k, out

    def _name(self, hit: Hit, known: Known, why: str) -> None:
        scan = self.scan
        begin, _ = self._initials(hit.a)
        w = scan.fold
        if begin > 0 and w[begin - 1] in self.words.honorifics and scan.capital[begin - 1]:
            begin -= 1
        elif (
            begin > 1
            and w[begin - 1] == "."
            and w[begin - 2] in self.words.honorifics
            and scan.capital[begin - 2]
        ):
            begin -= 2
        self.registry.bear(known).note(scan.start[hit.a])
        self.story.mention(begin, hit.b, "name", (known.actor,), why)
        self.story.taken.update(range(begin, hit.b))

    def _alone(self, hit: Hit) -> bool:
        """Whether a bare surname stands alone: no other first name before it, no other name after it."""
        scan, words = self.scan, self.words
        w, a, b = scan.fold, hit.a, hit.b
        if (
            a > 0
            and scan.capital[a - 1]
            and w[a - 1][0].isalpha()
            and a - 1 not in self.story.taken
            and scan.start[a] - scan.end[a - 1] <= 1
        ):
            if (
                w[a - 1] not in words.honorifics
                and w[a - 1] not in words.not_names
                and not self._other_phrase(a)
            ):
                begins = a < 2 or w[a - 2] in BREAKS
                headline = self.story.kind(scan.start[a]) in ("title", "related", "repeat", "heading")
                if not begins and not headline:
                    return False
                if self.story.g.pos[scan.token(scan.start[a - 1])] == "PROPN":
                    return False
        elif a > 1 and w[a - 1] == "." and scan.end[a - 2] - scan.start[a - 2] == 1 and scan.capital[a - 2]:
            key = hit.of("surname")
            found = self.registry.here(key.key) if key else None
            return found is not None and pieces(found.actor.name)[0][0] == w[a - 2]
        if (
            a > 0
            and w[a - 1] in words.particles
            and not scan.capital[a - 1]
            and w[a - 1] not in ("a", "e", "y", "as", "an", "en", "la", "do", "o")
            and scan.start[a] - scan.end[a - 1] <= 1
        ):
            t = hit.of("surname")
            if t is None or self._other_first_name(t.key, a - 1):
                return False
            return self.registry.here(t.key) is not None or w[a - 1] in ("al", "el")
        if (
            b < scan.n
            and scan.capital[b]
            and w[b][0].isalpha()
            and scan.start[b] == scan.end[b - 1] + 1
            and not self._begins_other(b)
        ):
            headline = self.story.kind(scan.start[a]) in ("title", "related", "repeat", "heading")
            if scan.text[scan.end[b - 1]] == "-":
                return False
            if (
                not headline
                and self.story.g.pos[scan.token(scan.start[b])] == "PROPN"
                and w[b] not in words.not_names
            ):
                return False
        return True

    def _other_first_name(self, surname: str, a: int) -> bool:
        """Whether the word before the particle at word `a` is a first name that no known bearer of a surname has.

        `Saud al-Qahtani` is not Abu Maria al-Qahtani.
        """
        scan, words = self.scan, self.words
        k = a - 1
        if k < 0 or not scan.capital[k] or not scan.fold[k].isalpha() or scan.start[a] - scan.end[k] > 1:
            return False
        word = scan.fold[k]
        if (
            word in words.honorifics
            or word in words.not_names
            or k in self.story.taken
            or self._other_phrase(a)
        ):
            return False
        bearers = self.kb.surnames.get(surname, ())
        return not any(n[0] == word[0] for p in bearers for n in pieces(self.kb.persons[p].name)[:-1])

    def _begins_other(self, b: int) -> bool:
        """Whether a known phrase that is no name of a person begins at word `b`."""
        hit = self.scan.starting.get(b)
        return hit is not None and hit.of("surname", "person") is None

    def _other_phrase(self, b: int) -> bool:
        """Whether the word before `b` ends a known phrase that is no name of a person."""
        hit = self.scan.ending.get(b)
        return hit is not None and hit.of(*LAND_FLAVOURS, "org", "title", "titles", "body") is not None

    def _new_names(self) -> None:
        """Names that nothing is known of: full names of people who act, and their surnames later."""
        scan, story, words = self.scan, self.story, self.words
        g, taken = story.g, story.taken
        names = {k.actor.name: k for k in self.registry.known.values()} | self._written()
        i = 0
        later: list[tuple[int, int]] = []
        for i, capital in enumerate(scan.capital):
            if not capital or i in taken or (later and i < later[-1][1]):
                continue
            word = scan.fold[i]
            if word in words.not_names or word in words.honorifics:
                continue
            hit = scan.starting.get(i)
            if hit is not None and hit.of("surname", "person") is None:
                continue
            if hit is not None and hit.of(*LAND_FLAVOURS) is not None and self._placed(i):
                continue  # "in Nepal", of which Madhav Kumar Nepal is a citizen
            b, solid = self.registry.name_run(i)
            if b <= i or any(k in taken for k in range(i, b)):
                continue
            later.append((i, b))
            if b < scan.n and b - i <= 2 and not scan.capital[b] and self._broken(i, b):
                continue
            if solid < 2 or scan.fold[b - 1].endswith("smen"):
                continue  # "National Guardsmen", "Bedouin Tribesmen" are nobody by name
            kind = story.kind(scan.start[i])
            written = scan.written(i, b)
            known = names.get(written)
            if known is None:
                known = self.registry.alike(i, b)
                why = "another spelling of a known name"
                if known is None and "-" in written:
                    known = self.registry.respelt(i, b)
                if known is None and (known := self.registry.ending_in(scan.fold[i:b], scan.start[i])):
                    why = "surname of several words"
            else:
                why = "named before"
            if known is None and kind == "body" and solid <= 4 and self._personal(i, b):
                called_of = self._called_of(i)
                country = called_of or self._apposed_country(i, b)
                gender = self.registry.gender_before(i)
                sector = None
                if self.registry.of_congress(b):
                    country, sector = "USA", "LEG"
                known = self.registry.register_new(written, country, sector, None, gender)
                known.guessed = country is not None and called_of is None and sector is None
                why = "a name that is not in the knowledge base"
            if known is not None:
                names[written] = known
                known.note(scan.start[i])
                story.mention(i, b, "name", (known.actor,), why)
                taken.update(range(i, b))
        for a, b in later:  # surnames of the people now known
            if a in taken or b - a > 3:
                continue
            key = " ".join(scan.fold[a:b])
            known = names.get(scan.written(a, b))  # a whole name, before it was clear that it is somebody's
            known = known or self.registry.here(key, scan.start[a], self.registry.gender_before(a))
            why = "surname"
            hit = scan.starting.get(a)
            land = (
                hit is not None and hit.of(*LAND_FLAVOURS) is not None
            )  # "Nepal's army", not Nepal Bhusan Chand's
            if known is None and b - a == 1 and len(key) > _SHORT and key not in words.particles and not land:
                known, why = self.registry.first_name(key), "first name"  # "Kasit Piromya ... Kasit said"
            if known is not None and g.pos[scan.token(scan.start[a])] in ("PROPN", "NOUN", "ADJ"):
                known.note(scan.start[a])
                story.mention(a, b, "name", (known.actor,), f"{why} of {known.actor.name}")
                taken.update(range(a, b))

    def _written(self) -> dict[str, Known]:
        """Whole names as titles had them in this text, with who is meant: `Yang Jie Chi`."""
        out: dict[str, Known] = {}
        for m in self.story.mentions:
            known = self.known.get(m.actors[0].id) if m.via == "name" and len(m.actors) == 1 else None
            if known is None:
                continue
            words = self.story.text[m.start : m.end].split()
            for size in (2, 3, 4):
                tail = words[-size:]
                if len(words) > size and all(w[:1].isupper() for w in tail):
                    out.setdefault(" ".join(tail), known)
        return out

    def _broken(self, a: int, b: int) -> bool:
        """`Mikhail Bog danov`: a known name that a blank parts."""
        scan, story = self.scan, self.story
        if len(scan.fold[b]) < 3 or not scan.fold[b].isalpha() or scan.start[b] != scan.end[b - 1] + 1:
            return False
        if self.registry.ending_in(scan.fold[a:b], scan.start[a]) is not None:
            return False  # "Ole-Kimani had"
        known = self.registry.respelt(a, b + 1)
        if known is None:
            return False
        known.note(scan.start[a])
        message = f"{scan.written(a, b + 1)!r} is a broken name; {known.actor.name} is meant"
        story.mention(a, b + 1, "name", (known.actor,), message)
        story.taken.update(range(a, b + 1))
        story.warn("garbled name", scan.span(a, b + 1), message)
        return True

    def _apposed_country(self, a: int, b: int) -> str | None:
        """The country of somebody named beside what he is: `the paper's editor, Mark Whitaker`."""
        story = self.story
        first, last = self.scan.tokens(a, b)
        head = story.head(first, last)
        if story.g.dep[head] != "appos" or story.g.pos[story.g.head[head]] != "NOUN":
            return None
        return story.whose.country(head)[0]

    def _called_of(self, a: int) -> str | None:
        """The state of whoever a noun right before word `a` makes one of: `the Peruvian candidate X`."""
        scan, words = self.scan, self.words
        k = a
        while k > 0 and a - k < _INSIDE and not scan.capital[k - 1] and scan.fold[k - 1][0].isalpha():
            k -= 1
        hit = scan.ending.get(k)
        if k == a or hit is None or scan.fold[a - 1] not in words.somebody:
            return None
        return self.story.code(hit) if hit.of("adjective", "region") is not None else None

    def _personal(self, a: int, b: int) -> bool:
        """Whether an unknown run of capitalised words is a person: one with an honorific, or who acts."""
        scan, story, words = self.scan, self.story, self.words
        g = story.g
        parts = [scan.fold[k] for k in range(a, b) if scan.fold[k][0].isalpha()]
        if any(p in words.thing_words or p in words.not_names for p in parts) or parts[-1] in self.kb.agents:
            return False
        if any(
            scan.text[scan.start[k] : scan.end[k]].isupper()
            and scan.end[k] - scan.start[k] > 1
            and "." not in scan.fold[k]  # "S.P. Thamilselvan"
            for k in range(a, b)
        ):
            return False
        if self.registry.of_congress(b):
            return True
        honorific = a > 0 and (
            scan.fold[a - 1] in words.honorifics
            or (scan.fold[a - 1] == "." and a > 1 and scan.fold[a - 2] in words.honorifics)
        )
        if honorific:
            return True
        first, last = scan.tokens(a, b)
        head = story.head(first, last)
        if any(
            g.pos[k] not in ("PROPN", "PUNCT", "PART", "ADP", "X", "NOUN") for k in range(first, last + 1)
        ):
            return False
        if first > 0 and g.lower[first - 1] in ("the", "a", "an", "this"):
            return False
        if g.dep[head] in ("nsubj", "nsubjpass") and g.is_verb(g.head[head]):
            return True
        if len(parts) <= 4 and self._said_to_be_somebody(head, first, last):
            return True
        if self.registry.here(parts[-1]) is not None and len(parts) <= 3:
            return True  # of the family of somebody of this text
        if parts[0] in self.kb.genders and len(parts) <= 3 and len(parts[0]) > 3 and g.dep[head] == "pobj":
            return g.lower[g.head[head]] in ("with", "by", "against", "to", "from", "between", "for", "of")
        before = first - 1  # "his mentor Leopoldo López", "the candidate Keiko Fujimori"
        if (
            before >= 0
            and g.pos[before] == "NOUN"
            and g.word[before].islower()
            and g.sent[before] == g.sent[first]
        ):
            beside = g.head[before] == head or g.head[head] == before
            if beside and (
                parts[0] in self.kb.genders or (g.lemma[before] in words.somebody and g.tag[before] == "NN")
            ):
                return True
        if parts[0] in self.kb.genders and len(parts) <= 3 and len(parts[0]) > 2 and g.pos[last] == "PROPN":
            if g.dep[head] in ("dobj", "dative", "poss"):
                return True
            up = g.head[head]
            if g.dep[head] == "appos":
                return g.pos[up] == "NOUN" or story.at.get(up) is not None
            if g.dep[head] == "conj":
                other = story.at.get(up)
                return other is not None and any(x.kind == "person" for x in other.actors)
        if g.dep[head] == "dobj" and 2 <= len(parts) <= 4 and g.lemma[g.head[head]] in words.done_to_persons:
            return True
        if g.dep[head] == "appos" and 2 <= len(parts) <= 4 and g.tag[g.head[head]] == "NNS":
            noun = g.head[head]  # "the two engineers, X and Y,"
            counted = any(g.dep[c] == "nummod" for c in g.children[noun])
            if counted and (g.lemma[noun] in words.somebody or g.lemma[noun] in self.kb.agents):
                return True
        if g.dep[head] == "conj" and len(parts) <= 4:  # "Shamkhani and Musaad al-Aiban signed"
            other = story.at.get(g.head[head])
            if other is not None and other.via == "name" and all(x.kind == "person" for x in other.actors):
                return g.dep[g.head[head]] in ("nsubj", "nsubjpass", "appos", "dobj")
        return g.dep[head] == "pobj" and g.dep[g.head[head]] == "agent"

    def _said_to_be_somebody(self, head: int, first: int, last: int) -> bool:
        """Whether a noun for a person stands beside a name: `the head of the mission, X,`, `X, a retired teacher`."""
        g, nouns = self.story.g, self.words.somebody
        if first > 1 and g.word[first - 1] == "," and (last + 1 >= g.n or g.pos[last + 1] == "PUNCT"):
            k = first - 2
            for _ in range(_INSIDE):
                if g.lemma[k] in nouns and g.tag[k] == "NN":
                    return self.story.text[g.start[first] : g.end[last]].lower() not in self.kb.cities
                if g.dep[k] not in ("pobj", "prep", "compound", "amod", "nmod", "poss"):
                    break
                k = g.head[k]
        return any(
            c > last and g.dep[c] == "appos" and g.tag[c] == "NN" and g.lemma[c] in nouns
            for c in g.children[head]
        )

    def head_of(self, a: int, b: int, office: str) -> None:
        """Note words `[a, b)`, which say who leads a body, as the holder of the office."""
        holder = self.kb.holder(office, self.on)
        if holder is None:
            return
        known = self.registry.register(holder.id)
        known.note(self.scan.start[a])
        head = self.scan.token(self.scan.start[a])
        self.story.mention(
            a, b, "role", (known.actor,), f"head of the body: {self.kb.office_name(office)}", head=head
        )
