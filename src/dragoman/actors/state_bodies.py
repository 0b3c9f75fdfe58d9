"""Bodies that every state has, and whose they are: `Russian Foreign Ministry`, `the army`, `the Ministry`."""

from __future__ import annotations

from dragoman.actors.entries import STATE_FLAVOURS, Body
from dragoman.actors.matching import Hit
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.people import People
from dragoman.actors.story import Story
from dragoman.schema import Actor, Via

# Bodies that go by the name of whoever leads them.
_RULED = frozenset({"government", "presidency", "premiership", "military"})
# Bodies that speak for a state, wherever what they speak of happens.
_CENTRAL = ("ministry", "government", "presidency", "premiership")
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
    }
)


# Bodies that organisations have as states do.
_OF_BODIES = frozenset({"delegation", "presidency"})
# ... which send delegations of their own.
_SENDERS = frozenset(
    {"intergovernmental organisation", "armed group", "party", "non-governmental organisation"}
)
# Before an army that is no state's.
_NOT_OF_STATE = frozenset(
    {"rebel", "insurgent", "guerrilla", "opposition", "separatist", "terrorist", "private"}
)
# Before `government`: one of its own kind, not that of another state named just before.
_STOPGAP = frozenset({"interim", "transitional", "provisional", "caretaker"})
# Words that may say what a sender is, before its name.
_SAID_BEFORE = 6
# Sectors of the nouns for forces: `troops`, `police officers`.
_FORCES = frozenset({"MIL", "COP"})
_NEAR_CHAMBER = 300  # characters back to a chamber's name: a sentence or two


