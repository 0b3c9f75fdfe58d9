"""The titles of a doc: each is read with the name before or after it, or left to stand for its holder."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors.bare_titles import BareTitles, Role
from dragoman.actors.entries import LAND_FLAVOURS, STATE_HEADS, Title
from dragoman.actors.matching import Hit
from dragoman.actors.offices import Offices, only_owner
from dragoman.actors.registry import BREAKS, Known, Registry
from dragoman.actors.story import Story
from dragoman.actors.title_phrases import DELEGATES, DIPLOMACY, SAME_OFFICE, Left, Right, TitlePhrases
from dragoman.actors.titled_names import TitledNames
from dragoman.schema import Actor

_NEAR = 80  # words: a paragraph or two
# What joins two titles of one person: `Deputy Prime Minister and Foreign Minister X`.
_JOINING = frozenset({"and", "cum", "&"})
_ONE = frozenset({"the", "his", "her", "its", "their", "both", "between"})


class Joint(NamedTuple):
    """A title that the name behind the next title goes with, too."""

    title: Title
    owner: str | None
    begin: int


class Titles:
    """Reads the titles of one doc."""

    def __init__(self, story: Story, registry: Registry) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.phrases = TitlePhrases(story, registry)
        self.offices = Offices(story, registry)
        self.names = TitledNames(story, registry, self.offices)
        self.bare = BareTitles(story, registry, self.phrases, self.offices)
        self.roles: list[Role] = []
        self.counterparts: list[Hit] = []
        self.owners: dict[
            str, tuple[int, str]
        ] = {}  # office -> word and owner of its last title without a name
        self.joint: dict[int, Joint] = {}  # word where a title begins -> the title joined to it by `and`

    def run(self) -> None:
        """Read titles with the names that go with them; titles without one are left for `run_roles`."""
        for hit in self.story.hits:
            if hit.a in self.story.taken:
                continue
            t = hit.of("title")
            if t is not None and hit.b - hit.a > 2 and hit.b < self.scan.n and self.scan.fold[hit.b] == "'s":
                continue  # "the head of the government's team"
            if t is not None and t.key in self.words.lowered and self._lowers(hit.b):
                continue  # "deputy chief of staff"
            if t is not None:
                role = self._title(hit, self.kb.titles[t.key], t.key)
                if role is not None:
                    self.roles.append(role)
            elif (t := hit.of("titles")) is not None:
                if t.key in SAME_OFFICE:
                    self.counterparts.append(hit)  # whose office is meant is not known yet
                else:
                    self._titles(hit, self.kb.titles[t.key], t.key)

    def _in_a_capital(self, b: int) -> str | None:
        """The state of `his colleague in Moscow`."""
        seat = self.scan.starting.get(b + 1) if b + 1 < self.scan.n and self.scan.fold[b] == "in" else None
        return self.story.code(seat) if seat is not None and seat.of("capital") is not None else None

    def run_roles(self) -> None:
        """Resolve titles without a name, when it is known who has been named where."""
        for role in self.roles:
            if role.hit.a not in self.story.taken:
                self.bare.resolve(role)
        for hit in self.counterparts:
            t = hit.of("titles")
            title = self.offices.office_before(self.scan.start[hit.a])
            if t is not None and title is not None and hit.a not in self.story.taken:
                self._titles(hit, [title], t.key)

    def _title(self, hit: Hit, titles: list[Title], key: str) -> Role | None:
        """Read a title with the name that goes with it; without one it is left for later."""
        scan, story = self.scan, self.story
        left = self.phrases.left(hit.a, hit.b, titles[0].office)
        right = self.phrases.right(hit.b, titles[0].office)
        owner = (
            left.owners[0] if len(left.owners) == 1 else (right.owners[0] if len(right.owners) == 1 else None)
        )
        about = right.about or left.about
        only = only_owner(titles[0])
        if only in self.kb.organisations and owner not in self.kb.states:
            owner = only  # "the UN High Commissioner for Refugees"
        if left.owners and right.owners and about is None:
            about = right.owners[0]
        place = self.phrases.governed(hit) if titles[0].office == "governor" else None
        if place is not None:
            owner, start, stop = place
            left = left._replace(owners=(owner,) if start < hit.a else (), begin=min(left.begin, start))
            right = Right((owner,) if stop > hit.b else (), None, stop)
        title = self.offices.office(titles, owner, key)
        if key in self.words.with_portfolio and owner is None and self._of_a_department(hit.b):
            # Of states that call ministers so: "for overseas territories".
            title = Title("minister", "GOV", frozenset())
        if key in SAME_OFFICE:
            if owner is None and (owner := self._in_a_capital(hit.b)) is not None:
                right = right._replace(owners=(owner,), end=hit.b + 2)
            if owner is None:
                return None
            title = self.offices.office_before(scan.start[hit.a]) or Title(key, "GOV", frozenset())
        if right.owners and scan.fold[right.end - 1] == DIPLOMACY:
            title = Title("foreign-minister", "GOV", frozenset())
        if title is None:
            return None
        joint = self.joint.get(hit.a)
        if joint is not None:
            left = left._replace(begin=joint.begin)
            owner = owner or joint.owner
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
        after, end, person, named = self._name_behind(hit, right)
        if (
            not named
            and right.end > hit.b
            and right.end < scan.n
            and scan.fold[right.end] in ("for", "on", "to", "in")
        ):
            far = self.names.beyond(right.end)
            if far is not None:
                after, end, person, named = far.a, far.b, self.registry.choose(far.keys("person")), True
        if not named:
            before = self.names.named_before(begin)
            if before is not None and not self._of_another(before, hit, owner):
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
            if self._joined(hit, title, key, owner, left, right):
                return None
            if after + 1 < scan.n and scan.fold[after] == ",":
                end, person = self.names.name_at(after + 1)
                closed = end >= scan.n or scan.fold[end] in BREAKS or scan.fold[end] == "'s"
                if (
                    end > after + 1
                    and closed
                    and (
                        person is not None
                        or end - after > 2
                        or self.registry.here(scan.fold[end - 1]) is not None
                    )
                    and self.names.nameable(after + 1, end, person)
                ):
                    after, named = after + 1, True
        if not named and title.office in self.words.named_only:
            return None
        if not named:
            if owner is not None:
                self.owners[title.office] = (hit.a, owner)
            return Role(hit, title, owner, left, right, key)
        title = self._borne(title, key, owner)
        if owner is None and begin > 0 and scan.fold[begin - 1] == "the" and person is None:
            owner = self._owner_before(
                title.office, hit.a
            )  # "The ambassador, X," after "the British ambassador"
        if owner is None and title.office == "ambassador" and person is None:
            owner = self._embassy_before(hit.a)
        owned = begin > 0 and scan.fold[begin - 1] in (
            "'s",
            "'",
        )  # "the transitional government's premier, X"
        if owner is None and person is None and not owned and title.office not in self.words.shared_offices:
            told = self._owner_before(
                title.office, hit.a
            )  # "Brazil's foreign minister said. Foreign Minister X"
            met = self.registry.first_name(scan.fold[after]) if end == after + 1 else None
            owner = told if told in self.kb.states and story.home in (None, told) and met is None else None
            inherited = owner is not None
        else:
            inherited = False
        if owner is None and end + 1 < scan.n and scan.fold[end] == "of":  # "President Putin of Russia"
            behind = self.phrases.right(end, title.office)
            if len(behind.owners) == 1:
                owner, end_of_all = behind.owners[0], behind.end
                title = self.offices.office(titles, owner, key) or title
            else:
                end_of_all = end
        else:
            end_of_all = end
        if left.bare and owner in left.owners and self.names.stray(after, end, person, title, owner, begin):
            begin, owner = hit.a, None  # "the visit to Ukraine Vice President Biden": the state is not his
        if (
            person is None
            and end_of_all == end
            and end + 1 < scan.n
            and scan.fold[end] == "of"
            and scan.capital[end + 1]
        ):
            person = self.names.translated(after, end + 2, title, key, owner)
            if person is not None:
                end = end_of_all = end + 2
        if owner is None and about in self.kb.states and title.office in DELEGATES:
            owner = self.story.other_than(about)  # not of the state that he is sent to
        known = self.names.resolve(after, end, person, title, key, owner, left.former)
        agreed = (
            known.actor.country == owner or known.actor.id not in self.kb.persons
            if inherited
            else self.names.check(known, title, key, owner, about, left.former, begin, end)
        )
        self._at_home(known, owner, begin)
        self._bear(known, key, after, end).note(scan.start[after])
        known.called.update(key.split())
        why = f"named with the title {key!r}" + (f" of {owner}" if owner else "")
        if scan.fold[after - 1] == ",":
            story.mention(begin, after - 1, "role", (known.actor,), f"title of {known.actor.name}")
            story.mention(after, end_of_all, "name", (known.actor,), why)
        else:
            story.mention(begin, end_of_all, "name", (known.actor,), why)
        story.taken.update(range(begin, end_of_all))
        if agreed and not left.former and story.kind(scan.start[begin]) != "related":
            known.offices.add((title.office, owner or only_owner(title)))
            if joint is not None:
                known.offices.add((joint.title.office, joint.owner or owner))
        return None

    def _lowers(self, b: int) -> bool:
        """Whether a title or noun begins at word `b`, which a word before it makes that of a deputy: `deputy director`."""
        scan, hit = self.scan, self.scan.starting.get(b)
        if hit is not None and hit.of("title") is not None:
            return True
        return b < scan.n and not scan.capital[b] and self.story.g.pos[scan.token(scan.start[b])] == "NOUN"

    def _name_behind(self, hit: Hit, right: Right) -> tuple[int, int, str | None, bool]:
        """The words behind a title, the known person they name, and whether they are a name at all."""
        after = right.end
        end, person = self.names.name_at(after)
        if end == after and after != hit.b:
            end, person = self.names.name_at(hit.b)
            after = hit.b if end > hit.b else after
        named = (
            end > after and self.names.nameable(after, end, person) and self.names.borne(after, end, person)
        )
        return after, end, person, named

    def _joined(self, hit: Hit, title: Title, key: str, owner: str | None, left: Left, right: Right) -> bool:
        """Whether a title is joined to the next one and its name: `Lao Deputy Prime Minister and Foreign Minister X`.

        Two people stand beside each other where another is known to hold the first office, or where an article says so.
        """
        scan = self.scan
        at = right.end if scan.fold[right.end : right.end + 1] else hit.b
        if at >= scan.n or scan.fold[at] not in _JOINING:
            return False
        other = scan.starting.get(at + 1)
        t = other.of("title") if other is not None else None
        if other is None or t is None or scan.capital[hit.a] != scan.capital[other.a]:
            return False
        second = self.kb.titles[t.key]
        behind = self.phrases.right(other.b, second[0].office)
        after, end, person, named = self._name_behind(other, behind)
        if not named or second[0].office == title.office:
            return False
        state = owner or (behind.owners[0] if len(behind.owners) == 1 else None)
        if person is not None and state is None:
            state = self.kb.person(person, self.on).country
        shared = title.office in self.words.shared_offices or bool(left.lowered)
        article = left.begin > 0 and scan.fold[left.begin - 1] in _ONE
        if state is not None and not left.former:
            kinds = self.kb.kinds_of(title, key, state)
            if person is not None and any(self.kb.held(self.kb.persons[person], k, self.on) for k in kinds):
                article = shared = False
            else:
                holder = self.kb.holder(kinds[0], self.on)
                borne = set(scan.fold[after:end])
                if (
                    holder is not None
                    and not shared
                    and not any(set(s.split()) <= borne for s in holder.surnames)
                ):
                    return False
                if holder is None and title.office in STATE_HEADS:
                    return False
        elif title.office in STATE_HEADS:
            return False
        if article and not shared:
            return False
        self.joint[other.a] = Joint(title, owner, left.begin)
        return True

    def _borne(self, title: Title, phrase: str, owner: str | None) -> Title:
        """The office of somebody called leader, chief or head of what is no state: no head of state is `the leader of the House`."""
        word = phrase.rsplit(maxsplit=1)[-1]
        high = title.office in ("head-of-state", "president")
        if (
            high
            and owner is None
            and (word == "leader" or word in self.words.heads)
            and phrase != "president"
        ):
            return Title("leader", title.sector, frozenset())
        return title

    def _of_a_department(self, b: int) -> bool:
        """Whether a portfolio follows a title: `the secretary of state [for] Overseas Territories`, but not `for an hour`."""
        scan = self.scan
        q = scan.behind(b)
        if scan.fold[b : b + 1] != ["for"] or q >= scan.n:
            return False
        hit = scan.starting.get(q)
        named = hit is not None and hit.of(*LAND_FLAVOURS) is not None
        return scan.fold[q] in self.words.portfolios or (scan.capital[q] and not named)

    def _of_another(self, name: tuple[int, int], hit: Hit, owner: str | None) -> bool:
        """Whether a title after a name does something of its own and is another's: `After seeing X, the French envoy left`."""
        g, scan = self.story.g, self.scan
        head = scan.token(scan.start[hit.b - 1])
        found = scan.ending.get(name[1])
        if owner not in self.kb.states or found is None or g.dep[head] not in ("nsubj", "nsubjpass"):
            return False
        t = found.of("surname")
        ids = found.keys("person") or (self.kb.surnames.get(t.key, []) if t is not None else [])
        served = {self.kb.owner_of(t.office)[0] for p in ids for t in self.kb.persons[p].tenures}
        return bool(served) and owner not in served

    def _at_home(self, known: Known, owner: str | None, begin: int) -> None:
        """Note of somebody known that his office is named without its state when he is introduced."""
        actor, story = known.actor, self.story
        known_here = actor.id in self.kb.persons and actor.office is not None and actor.country is not None
        if owner is None and known_here and not known.spots and story.kind(self.scan.start[begin]) == "body":
            code = actor.country or ""
            story.at_home[code] = story.at_home.get(code, 0) + 1

    def _owner_before(self, office: str, word: int) -> str | None:
        """Whose the office of the last title without a name is, if that stands near before a word."""
        at, owner = self.owners.get(office, (-_NEAR, ""))
        if word - at < _NEAR:
            return owner
        return self._embassy_before(word) if office == "ambassador" else None

    def _embassy_before(self, word: int) -> str | None:
        """The state of the embassy told of last before a word: `The ambassador, X` is its own."""
        scan = self.scan
        for k in range(word - 1, max(0, word - _NEAR), -1):
            hit = scan.starting.get(k) if scan.fold[k] in ("embassy", "consulate") else None
            prior = scan.ending.get(k)
            if hit is not None and prior is not None and prior.of("adjective", "name") is not None:
                return self.story.code(prior)
        return None

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
        title = self._borne(title, phrase, owner)
        a, b = name
        found = scan.ending.get(b)
        person = None
        if found is not None and found.of("person") is not None:
            person = self.registry.choose(found.keys("person"))
            a = found.a
        known = self.names.resolve(a, b, person, title, phrase, owner, former)
        if known.guessed and owner in self.kb.states:
            self._settle(known, owner)
        agreed = self.names.check(known, title, phrase, owner, about, former, begin, hit.b)
        self._bear(known, phrase, a, b).note(scan.start[a])
        known.called.update(phrase.split())
        if a not in story.taken:
            story.mention(a, b, "name", (known.actor,), "named, with a title after it")
        story.mention(begin, max(end, hit.b), "role", (known.actor,), f"title of {known.actor.name}")
        self.phrases.note_inner(hit.b, max(end, hit.b))
        story.taken.update(range(a, max(end, hit.b)))
        if agreed and not former:
            known.offices.add((title.office, owner or only_owner(title)))

    def _bear(self, known: Known, phrase: str, a: int, b: int) -> Known:
        """Let somebody named at words `[a, b)` count for his state, unless his title says that he goes between others."""
        between = self.words.go_betweens & set(phrase.split()) or self.registry.go_between(a, b)
        return known if between else self.registry.bear(known)

    def _settle(self, known: Known, country: str) -> None:
        """Give somebody whose country was only that of the story the one that his title says, in all mentions."""
        known.actor, known.guessed = known.actor.model_copy(update={"country": country}), False
        for m in self.story.mentions:
            if any(a.id == known.actor.id for a in m.actors):
                m.actors = tuple(known.actor if a.id == known.actor.id else a for a in m.actors)

    def _titles(self, hit: Hit, titles: list[Title], titles_key: str) -> None:
        """`the Russian and Turkish foreign ministers`, `the presidents of France and Germany`."""
        scan = self.scan
        left = self.phrases.left(hit.a)
        right = self.phrases.right(hit.b, titles[0].office, plural=True)
        owners = left.owners if len(left.owners) > 1 else right.owners
        after = scan.starting.get(hit.b)
        if after is not None and after.of("person", "surname") is not None and scan.capital[hit.b]:
            self.story.used[scan.token(scan.start[hit.b - 1])] = True  # "Presidents Putin and Erdogan"
        if len(owners) < 2 or left.former or left.lowered:
            return
        actors = []
        falls = self.offices.tells_of_fall(scan.token(scan.start[hit.a]))
        for owner in owners:
            title = titles[0] if titles_key in SAME_OFFICE else self.offices.office(titles, owner, titles_key)
            if (
                title is not None
                and title.office == "leader"
                and owner in self.kb.states
                and titles_key not in SAME_OFFICE
            ):
                leader = self.offices.leader(owner)  # "the French and German leaders"
                if leader is None:
                    return
                actors.append(self.registry.register(leader.id).actor)
                continue
            if title is None or title.office in self.words.shared_offices:
                return
            actors.append(self.offices.holder(title, titles_key, owner, falls).actor)
        end = right.end if owners is right.owners else hit.b
        self.story.mention(
            left.begin, end, "role", tuple(dict.fromkeys(actors)), "holders of one office in several states"
        )
        self.story.taken.update(range(left.begin, end))
        for actor in actors:
            if actor.id in self.registry.known:
                self.registry.known[actor.id].note(scan.start[hit.a])

    def holder_of(self, phrase: str, owner: Actor) -> Actor | None:
        """Who holds the office that a title names in a body or state, as this text or the knowledge base says."""
        kb = self.kb
        id_ = owner.country if owner.kind == "state" else owner.id
        if id_ is None or (id_ not in kb.states and id_ not in kb.organisations):
            return None
        title = self.offices.office(kb.titles[phrase], id_, phrase)
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
                holder = self.offices.sole_holder(key)
            if holder is not None:
                return self.registry.register(holder.id).actor
        return None

    def holders_in(self, phrase: str, owners: list[str]) -> list[Actor]:
        """Who holds the office that a plural title names in each of several states, as far as it is known."""
        out: list[Actor] = []
        for owner in owners:
            title = self.offices.office(self.kb.titles[phrase], owner, phrase)
            if title is None or title.office in self.words.shared_offices:
                return []
            who = self.offices.holder(title, phrase, owner).actor
            if who.id in self.kb.persons or ((known := self.registry.known.get(who.id)) and known.spots):
                out.append(who)
        return out
