"""States, organisations and bodies, in the order that settles who owns a word.

Organisations are read here: by name, with its words in another order, or in a spelling that translation broke.
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz import fuzz

from dragoman.actors.acronyms import Acronyms
from dragoman.actors.entries import STATE_FLAVOURS
from dragoman.actors.matching import Hit
from dragoman.actors.names import SMALL, name_key, skeleton, slug
from dragoman.actors.people import People
from dragoman.actors.state_bodies import StateBodies
from dragoman.actors.states import States
from dragoman.actors.story import Story
from dragoman.schema import Actor

# A broken name and the known one, compared by key; 75 parts the fronts of one war, 85 misses spaced articles.
SAME_GROUP = 80
# Slips of spelling in a state's name; below 90 Austria and Australia meet.
SAME_STATE = 90
# Last words of names that states have for bodies of their own.
_NATIONAL = frozenset({"council", "assembly", "commission", "court", "bank"})
_SPACED = frozenset({"en", "al", "el", "an", "ash", "as", "ad"})

# Organisations whose names stand before what they are, and what those of states are called so.
_CALLED = frozenset({"armed group", "party", "intergovernmental organisation"})
_ALLIANCES = frozenset({"alliance", "bloc"})

# Words in the names of courts.
_COURTS = frozenset({"court", "tribunal"})


class Groups:
    """Finds the states, organisations and bodies of one doc."""

    def __init__(self, story: Story, people: People) -> None:
        self.story, self.people = story, people
        self.scan, self.kb = story.scan, story.kb
        self.states = States(story)
        self.acronyms = Acronyms(story)
        self.bodies = StateBodies(story, people)
        self.armed: list[tuple[int, Actor]] = []  # armed groups named, with their offsets
        self.courts: dict[str, Actor] = {}  # named, of the world or of a state

    def run(self) -> None:
        """Find them, names before bodies."""
        self._bags()
        self._ships()
        self.acronyms.bind()
        bodies = []
        for hit in self.story.hits:
            if hit.a in self.story.taken or hit.of("mask") is not None:
                continue
            if hit.of("body") is not None and not self._party_here(hit):
                bodies.append(hit)
                continue
            t = hit.of("garbled")
            if t is not None:
                self._garbled(hit, t.key)
                continue
            if hit.of("org") is not None:
                self._organisation(hit)
            elif hit.of("region") is not None and hit.of(*STATE_FLAVOURS, "person") is None:
                self.states.region(hit)
            elif hit.of(*STATE_FLAVOURS) is not None and hit.of("person") is None:
                code = self.story.code(hit)
                if code is not None and (
                    self.scan.capital[hit.a] or self.scan.case_at(self.scan.start[hit.a]) == "lower"
                ):
                    self.states.state(hit, code)
                    self.states.half_before(hit)
        self.acronyms.mention_later()
        self._broken()
        self._misspelt()
        for hit in bodies:
            self.bodies.find(hit)
        self.acronyms.bind_bodies()

    def armed_at(self, offset: int) -> Actor | None:
        """The armed group named last before an offset, or the only one that the text names."""
        before = [x for x in self.armed if x[0] < offset]
        if before:
            return max(before, key=lambda x: x[0])[1]
        return self.armed[0][1] if len({a.id for _, a in self.armed}) == 1 else None

    def _party_here(self, hit: Hit) -> bool:
        """Whether a name that parties of many states have is that of a known one of the story's, or of no state's story: `the Democrats`."""
        told = {*self.story.votes, *self.story.bearers, self.story.dateline} - {None}
        orgs = (self.kb.organisations[id_] for id_ in hit.keys("org"))
        return any(o.kind == "party" and (not told or o.country in told) for o in orgs)

    # Organisations -------------------------------------------------------------------

    def _organisation(self, hit: Hit) -> None:
        story = self.story
        if self.scan.written(hit.a, hit.b) in self.acronyms.common:
            return
        explained = self.acronyms.bound.get(self.scan.written(hit.a, hit.b))
        if explained is not None and explained.id not in hit.keys("org"):
            return  # "the Angolan Armed Forces (FAA)": not another's of these letters
        id_ = self.story.one_of(hit.keys("org"), hit)
        if self._national(hit, id_) or self.story.elsewhere(hit, id_) or self._inside_name(hit, id_):
            return
        organisation = self.kb.organisation(id_)
        assert organisation is not None
        organisation = self._of_the_state_behind(hit.a, hit.b, self._of_its_namesakes(hit, organisation))
        if organisation.kind == "armed group":
            self.armed.append((self.scan.start[hit.a], organisation))
        at_home = organisation.kind in ("armed group", "party") or organisation.sector in ("LEG", "JUD")
        if organisation.country is not None and at_home:
            story.organs.setdefault(organisation.country, set()).add(organisation.id)
        if _COURTS & set(organisation.name.lower().split()):
            self.courts[organisation.id] = organisation
        story.mention(
            hit.a, self._with_kind(hit, organisation), "name", (organisation,), "known organisation"
        )

    def _with_kind(self, hit: Hit, organisation: Actor) -> int:
        """Where a name ends with the noun that says what it is: `the Hamas [movement]`, `the NATO [alliance]`."""
        scan, b = self.scan, hit.b
        if b >= scan.n or scan.capital[b] or scan.start[b] != scan.end[b - 1] + 1:
            return b
        noun = scan.fold[b]
        fits = (
            noun in _ALLIANCES
            if organisation.kind == "intergovernmental organisation"
            else organisation.kind in self.people.words.body_nouns.get(noun, ())
        )
        return b + 1 if fits and organisation.kind in _CALLED else b

    def _of_the_state_behind(self, a: int, b: int, organisation: Actor) -> Actor:
        """`the State Committee of National Security of Tajikistan`: that state's, where another has one of the name."""
        scan = self.scan
        if organisation.kind != "government body" or organisation.country is None:
            return organisation
        if b + 1 >= scan.n or scan.fold[b] != "of":
            return organisation
        k = b + 2 if scan.fold[b + 1] == "the" else b + 1
        after = scan.starting.get(k)
        if after is None or after.of("name") is None or self.story.aside(after):
            return organisation
        code = self.story.code(after)
        state = self.kb.state(code) if code is not None else None
        if code is None or state is None or code == organisation.country or code not in self.kb.states:
            return organisation
        called = scan.written(a, b)
        name = f"{called} of {self.kb.with_article(state.name)}"
        update = {"id": f"{code.lower()}-{slug(called)}", "name": name, "country": code, "wikidata": None}
        return organisation.model_copy(update=update)

    def _of_its_namesakes(self, hit: Hit, organisation: Actor) -> Actor:
        """`Belarusian OMON`, `Denmark's Conservatives`: a force or party of that state, where several have one of that name."""
        if organisation.sector not in ("COP", "SPY", "PTY"):
            return organisation
        prior, owned = self.scan.owner_before(hit.a)
        party = organisation.sector == "PTY"
        if not party and not owned and (code := self._city_before(hit.a)) is not None:
            return self._namesake(organisation, code, self.scan.written(hit.a - 1, hit.b))
        if prior is None or prior.of(*(STATE_FLAVOURS if owned and party else ("adjective",))) is None:
            return organisation
        if party and not (hit.b - hit.a < 3 and self.scan.fold[hit.b - 1].endswith("s")):
            return organisation
        code = self.story.code(prior)
        state = self.kb.state(code) if code is not None else None
        if code is None or state is None or code == organisation.country:
            return organisation
        called = self.scan.written(hit.a, hit.b) if party else organisation.name
        update = {
            "id": f"{code.lower()}-{slug(called) if party else organisation.id}",
            "name": f"{called} of {self.kb.with_article(state.name)}",
            "country": code,
        }
        return organisation.model_copy(update=update)

    def _city_before(self, a: int) -> str | None:
        """The state of a city right before word `a`: `the [Dhaka] Metropolitan Police`."""
        scan = self.scan
        if a == 0 or not scan.capital[a - 1] or scan.start[a] != scan.end[a - 1] + 1:
            return None
        prior = scan.ending.get(a)
        if prior is not None and prior.b - prior.a == 1 and prior.of("capital") is not None:
            return self.story.code(prior) if prior.of("name", "adjective") is None else None
        return self.story.town(scan.fold[a - 1]) if prior is None else None

    def _namesake(self, organisation: Actor, code: str, name: str) -> Actor:
        """A force of a city that has the name of one elsewhere: the city's own, if it is of another state."""
        if code == organisation.country:
            return organisation
        return organisation.model_copy(
            update={"id": f"{code.lower()}-{slug(name)}", "name": name, "country": code, "wikidata": None}
        )

    def _ships(self) -> None:
        """`HMS Diamond`, `the destroyer USS Truxtun`: a warship, by the prefix that its navy gives."""
        scan, story = self.scan, self.story
        for a in range(scan.n - 1):
            code = self.kb.words.warships.get(scan.written(a, a + 1))
            if code is None or not scan.capital[a + 1] or scan.start[a + 1] != scan.end[a] + 1:
                continue
            if any(k in story.taken for k in (a, a + 1)):
                continue
            b = a + 2
            while b < scan.n and b < a + 4 and scan.capital[b] and scan.start[b] == scan.end[b - 1] + 1:
                b += 1
            name = scan.written(a, b)
            ship = Actor(
                id=f"{code.lower()}-{slug(name)}",
                name=name,
                kind="government body",
                country=code,
                sector="MIL",
            )
            story.mention(a, b, "name", (ship,), f"a warship of {self.kb.states[code].name}")
            story.taken.update(range(a, b))

    def _inside_name(self, hit: Hit, id_: str) -> bool:
        """Whether the one word of a paper's or firm's name ends a longer name: `the Freedom Guardian exercise`."""
        scan, g = self.scan, self.story.g
        if hit.b - hit.a > 1 or self.kb.organisations[id_].kind not in ("media", "company") or hit.a == 0:
            return False
        token, a = scan.token(scan.start[hit.a]), hit.a
        return (
            scan.capital[a - 1]
            and scan.fold[a - 1][0].isalpha()
            and scan.fold[a - 1] not in self.people.words.not_names
            and scan.ending.get(a) is None
            and scan.start[a] == scan.end[a - 1] + 1
            and g.pos[token - 1] == "PROPN"
            and g.head[token - 1] in (token, g.head[token])
            and g.dep[token - 1] == "compound"
        )

    def _national(self, hit: Hit, id_: str) -> bool:
        """`the Russian Security Council`, `Russia's Security Council`: a body of the state, not the world's of that name."""
        story, scan, kb = self.story, self.scan, self.kb
        prior, owned = scan.owner_before(hit.a)
        if kb.organisations[id_].kind != "intergovernmental organisation" or hit.b - hit.a != 2:
            return False
        if (
            prior is None
            or prior.of("name" if owned else "adjective") is None
            or scan.fold[hit.b - 1] not in _NATIONAL
        ):
            return False
        code = story.code(prior)
        state = kb.state(code) if code is not None else None
        if code is None or state is None:
            return False
        slug_ = slug(" ".join(scan.fold[hit.a : hit.b]))
        if slug_ in kb.bodies:
            actor = kb.body(slug_, code)
        else:
            name = f"{scan.written(hit.a, hit.b)} of {kb.with_article(state.name)}"
            actor = Actor(
                id=f"{code.lower()}-{slug_}", name=name, kind="government body", country=code, sector="GOV"
            )
        story.mention(prior.a, hit.b, "name", (actor,), f"a body of {state.name}")
        story.taken.update(range(hit.a, hit.b))
        return True

    def _bags(self) -> None:
        """Organisations named with the right words in another order: `International support group of Syria`."""
        wanted: dict[str, list[tuple[frozenset[str], str]]] = {}
        for bag, id_, rarest in self.kb.bags:
            if bag <= self.story.lower:
                wanted.setdefault(rarest, []).append((bag, id_))
        if not wanted:
            return
        for k, word in enumerate(self.scan.fold):
            for bag, id_ in wanted.get(word, ()):
                if k not in self.story.taken:
                    self._bag(k, bag, id_)

    def _bag(self, k: int, bag: frozenset[str], id_: str) -> None:
        found = self._window(k, bag)
        if found is None:
            return
        a, b = found
        inside = [h for h in self.story.hits if h.a < b and a < h.b]
        if any(h.a < a or h.b > b or id_ in h.keys("org") for h in inside):
            return
        actor = self.kb.organisation(id_)
        assert actor is not None
        actor = self._of_the_state_behind(a, b, actor)
        self.story.mention(a, b, "name", (actor,), "the words of its name in another order")
        self.story.taken.update(range(a, b))

    def _window(self, k: int, bag: frozenset[str]) -> tuple[int, int] | None:
        """The words around `k` that hold a bag and nothing else but small words; at least half capitalised."""
        scan = self.scan
        a = b = k
        while a > 0 and scan.fold[a - 1] in bag | SMALL:
            a -= 1
        while b + 1 < scan.n and scan.fold[b + 1] in bag | SMALL:
            b += 1
        while scan.fold[a] not in bag:
            a += 1
        while scan.fold[b] not in bag:
            b -= 1
        content = [j for j in range(a, b + 1) if scan.fold[j] in bag]
        if {scan.fold[j] for j in content} != bag or len(content) > len(bag):
            return None
        return (a, b + 1) if sum(scan.capital[j] for j in content) >= 2 else None

    # What translation broke ------------------------------------------------------------

    def _garbled(self, hit: Hit, meaning: str) -> None:
        story, scan = self.story, self.scan
        owner, _, kind = meaning.partition(":")
        begin = hit.a
        actor: Actor | None
        if kind in self.kb.bodies:
            prior = scan.ending.get(hit.a)
            if prior is not None and prior.of("adjective", "name") is not None:
                owner, begin = story.code(prior) or owner, prior.a
            elif (
                hit.b + 1 < scan.n
                and scan.fold[hit.b] == "of"
                and (after := scan.starting.get(hit.b + 1)) is not None
            ):
                owner = story.code(after) or owner
            if owner not in self.kb.states:
                owner = story.whose.country(scan.token(scan.start[hit.a]))[0] or ""
            if owner not in self.kb.states:
                return
            actor = self.kb.body(kind, owner)
            self.bodies.named.append((scan.start[begin], kind, actor))
        elif kind:  # an office
            person = self.kb.holder(meaning, story.on)
            if person is None:
                return
            known = self.people.registry.register(person.id)
            actor = known.actor
        else:
            actor = self.kb.organisation(meaning) or self.kb.state(meaning)
            if actor is None:
                return
            if actor.kind == "armed group":
                self.armed.append((scan.start[begin], actor))
        message = f"{scan.written(hit.a, hit.b)!r} is a word that translation broke or left over; {actor.name} is meant"
        story.mention(begin, hit.b, "name", (actor,), message)
        if begin != hit.a and (state := self.kb.state(owner)) is not None:
            story.mention(begin, hit.a, "demonym", (state,), f"adjective of {state.name}")
        story.taken.update(range(begin, hit.b))
        story.warn("garbled name", scan.span(hit.a, hit.b), message)

    def _broken(self) -> None:
        """Names of groups in a broken spelling: between quotation marks, or around a spaced article."""
        scan, story = self.scan, self.story
        windows: list[tuple[int, int]] = []
        marks = [k for k, w in enumerate(scan.fold) if w == '"']
        for a, b in pairwise(marks):
            if 2 <= b - a <= 7:
                windows.append((a + 1, b))
        for k, word in enumerate(scan.fold):
            if word in _SPACED and 0 < k < scan.n - 1 and k not in story.taken:
                q = k + 2 if scan.fold[k + 1] in ("–", "-", "—") else k + 1
                if (
                    q < scan.n
                    and scan.fold[k - 1][0].isalpha()
                    and scan.fold[q][0].isalpha()
                    and (scan.capital[q] or scan.capital[k - 1])
                ):
                    windows.append((k - 1, q + 1))
        for a, b in windows:
            if (
                b <= a
                or any(k in story.taken for k in range(a, b))
                or any(
                    story.used[t]
                    for t in range(scan.token(scan.start[a]), scan.token(scan.end[b - 1] - 1) + 1)
                )
            ):
                continue
            key = name_key(scan.fold[a:b])
            bones = skeleton(key)
            best = max(
                ((fuzz.ratio(key, k), id_) for k, id_ in self.kb.org_skeletons.get(bones, ())),
                default=(0, ""),
            )
            if best[0] < SAME_GROUP:
                continue
            actor = self.kb.organisation(best[1])
            assert actor is not None
            written = scan.written(a, b)
            if actor.kind == "armed group":
                self.armed.append((scan.start[a], actor))
            why = f"{written!r} is another spelling of {actor.name}"
            story.mention(a, b, "name", (actor,), why)
            story.taken.update(range(a, b))
            clean = written.replace(" – ", "-").replace(" - ", "-")
            if (
                clean != written
                or not written[0].isupper()
                or any(p.isupper() and p.lower() in _SPACED for p in written.split())
            ):
                story.warn(
                    "garbled name", scan.span(a, b), f"{written!r} is a broken name; {actor.name} is meant"
                )

    def _misspelt(self) -> None:
        """States in a slip of spelling (`Afganistan`), where nothing else is known of the word."""
        scan, story = self.scan, self.story
        known = {k for h in scan.hits for k in range(h.a, h.b)}
        for k, capital in enumerate(scan.capital):
            if not capital or k in story.taken or k in known or scan.end[k] - scan.start[k] < 6:
                continue
            word = scan.fold[k]
            for name, code in self.kb.state_skeletons.get(skeleton(word), ()):
                if fuzz.ratio(name, word) >= SAME_STATE and not story.used[scan.token(scan.start[k])]:
                    state = self.kb.state(code)
                    assert state is not None
                    head = scan.token(scan.start[k])
                    story.mention(
                        k, k + 1, "name", (state,), f"a slip for {state.name}", locative=story.locative(head)
                    )
                    break
