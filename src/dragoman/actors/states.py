"""States and their regions: by name, by a capital that stands for the government, by adjective and people."""

from __future__ import annotations

from dragoman.actors.matching import Hit
from dragoman.actors.names import slug
from dragoman.actors.ships import a_ship_s
from dragoman.actors.story import Story
from dragoman.schema import Actor, Kind

# What stands before one of a people.
_ONE = frozenset({"a", "an", "another", "one", "every", "each"})


class States:
    """Mentions the states and regions of one doc."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scan, self.kb, self.words = story.scan, story.kb, story.kb.words
        self.ethnic: dict[str, str] = {}  # peoples that the text calls ethnic, and where they live

    def state(self, hit: Hit, code: str) -> None:
        """`Russia`, `Moscow` for its government, `Russian`, `the Russians`: a state or its people."""
        story, scan, g = self.story, self.scan, self.story.g
        if hit.b < scan.n and story.currency(hit.b):
            return  # "US dollars"
        if (
            hit.a
            and scan.fold[hit.a - 1] in self.words.continental
            and scan.end[hit.a - 1] + 1 == scan.start[hit.a]
        ):
            return  # "Inter-American"
        if scan.fold[hit.a : hit.b] == ["states"] and not story.the_states(hit):
            return
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
            if self._part_of_name(hit, head) or self._ship_s(hit, first, last):
                return
            story.mention(
                hit.a, hit.b, "name", (state,), "name of a state", locative=story.locative(head), head=head
            )
            return
        noun = g.pos[head] in ("NOUN", "PROPN") and g.dep[head] not in ("amod", "compound", "nmod")
        before_noun = g.head[head] == head + 1 and g.pos[head + 1] in ("NOUN", "PROPN", "ADJ")
        one = self._one_of_them(head)
        if noun and (hit.of("demonym") is not None or one) and not before_noun:
            plural = not one and (
                g.tag[head] in ("NNS", "NNPS") or written.endswith("s") or g.lower[max(0, head - 1)] == "the"
            )
            abroad = self._minority(hit, head, code) or story.lived_in(scan.fold[hit.a]) if plural else None
            if plural and abroad is None:
                abroad = self._ethnic_before(scan.fold[hit.a], code)
            if abroad is not None:
                if hit.a and scan.fold[hit.a - 1] == "ethnic":
                    self.ethnic[scan.fold[hit.a].removesuffix("s")] = abroad
                why = f"{written} of {self.kb.states[abroad].name}"
                story.mention(hit.a, hit.b, "demonym", (_people(written, abroad),), why, head=head)
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
        if (
            hit.a
            and scan.fold[hit.a - 1] == "ethnic"
            and (home := self._minority(hit, head, code)) is not None
        ):
            story.homes[hit.a] = home  # "the ethnic Albanian delegation"
            self.ethnic[scan.fold[hit.a].removesuffix("s")] = home
            why = f"ethnic {written} of {self.kb.states[home].name}"
            story.mention(hit.a, hit.b, "demonym", (_people(written, home),), why, head=head)
            return
        story.mention(hit.a, hit.b, "demonym", (state,), f"adjective of {state.name}", head=head)

    def _one_of_them(self, head: int) -> bool:
        """Whether an adjective stands for one of a people, not for its state: `a Burundian`, `one Ivorian`."""
        g = self.story.g
        return g.tag[head] in ("NN", "NNP") and any(
            g.lower[c] in _ONE and c < head for c in g.children[head] if g.dep[c] in ("det", "nummod")
        )

    def half_before(self, hit: Hit) -> None:
        """`North and South Korea`: the first half of a divided state, whose name stands only with the other's."""
        scan, story = self.scan, self.story
        w, a = scan.fold, hit.a
        if (
            hit.of("name") is None
            or a < 2
            or w[a - 1] != "and"
            or not scan.capital[a - 2]
            or a - 2 in scan.starting
        ):
            return
        half = self.kb.find(" ".join([w[a - 2], *w[a + 1 : hit.b]]).title(), story.on)
        states = [x for x in half if x.kind == "state"]
        token = scan.token(scan.start[a - 2])
        if len(states) == 1 and not story.used[token] and states[0].country != story.code(hit):
            story.mention(a - 2, a - 1, "name", (states[0],), "the other half is named with it", head=token)

    def _ethnic_before(self, word: str, code: str) -> str | None:
        """Where a people lives whom the text has called ethnic, if it never tells of their own state: `ethnic Albanians ... the Albanians`."""
        home = self.ethnic.get(word.removesuffix("s"))
        if home is None or any(
            p.code == code and p.flavour in ("name", "capital") for p in self.story.places
        ):
            return None
        return home

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
        homes = self.words.minorities.get(scan.fold[hit.a].removesuffix("s"))
        if homes is not None:
            near = [p for p in near if p.code in homes]
        best = min(near, key=lambda p: (not story.locative(p.token), abs(p.token - head)), default=None)
        if best is None and homes is not None and story.dateline in homes:
            return story.dateline  # "SKOPJE - Ethnic Albanian rebels fired on police"
        return best.code if best is not None else None

    def region(self, hit: Hit) -> None:
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

    def _ship_s(self, hit: Hit, first: int, last: int) -> bool:
        """Whether a ship is called after a state: `within an hour the Estonia had gone down`."""
        written = self.scan.fold[hit.a]
        return (
            hit.b == hit.a + 1
            and not written.endswith("s")
            and written not in self.words.with_article
            and self.scan.written(hit.a, hit.b).istitle()
            and a_ship_s(self.story.g, first, last)
        )

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
            before = scan.token(scan.start[a - 1])
            if (
                scan.fold[a - 1] not in words.not_names
                and g.pos[before] == "PROPN"
                and g.dep[before] != "pobj"  # "in Istanbul Moscow promised"
                and scan.text[scan.end[a - 1]] == " "
            ):
                return False  # "Denzel Washington"
        if b < scan.n and scan.text[scan.end[b - 1] : scan.end[b - 1] + 1] == "-":
            participle = scan.fold[b]
            return not any(participle.startswith(p) for p in ("base", "born", "bound", "locat")) and (
                scan.starting.get(b) is not None or g.tag[scan.token(scan.start[b])] in ("VBN", "VBD", "JJ")
            )
        top = g.first_of_row(head)
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
                if g.lower[governor] == "according":
                    return True
                if g.is_verb(governor):
                    return preposition in ("to", "from", "on", "for") and (
                        g.lemma[governor] in words.political_verbs
                        or (preposition == "to" and g.lemma[governor] in words.addressing_verbs)
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
            if (
                up == head + 1
                and g.tag[up] == "NNS"
                and g.lower[head - 1 : head] == [","] == g.lower[up + 1 : up + 2]
            ):
                return True  # "The four, Athens maintains, offered bribes"
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


def _people(written: str, home: str) -> Actor:
    """A people that lives in another state than the one whose name it bears: `the Albanians` of Kosovo."""
    return Actor(
        id=f"{home.lower()}-{slug(written)}", name=written, kind="population", country=home, sector="CVL"
    )
