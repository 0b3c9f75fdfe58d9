"""States, organisations and bodies: names, metonyms, acronyms that the text explains, names that translation broke."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz import fuzz

from dragoman.actors.knowledge import STATE_FLAVOURS, Body
from dragoman.actors.matching import Hit
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import name_key, skeleton, slug
from dragoman.actors.people import People
from dragoman.actors.story import Story
from dragoman.schema import Actor, Kind, Via

# A broken name and the known one, compared by key; 75 parts the fronts of one war, 85 misses spaced articles.
SAME_GROUP = 80
# Slips of spelling in a state's name; below 90 Austria and Australia meet.
SAME_STATE = 90
_SMALL = frozenset({"of", "the", "for", "and", "on", "'s", "in", "to", "de", "la", "a", "'"})
# Last words of names that states have for bodies of their own.
_NATIONAL = frozenset({"council", "assembly", "commission", "court", "bank"})
_SPACED = frozenset({"en", "al", "el", "an", "ash", "as", "ad"})
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


# Bodies that go by the name of whoever leads them.
_RULED = frozenset({"government", "presidency", "premiership", "military"})


# Titles that mean the head of a body only where it is led by one so called.
_HEADS = frozenset(
    {
        ("secretary", "national-security-adviser"),
        ("speaker", "speaker-of-parliament"),
        ("president", "speaker-of-parliament"),
        ("president", "chief-justice"),
        ("governor", "central-bank-governor"),
        ("president", "central-bank-governor"),
        ("director", "intelligence-chief"),
        ("director", "police-chief"),
        ("commander", "chief-of-staff"),
        ("president", "chief-justice"),
        ("governor", "central-bank-governor"),
        ("president", "central-bank-governor"),
        ("director", "intelligence-chief"),
        ("director", "police-chief"),
        ("commander", "chief-of-staff"),
    }
)


class Groups:
    """Finds the states, organisations and bodies of one doc."""

    def __init__(self, story: Story, people: People) -> None:
        self.story, self.people = story, people
        self.scan, self.kb, self.words = story.scan, story.kb, story.kb.words
        self.named_bodies: list[
            tuple[int, str, Actor]
        ] = [  # (offset, kind of body, body named with its state)
            (at, body, self.kb.body(body, code))
            for at, body, code in story.named_bodies
            if body in self.kb.bodies
        ]
        self.last_armed: Actor | None = None
        self.acronyms: dict[str, Actor] = {}
        self.bodies_at: dict[int, str] = {}  # token -> country, of bodies that only modify a noun

    def run(self) -> None:
        """Find them, names before bodies."""
        self._bags()
        self._bind_acronyms()
        bodies = []
        for hit in self.story.hits:
            if hit.a in self.story.taken or hit.of("mask") is not None:
                continue
            if hit.of("body") is not None:
                bodies.append(hit)
                continue
            t = hit.of("garbled")
            if t is not None:
                self._garbled(hit, t.key)
                continue
            if hit.of("org") is not None:
                self._organisation(hit)
            elif hit.of("region") is not None and hit.of(*STATE_FLAVOURS, "person") is None:
                self._region(hit)
            elif hit.of(*STATE_FLAVOURS) is not None and hit.of("person") is None:
                code = self.story.code(hit)
                if code is not None and (
                    self.scan.capital[hit.a] or self.scan.case_at(self.scan.start[hit.a]) == "lower"
                ):
                    self._state(hit, code)
        self._later_acronyms()
        self._broken()
        self._misspelt()
        for hit in bodies:
            self._body(hit)

    # States --------------------------------------------------------------------------

    def _state(self, hit: Hit, code: str) -> None:
        story, scan, g = self.story, self.scan, self.story.g
        first, last = scan.tokens(hit.a, hit.b)
        head = story.head(first, last)
        state = self.kb.state(code)
        assert state is not None
        written = scan.written(hit.a, hit.b)
        if hit.of("name") is None and hit.of("adjective") is None and hit.of("demonym") is None:
            if hit.of("capital") is not None and not self._stands_for_government(hit, head):
                return
            seat = story.seat(hit)
            if seat is not None and (organisation := self.kb.organisation(seat)) is not None:
                why = f"{written} stands for {organisation.name}"
                story.mention(hit.a, hit.b, "metonym", (organisation,), why, head=head)
                return
            story.mention(
                hit.a,
                hit.b,
                "metonym",
                (state,),
                f"{written} stands for the government of {state.name}",
                head=head,
            )
            return
        if hit.of("name") is not None and not (
            hit.of("adjective") is not None and g.dep[head] in ("amod", "compound", "nmod")
        ):
            if self._part_of_name(hit, head):
                return
            story.mention(
                hit.a, hit.b, "name", (state,), "name of a state", locative=story.locative(head), head=head
            )
            return
        noun = g.pos[head] in ("NOUN", "PROPN") and g.dep[head] not in ("amod", "compound", "nmod")
        if noun and hit.of("demonym") is not None and g.head[head] != head + 1:
            plural = (
                g.tag[head] in ("NNS", "NNPS") or written.endswith("s") or g.lower[max(0, head - 1)] == "the"
            )
            abroad = self._minority(hit, head, code) if plural else None
            if abroad is not None:
                actor = Actor(
                    id=f"{abroad.lower()}-{slug(written)}",
                    name=written,
                    kind="population",
                    country=abroad,
                    sector="CVL",
                )
                why = f"{written} of {self.kb.states[abroad].name}"
                story.mention(hit.a, hit.b, "demonym", (actor,), why, head=head)
                return
            people = f"people of {self.kb.with_article(state.name)}"
            name = people if plural else f"{written} national"
            kind: Kind = "population" if plural else "unnamed"
            actor = Actor(
                id=f"{code.lower()}-people" if plural else f"{code.lower()}-cvl-national",
                name=name,
                kind=kind,
                country=code,
                sector="CVL",
            )
            story.mention(hit.a, hit.b, "demonym", (actor,), f"people of {state.name}", head=head)
            return
        story.mention(hit.a, hit.b, "demonym", (state,), f"adjective of {state.name}", head=head)

    def _minority(self, hit: Hit, head: int, code: str) -> str | None:
        """The state of `ethnic Albanians`, `the Albanians of southern Serbia`: where they live, not whose name they bear."""
        story, scan, g = self.story, self.scan, self.story.g
        for k in g.prep_objects(head, "of"):
            word = scan.starting.get(scan.word(k))
            home = story.code(word) if word is not None and word.of("name", "capital", "region") else None
            if home is not None and home != code:
                return home
        if not hit.a or scan.fold[hit.a - 1] != "ethnic":
            return None
        for k in g.prep_objects(head, "in"):
            word = scan.starting.get(scan.word(k))
            home = story.code(word) if word is not None else None
            if home is not None and home != code:
                return home
        near = [
            p
            for p in story.places
            if p.code != code and abs(g.sent[p.token] - g.sent[head]) <= 1 and not story.aside(p.hit)
        ]
        best = min(near, key=lambda p: (not story.locative(p.token), abs(p.token - head)), default=None)
        return best.code if best is not None else None

    def _region(self, hit: Hit) -> None:
        """`Chechnya`, `the Catalan leader`: a part of a state, unless it stands as a place."""
        story, scan, g = self.story, self.scan, self.story.g
        t = hit.of("region")
        assert t is not None
        region = self.kb.regions[t.key]
        if not scan.capital[hit.a] or any(k in story.taken for k in range(hit.a, hit.b)):
            return
        first, last = scan.tokens(hit.a, hit.b)
        head = story.head(first, last)
        modifies = g.dep[head] in ("amod", "compound", "nmod") and g.head[head] > last
        written = " ".join(scan.fold[hit.a : hit.b])
        if written in region.demonyms and not modifies:
            if g.tag[head] in ("NNS", "NNPS") or written.endswith("s"):
                name = f"people of {region.name}"
                actor = Actor(
                    id=f"{region.id}-people",
                    name=name,
                    kind="population",
                    country=region.country,
                    sector="CVL",
                )
                story.mention(hit.a, hit.b, "demonym", (actor,), name, head=head)
            return
        if written in region.adjectives:
            if modifies:
                actor = self.kb.region(t.key)
                story.mention(hit.a, hit.b, "demonym", (actor,), f"adjective of {region.name}", head=head)
            return
        if modifies or self._part_of_name(hit, head) or not self._stands_for_government(hit, head):
            return
        story.mention(hit.a, hit.b, "name", (self.kb.region(t.key),), "name of a region", head=head)

    def _part_of_name(self, hit: Hit, head: int) -> bool:
        """Whether a state's name is only a part of a proper name (`Iran Air`, `Mali Demba`)."""
        scan, g = self.scan, self.story.g
        b = hit.b
        if (
            b < scan.n
            and scan.capital[b]
            and b not in scan.starting
            and scan.start[b] == scan.end[b - 1] + 1
            and scan.text[scan.end[b - 1]] == " "
        ):
            follows = scan.token(scan.start[b])
            written = scan.written(hit.a, hit.b)
            if (
                g.pos[follows] == "PROPN"
                and g.dep[head] == "compound"
                and g.head[head] == follows
                and not written.isupper()
                and "." not in written
            ):
                return scan.fold[b] in self.words.thing_words and scan.fold[b] not in (
                    "government",
                    "army",
                    "ministry",
                    "state",
                    "parliament",
                )
        return False

    def _stands_for_government(self, hit: Hit, head: int) -> bool:
        """Whether a capital's name means the government, by what governs it."""
        story, scan, words, g = self.story, self.scan, self.words, self.story.g
        if story.in_dateline(scan.start[hit.a]):
            return False
        a, b = hit.a, hit.b
        if (
            a > 0
            and scan.capital[a - 1]
            and scan.fold[a - 1][0].isalpha()
            and scan.start[a] == scan.end[a - 1] + 1
            and a - 1 not in story.taken
            and scan.ending.get(a) is None
        ):
            if (
                scan.fold[a - 1] not in words.not_names
                and g.pos[scan.token(scan.start[a - 1])] == "PROPN"
                and scan.text[scan.end[a - 1]] == " "
            ):
                return False  # "Denzel Washington"
        if b < scan.n and scan.text[scan.end[b - 1] : scan.end[b - 1] + 1] == "-":
            participle = scan.fold[b]
            return not any(participle.startswith(p) for p in ("base", "born", "bound", "locat")) and (
                scan.starting.get(b) is not None or g.tag[scan.token(scan.start[b])] in ("VBN", "VBD", "JJ")
            )
        top = head
        while g.dep[top] == "conj" and g.head[top] != top:
            top = g.head[top]
        dep, up = g.dep[top], g.head[top]
        if dep == "pobj":
            preposition = g.lower[up]
            if preposition in words.locative:
                return False
            if preposition in words.place_prepositions:
                governor = g.head[up]
                if (
                    preposition == "of"
                    and g.dep[up] == "prep"
                    and g.lower[governor] in words.locative | {"outside"}
                ):
                    return False
                if g.is_verb(governor):
                    return preposition in ("to", "from", "on", "for") and (
                        g.lemma[governor] in words.political_verbs
                        or (
                            g.is_passive(governor)
                            and g.lemma[governor] in ("impose", "direct", "address", "sanction", "blame")
                        )
                    )
                return g.lemma[governor] in words.political_nouns
            return preposition in (
                "with",
                "between",
                "against",
                "by",
                "among",
                "without",
                "than",
                "like",
                "about",
                "including",
                "upon",
                "alongside",
                "despite",
                "regarding",
                "concerning",
                "versus",
                "behind",
            )
        if dep in ("compound", "nmod", "npadvmod", "amod"):
            return (
                g.lemma[up] not in words.city_nouns
                and g.lemma[up] in self.kb.agents
                and g.lemma[up] not in words.vague
            )
        if dep == "poss":
            return g.lemma[up] not in words.city_nouns
        if dep in ("dobj", "nsubjpass"):
            return g.lemma[up] not in words.visiting
        if dep in ("nsubj", "dative", "attr"):
            return not (
                g.lemma[up] == "be" and any(g.lemma[c] in ("capital", "city", "port") for c in g.children[up])
            )
        if dep == "ROOT" and scan.capital[a]:
            return any(g.is_verb(c) for c in g.children[top])
        return False

    # Organisations -------------------------------------------------------------------

    def _organisation(self, hit: Hit) -> None:
        story = self.story
        id_ = self.story.one_of(hit.keys("org"))
        if self._national(hit, id_) or self._elsewhere(hit, id_):
            return
        organisation = self.kb.organisation(id_)
        assert organisation is not None
        if organisation.kind == "armed group":
            self.last_armed = organisation
        story.mention(hit.a, hit.b, "name", (organisation,), "known organisation")

    def _elsewhere(self, hit: Hit, id_: str) -> bool:
        """Whether a party's name is one that parties of many states have (`Liberal Party`), and its own is not of the story."""
        org, story = self.kb.organisations[id_], self.story
        if org.kind != "party" or org.country is None or story.dateline == org.country:
            return False
        if not story.votes or org.country in story.votes or org.country in story.bearers:
            return False
        common = self.kb.organisation_words
        return all(w in common or w in _SMALL for w in self.scan.fold[hit.a : hit.b] if w[0].isalpha())

    def _national(self, hit: Hit, id_: str) -> bool:
        """`the Russian Security Council`: a body of the state, not the world's of that name."""
        story, scan, kb = self.story, self.scan, self.kb
        prior = scan.ending.get(hit.a)
        if kb.organisations[id_].kind != "intergovernmental organisation" or hit.b - hit.a != 2:
            return False
        if prior is None or prior.of("adjective") is None or scan.fold[hit.b - 1] not in _NATIONAL:
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
        self.story.mention(a, b, "name", (actor,), "the words of its name in another order")
        self.story.taken.update(range(a, b))

    def _window(self, k: int, bag: frozenset[str]) -> tuple[int, int] | None:
        """The words around `k` that hold a bag and nothing else but small words; at least half capitalised."""
        scan = self.scan
        a = b = k
        while a > 0 and scan.fold[a - 1] in bag | _SMALL:
            a -= 1
        while b + 1 < scan.n and scan.fold[b + 1] in bag | _SMALL:
            b += 1
        while scan.fold[a] not in bag:
            a += 1
        while scan.fold[b] not in bag:
            b -= 1
        content = [j for j in range(a, b + 1) if scan.fold[j] in bag]
        if {scan.fold[j] for j in content} != bag or len(content) > len(bag):
            return None
        return (a, b + 1) if sum(scan.capital[j] for j in content) >= 2 else None

    # Acronyms ------------------------------------------------------------------------

    def _bind_acronyms(self) -> None:
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
            prior = self._at_end(q)
            actor: Actor | None = None
            if prior is not None:
                actor = prior.actors[0] if prior.actors else None
            elif (hit := scan.ending.get(q)) is not None and hit.of("org") is not None:
                actor = self.kb.organisation(self.story.one_of(hit.keys("org")))
            elif inside is None or inside.of("org") is None:
                actor = self._explained(q, written)
            if actor is not None and actor.kind not in ("person", "state"):
                self.acronyms[written] = actor

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
            if not (scan.capital[a - 1] or word in _SMALL) or (
                not word[0].isalpha() and word not in ("'s", "'")
            ):
                break
            if k > 0 and word[0] == letters[k - 1]:
                k -= 1
            elif word not in _SMALL and not scan.capital[a - 1]:
                break
            a -= 1
            if k == 0:
                break
        while a < b and (
            scan.fold[a] in _SMALL or (scan.fold[a] in words.not_names and scan.fold[a][0] != letters[0])
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
            country, _ = self.story.context(scan.token(scan.start[a]))
        actor = Actor(id=slug(name), name=name, kind=kind, country=country, sector=sector)
        if not any(j in self.story.taken for j in range(a, b)):
            self.story.mention(a, b, "name", (actor,), f"named with its acronym {acronym}")
            self.story.taken.update(range(a, b))
        return actor

    def _later_acronyms(self) -> None:
        if not self.acronyms:
            return
        scan = self.scan
        for k in range(scan.n):
            actor = self.acronyms.get(scan.text[scan.start[k] : scan.end[k]]) if scan.capital[k] else None
            if (
                actor is not None
                and k not in self.story.taken
                and not self.story.used[scan.token(scan.start[k])]
            ):
                self.story.mention(k, k + 1, "name", (actor,), "an acronym that the text explains")
                self.story.taken.add(k)

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
                owner = story.context(scan.token(scan.start[hit.a]))[0] or ""
            if owner not in self.kb.states:
                return
            actor = self.kb.body(kind, owner)
            self.named_bodies.append((scan.start[begin], kind, actor))
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
                self.last_armed = actor
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
                self.last_armed = actor
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

    # Bodies that every state has ---------------------------------------------------------

    def _body(self, hit: Hit) -> None:
        """`Russian Foreign Ministry`, `Ministry of Defence of Ukraine`, `the army`, `the Ministry`."""
        story, scan, g, kb = self.story, self.scan, self.story.g, self.kb
        if any(k in story.taken for k in range(hit.a, hit.b)):
            return
        t = hit.of("body")
        assert t is not None
        body = kb.bodies[t.key]
        first, last = scan.tokens(hit.a, hit.b)
        head = story.head(first, last)
        if g.pos[head] not in ("NOUN", "PROPN") and hit.b - hit.a == 1:
            return
        begin, end, code, how, inner = self._owner(hit, body, head)
        modifies = (
            g.dep[head] in ("compound", "nmod", "amod")
            and g.head[head] > last
            and g.pos[g.head[head]] in ("NOUN", "PROPN")
            and scan.word(g.head[head]) == hit.b
        )
        if body.slug == "ministry":
            named = self._named_before(scan.start[hit.a], None, code) or self._ministers(
                scan.start[hit.a], code
            )
            if named is None:
                for k in range(first, last + 1):
                    story.used[k] = True
                if code is None:
                    return
                named = kb.body("government", code)
            self._write(
                begin,
                end,
                named,
                "nominal" if code is None else "name",
                "the ministry named before",
                inner,
                head,
            )
            return
        own = code is not None
        region = self._region_in(begin, hit.a) or self._region_in(hit.b, end)
        if code is None:
            named = self._named_before(scan.start[hit.a], body.slug, None)
            if named is not None:
                code, how = named.country, "the same body named before"
            else:
                code, how = story.context(head)
        if code is None or code not in kb.states:
            return
        if modifies:
            for k in range(first, last + 1):
                self.bodies_at[k] = code
            if not own:
                return
        if region is not None:
            actor = kb.region(region) if body.slug == "government" else kb.regional_body(body.slug, region)
        else:
            actor = self._embassy(hit, end, kb.body(body.slug, code), body)
        if own and not modifies:
            self.named_bodies.append((scan.start[hit.a], body.slug, actor))
        if modifies:
            return
        via: Via = "name" if own and (hit.b - hit.a > 1 or scan.capital[hit.a]) else "nominal"
        self._write(begin, end, actor, via, f"{scan.written(hit.a, hit.b)}; country from {how}", inner, head)
        if body.head and own:
            self._led(begin, end, f"{code}:{body.head}")

    def _region_in(self, a: int, b: int) -> str | None:
        """The region named in words `[a, b)`."""
        for k in range(a, b):
            hit = self.scan.starting.get(k)
            t = hit.of("region") if hit is not None and hit.b <= b else None
            if t is not None and hit is not None and hit.of(*STATE_FLAVOURS) is None:
                return t.key
        return None

    def _write(
        self, begin: int, end: int, actor: Actor, via: Via, why: str, inner: list[ActorMention], head: int
    ) -> None:
        self.story.mention(begin, end, via, (actor,), why, head=head)

    def _embassy(self, hit: Hit, end: int, actor: Actor, body: Body) -> Actor:
        """An embassy is one of many: it is named with its place."""
        if body.slug not in ("embassy", "consulate"):
            return actor
        scan = self.scan
        for k in (hit.b, end):
            if k + 1 < scan.n and scan.fold[k] == "in" and scan.capital[k + 1]:
                place = scan.starting.get(k + 1)
                stop = place.b if place is not None else k + 2
                name = scan.written(k + 1, stop)
                return actor.model_copy(
                    update={"id": f"{actor.id}-{slug(name)}", "name": f"{actor.name} in {name}"}
                )
        return actor

    def _owner(self, hit: Hit, body: Body, head: int) -> tuple[int, int, str | None, str, list[ActorMention]]:
        """Where a body's phrase begins and ends, whose it is, and how that is known."""
        story, scan, g = self.story, self.scan, self.story.g
        w = scan.fold
        a = hit.a
        while (
            a > 0
            and (
                w[a - 1] in self.words.modifiers
                or w[a - 1]
                in (
                    "former",
                    "national",
                    "state",
                    "federal",
                    "ruling",
                    "transitional",
                    "provisional",
                    "interim",
                    "unity",
                    "own",
                    "military",
                    "coalition",
                )
            )
            and w[a - 1] not in ("his", "her", "its", "their")
        ):
            a -= 1
        k = a
        if k > 1 and (w[k - 1] == "'s" or w[k - 1] == "'"):
            k -= 1
        prior = scan.ending.get(k)
        if prior is not None and prior.of("mask") is None and not story.aside(prior):
            code = story.code(prior)
            if code is not None and (scan.capital[prior.a] or scan.case_at(scan.start[prior.a])):
                plain = (
                    prior.of("name") is not None
                    and prior.of("adjective") is None
                    and k == a
                    and not self._upper(prior)
                )
                if not plain or not (prior.a > 0 and w[prior.a - 1] in ("in", "to", "from")):
                    return prior.a, hit.b, code, "its modifier", []
            mention = story.at.get(scan.token(scan.start[prior.a]))
            if (
                code is None
                and mention is not None
                and len(mention.actors) == 1
                and mention.actors[0].country
                and k < a
            ):
                return hit.a, hit.b, mention.actors[0].country, "its owner", []
        if body.slug in _RULED and k == a:
            code = self._ruler(a)
            if code is not None:
                return hit.a, hit.b, code, "who leads it", []
        # "of Russia", "of Bashar al-Assad"
        if (
            hit.b + 1 < scan.n
            and w[hit.b] in ("of", "in")
            and not (w[hit.b] == "in" and body.slug in ("embassy", "consulate"))
        ):
            q = hit.b + 1
            while q < scan.n - 1 and w[q] in ("the", "president", "former"):
                q += 1
            after = scan.starting.get(q)
            if after is not None and after.of("mask") is None:
                code = story.code(after)
                if code is not None and after.of("name", "capital", "region") is not None:
                    return (
                        a if a < hit.a else hit.a,
                        after.b if w[hit.b] == "of" else hit.b,
                        code,
                        f"its {w[hit.b]}-phrase",
                        [],
                    )
            mention = story.at.get(scan.token(scan.start[q]))
            if (
                w[hit.b] == "of"
                and mention is not None
                and len(mention.actors) == 1
                and mention.actors[0].country
                and mention.actors[0].kind in ("person", "state")
            ):
                word = scan.word(mention.last) + 1
                return hit.a, max(word, q + 1), mention.actors[0].country, "its of-phrase", []
        for c in g.children[head]:  # what stands farther off
            if g.dep[c] in ("poss", "amod", "compound", "nmod"):
                mention = story.at.get(c)
                if (
                    mention is not None
                    and len(mention.actors) == 1
                    and mention.actors[0].country
                    and mention.actors[0].kind != "media"
                ):
                    return hit.a, hit.b, mention.actors[0].country, "its modifier", []
        return hit.a, hit.b, None, "", []

    def _ruler(self, b: int) -> str | None:
        """The state that whoever the words before `b` name has led: `the Bush administration`."""
        hit = self.scan.ending.get(b)
        if hit is None or not self.scan.capital[hit.a]:
            return None
        on = self.story.on or "9999"
        best: tuple[bool, str, str] | None = None
        named = [id_ for surname in hit.keys("surname") for id_ in self.kb.surnames.get(surname, ())]
        for id_ in (*hit.keys("person"), *named):
            for tenure in self.kb.persons[id_].tenures:
                owner, _, office = tenure.office.partition(":")
                if office in ("head-of-state", "head-of-government") and owner in self.kb.states:
                    since = tenure.since or ""
                    best = max(best or (False, "", ""), (since <= on, since, owner))
        return best[2] if best is not None else None

    def _upper(self, hit: Hit) -> bool:
        written = self.story.text[self.scan.start[hit.a] : self.scan.end[hit.b - 1]]
        return written.isupper()

    def _named_before(self, offset: int, kind: str | None, code: str | None) -> Actor | None:
        """The body (of a kind, of a state) named last before an offset, else the first one the text names."""
        fitting = [
            (at, a) for at, slug_, a in self.named_bodies
            if (slug_ == kind if kind is not None else slug_.endswith("ministry")) and (code is None or a.country == code)
        ]  # fmt: skip
        before = [x for x in fitting if x[0] < offset]
        if before:
            return max(before, key=lambda x: x[0])[1]
        return fitting[0][1] if fitting and kind is not None else None

    def _ministers(self, offset: int, code: str | None) -> Actor | None:
        """The ministry of the minister named last: `Lavrov spoke. The Ministry ...`."""
        best: tuple[int, str, str] | None = None
        for known in self.people.known.values():
            at = known.before(offset)
            for office, owner in sorted(known.offices, key=str):
                body = f"{office.removesuffix('er')}ry"
                if (
                    at >= 0
                    and office.endswith("-minister")
                    and body in self.kb.bodies
                    and owner in self.kb.states
                    and code in (None, owner)
                ):
                    best = max(best or (-1, "", ""), (at, body, owner or ""))
        return self.kb.body(best[1], best[2]) if best is not None else None

    def _led(self, begin: int, end: int, office: str) -> None:
        """`the head of the Russian Foreign Ministry` is its minister."""
        scan = self.scan
        k = begin
        while k > 0 and scan.fold[k - 1] == "the":
            k -= 1
        if k < 2 or scan.fold[k - 1] != "of":
            return
        title = scan.fold[k - 2]
        if title not in ("head", "chief", "chairman") and (title, office.partition(":")[2]) not in _HEADS:
            return
        self.people.head_of(k - 2, end, office)