class StateBodies:
    """Mentions the ministries, armies, parliaments and the like of one doc."""

    def __init__(self, story: Story, people: People) -> None:
        self.story, self.people = story, people
        self.scan, self.kb, self.words = story.scan, story.kb, story.kb.words
        self.told: dict[str, Actor] = {}  # the ministries whose state the text leaves out, by kind
        self.named: list[tuple[int, str, Actor]] = [  # (offset, kind of body, body named with its state)
            (at, body, self.kb.body(body, code))
            for at, body, code in story.named_bodies
            if body in self.kb.bodies
        ]
        self.modifying: dict[int, str] = {}  # token -> country, of bodies that only modify a noun

    def find(self, hit: Hit) -> None:
        """`Russian Foreign Ministry`, `Ministry of Defence of Ukraine`, `the army`, `the Ministry`."""
        story, scan, g, kb = self.story, self.scan, self.story.g, self.kb
        if any(k in story.taken for k in range(hit.a, hit.b)):
            return
        t = hit.of("body")
        assert t is not None
        body = kb.bodies[t.key]
        if body.kind == "party" and hit.b - hit.a == 1 and not scan.capital[hit.a]:
            return  # "conservatives in the government"
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
        if body.slug == "military" and scan.fold[hit.a - 1 : hit.a] and scan.fold[hit.a - 1] in _NOT_OF_STATE:
            return  # "Syria's rebel army"
        if body.slug in _OF_BODIES and (sender := self._sent_by(hit)) is not None:
            organisation, begin, end = sender
            story.mention(begin, end, "nominal", (organisation,), f"sent by {organisation.name}", head=head)
            return
        if body.slug == "delegation" and code is None and (who := self._dispatched_by(head)) is not None:
            story.mention(hit.a, hit.b, "nominal", (who,), f"sent by {who.name}", head=head)
            return
        if body.slug == "ministry":
            named = self._named_before(scan.start[hit.a], None, code) or self._ministers(
                scan.start[hit.a], code
            )
            if named is None and code is None and len(self.told) == 1:
                named = next(iter(self.told.values()))
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
        if code is None and story.of_heads(head):
            return  # "the 27 heads of state and government"
        own = code is not None
        region = self._region_in(begin, hit.a) or self._region_in(hit.b, end)
        if code is None and modifies and self._of_forces(g.head[head]):
            return  # "government troops": whose the troops are, which the clause says of them
        if code is None:
            usage = self._usage(hit, head)
            other = hit.a > 0 and body.slug == "government" and scan.fold[hit.a - 1] in _STOPGAP
            speaking = story.whose.led_on(head) if usage is None and body.slug == "government" else None
            named = (
                self._named_before(scan.start[hit.a], body.slug, None)
                if usage is None and not other
                else None
            )
            if speaking is not None:
                code, how = speaking, "who spoke or acted just before"
            elif named is not None:
                code, how = named.country, "the same body named before"
            elif (
                usage is None and body.slug == "parliament" and (chamber := self._chamber(scan.start[hit.a]))
            ):
                code, how = chamber, "the chamber named before"
            else:
                spoken = body.kind == "party" or body.slug.endswith(_CENTRAL)
                code, how = usage or story.whose.country(head, central=spoken)
        if code is None or code not in kb.states:
            return
        if modifies:
            for k in range(first, last + 1):
                self.modifying[k] = code
            if not own:
                return
        if region is not None:
            actor = kb.region(region) if body.slug == "government" else kb.regional_body(body.slug, region)
        else:
            actor = self._embassy(hit, end, kb.body(body.slug, code), body)
        if own and not modifies:
            self.named.append((scan.start[hit.a], body.slug, actor))
        elif body.slug.endswith("-ministry"):
            self.told[body.slug] = actor
        if modifies:
            return
        via: Via = "name" if own and (hit.b - hit.a > 1 or scan.capital[hit.a]) else "nominal"
        beside = self._beside(begin, hit, code) if own and region is None else []
        if beside:  # "Tajik and Kyrgyz border guards"
            why = f"{scan.written(hit.a, hit.b)} of several states"
            actors = (*(kb.body(body.slug, c) for _, c in beside), actor)
            story.mention(beside[0][0], end, via, actors, why, head=head)
            return
        row, end_of_row = self._row_behind(hit, end, code) if own and region is None else ([], end)
        if row:  # "delegations from Chad, Niger and Mali"
            why = f"{scan.written(hit.a, hit.b)} of several states"
            actors = (actor, *(kb.body(body.slug, c) for c in row))
            story.mention(begin, end_of_row, via, actors, why, head=head)
            return
        self._write(begin, end, actor, via, f"{scan.written(hit.a, hit.b)}; country from {how}", inner, head)
        if body.head and own:
            self._led(begin, end, f"{code}:{body.head}")

    def _of_forces(self, noun: int) -> bool:
        """Whether a noun is for forces of a state, which are not sought by the body that modifies it: `government [troops]`."""
        row = self.kb.agents.get(self.story.g.lemma[noun])
        return row is not None and row[0] in _FORCES

    def _sent_by(self, hit: Hit) -> tuple[Actor, int, int] | None:
        """The organisation whose delegation it is, and the words of the phrase: `a delegation of [the African Union]`."""
        scan, kb = self.scan, self.kb
        of = scan.fold[hit.b : hit.b + 1] in (["of"], ["from"])
        after = self._named_behind(scan.behind(hit.b)) if of else None
        for named in (scan.owner_before(hit.a)[0], after):
            if named is None or named.of("org") is None or named.of(*STATE_FLAVOURS) is not None:
                continue
            organisation = kb.organisation(self.story.one_of(named.keys("org"), named))
            if organisation is not None and organisation.kind != "government body":
                return organisation, min(named.a, hit.a), max(named.b, hit.b)
        return None

    def _named_behind(self, k: int) -> Hit | None:
        """What is named at a word, or behind small words that say what it is: `the ex-rebel group [Renamo]`."""
        for j in range(k, min(k + _SAID_BEFORE, self.scan.n)):
            hit = self.scan.starting.get(j)
            if hit is not None and (hit.of("org", *STATE_FLAVOURS) is not None or j == k):
                return hit
            if not (self.scan.fold[j][0].isalpha() or self.scan.fold[j] == "-") or self.scan.capital[j]:
                return None
        return None

    def _dispatched_by(self, head: int) -> Actor | None:
        """The body of no state that sends a delegation: `[the African Union] sent a delegation to Togo`."""
        g = self.story.g
        v = g.head[head]
        if g.dep[head] != "dobj" or g.lemma[v] not in self.words.sending:
            return None
        senders = [m.actors[0] for k in g.subjects(v) if (m := self.story.at.get(k)) is not None and m.actors]
        return senders[0] if len(senders) == 1 and senders[0].kind in _SENDERS else None

    def _beside(self, begin: int, hit: Hit, code: str) -> list[tuple[int, str]]:
        """The other states, with the words where they begin, whose adjectives stand in a row before a plural body."""
        scan, out, k = self.scan, [], begin
        own = scan.starting.get(begin)
        if own is None or own.of("adjective") is None or not scan.fold[hit.b - 1].endswith("s"):
            return []
        while k > 1 and scan.fold[k - 1] in ("and", ","):
            prior = scan.ending.get(k - 1)
            if prior is None or prior.of("adjective") is None or (other := self.story.code(prior)) is None:
                break
            if other != code:
                out.append((prior.a, other))
            k = prior.a
        return out[::-1]

    def _row_behind(self, hit: Hit, end: int, code: str) -> tuple[list[str], int]:
        """The other states in a row behind a plural body that is said to be of one, and the word behind the row."""
        scan, out, k = self.scan, list[str](), end
        if end <= hit.b or not scan.fold[hit.b - 1].endswith("s"):
            return [], end
        while k + 1 < scan.n and scan.fold[k] in ("and", ","):
            q = k + 1
            while q < scan.n - 1 and scan.fold[q] in ("and", "the", "from", "of"):
                q += 1
            following = scan.starting.get(q)
            if following is None or following.of("name", "capital") is None:
                break
            other = self.story.code(following)
            if other is None:
                break
            if other != code:
                out.append(other)
            k = following.b
        joined = any(scan.fold[j] == "and" for j in range(end, k))  # not "of Chad, Niger said"
        return (list(dict.fromkeys(out)), k) if joined else ([], end)

    def _usage(self, hit: Hit, head: int) -> tuple[str, str] | None:
        """The state that has a body called so: `the Justice Department`, `the administration`, `the Foreign Office`, `the Senate`.

        That of the text's states which does, else the United States for a department or Senate in capitals.
        """
        scan, words = self.scan, self.words
        wording = " ".join(scan.fold[hit.a : hit.b])
        if wording == "department of foreign affairs":
            users = words.foreign_departments
        elif "department" in wording:
            users = words.departments
        elif wording == "administration":
            users = words.administrations
        elif wording == "foreign office":
            users = words.foreign_offices
        elif wording == "senate":
            users = words.senates
            if self.story.whose.country(head)[0] in users:
                return None
        else:
            return None
        weights = {
            c: self.story.votes.get(c, 0) + self.story.bearers.get(c, 0)
            for c in sorted(users - {self.story.whose.foreign(head)})
        }
        best = max(weights, key=lambda c: weights[c])
        if weights[best] == 0:
            if users is words.foreign_departments or not (
                scan.capital[hit.a] and ("department" in wording or wording == "senate")
            ):
                return None
            best = "USA"
        return best, "a state that calls it so"

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
            and w[hit.b] in (("of", "in", "from") if body.slug in _OF_BODIES else ("of", "in"))
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
                        hit.b if w[hit.b] == "in" else after.b,
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
        numbers = [c for c in g.children[head] if c < head and g.word[c][:1].isdigit()]
        numbered = [k for c in numbers for k in g.children[c]]  # "the Russian 14th Army"
        for c in (*g.children[head], *numbered):  # what stands farther off
            if g.dep[c] in ("poss", "amod", "compound", "nmod"):
                mention = story.at.get(c)
                if (
                    mention is not None
                    and len(mention.actors) == 1
                    and mention.actors[0].country
                    and mention.actors[0].kind != "media"
                ):
                    return hit.a, hit.b, mention.actors[0].country, "its modifier", []
        if body.slug == "government" and g.dep[head] == "conj":  # "Chadian rebels and the government"
            first = g.head[head]
            for c in g.children[first]:
                mention = story.at.get(c)
                if c < first and g.dep[c] == "amod" and mention is not None and mention.via == "demonym":
                    row = self.kb.agents.get(g.lemma[first])
                    if row is not None and row[0] in ("REB", "PRM", "OPP"):
                        return hit.a, hit.b, mention.actors[0].country, "the rebels beside it", []
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

    def _chamber(self, offset: int) -> str | None:
        """The state of the chamber with a name of its own told of just before: `The Federation Council met. The upper house`."""
        last = max(
            (m for m in self.story.mentions if m.via == "name" and 0 < offset - m.start < _NEAR_CHAMBER),
            key=lambda m: m.start,
            default=None,
        )
        if (
            last is None
            or len(last.actors) != 1
            or last.actors[0].sector != "LEG"
            or last.actors[0].kind == "person"
        ):
            return None
        return last.actors[0].country

    def _named_before(self, offset: int, kind: str | None, code: str | None) -> Actor | None:
        """The body (of a kind, of a state) named last before an offset, else the first one the text names."""
        fitting = [
            (at, a) for at, slug_, a in self.named
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
                body = f"{office.removeprefix('deputy-').removesuffix('er')}ry"
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
