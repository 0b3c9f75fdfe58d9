"""The name that goes with a title: where it stands, who is meant by it, and whether he held the office.

What the text says beats the knowledge base: a stated office is kept, and a conflict becomes a warning.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from dragoman.actors.entries import LAND_FLAVOURS, SENT, Person, Title, holds
from dragoman.actors.matching import Hit
from dragoman.actors.names import name_key, pieces, slug
from dragoman.actors.offices import Offices, only_owner
from dragoman.actors.registry import BREAKS, KNOWN_FIT, SAME_SURNAME, Known, Registry
from dragoman.actors.story import Story

# Whole names of a holder in a broken spelling (`Pan Ki Mon`, `Antonio Gutierrez`), by rapidfuzz ratio without blanks.
BROKEN = 75
CLOSE = 88  # even where the broken name is one that others bear
# A single word after a title that begins like the holder's surname and shares this much with it is a slip for it.
SLIP = 60
RANKS = frozenset(
    {
        "general",
        "colonel",
        "captain",
        "major",
        "commander",
        "field marshal",
        "marshal",
        "admiral",
        "soldier",
        "officer",
        "warlord",
    }
)


class TitledNames:
    """Resolves the names that go with the titles of one doc."""

    def __init__(self, story: Story, registry: Registry, offices: Offices) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.offices = offices

    def name_at(self, p: int) -> tuple[int, str | None]:
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
            if end > hit.b and self._goes_on(hit):
                return end, None
            if end <= hit.b or hit.b - hit.a > 1:
                return hit.b, self.registry.choose(hit.keys("person"))
        if p >= n or not (
            scan.capital[p] or (w[p] in self.words.particles and p + 1 < n and scan.capital[p + 1])
        ):
            return p, None
        return self.registry.name_run(p)[0], None

    def _goes_on(self, hit: Hit) -> bool:
        """Whether a known name but begins that of somebody else: `Ali Mohamed [Ghedi]`, for Said Ali Mohamed."""
        scan, b = self.scan, hit.b
        if not self._followed(hit):
            return False
        if self.given_alone(hit):
            return True
        beyond = scan.starting.get(b)
        if beyond is None:
            # A name that nothing is known of: only where this one lacks the first name of whoever bears it.
            chosen = self.kb.persons[self.registry.choose(hit.keys("person"))]
            return pieces(chosen.name)[0] != scan.fold[hit.a] and self.registry.fit(chosen) < KNOWN_FIT
        if not beyond.keys("surname") or any(t.flavour != "surname" for t in beyond.targets):
            return False
        own = {
            word for id_ in hit.keys("person") for s in self.kb.persons[id_].surnames for word in s.split()
        }
        return not own & set(scan.fold[b : beyond.b])

    def _followed(self, hit: Hit) -> bool:
        """Whether a word with a capital stands right behind a name."""
        scan, b = self.scan, hit.b
        return b < scan.n and scan.capital[b] and scan.start[b] - scan.end[b - 1] <= 1

    def given_alone(self, hit: Hit) -> bool:
        """Whether a known name is but the given names of somebody else, whose surname follows: `Juan Carlos [Checkley]`, no king."""
        scan, b = self.scan, hit.b
        return (
            hit.b - hit.a > 1
            and self._followed(hit)
            and all(w in self.kb.given_names for w in scan.fold[hit.a : b])
            and scan.fold[b] not in self.words.not_names
            and self.story.g.pos[scan.token(scan.start[b])] == "PROPN"
        )

    def nameable(self, p: int, end: int, person: str | None) -> bool:
        """Whether words after a title are a name: nothing lower-cased, no thing, no verb at a headline's end."""
        if person is not None:
            return True
        w = self.scan.fold
        last = w[end - 1]
        written = self.scan.written(p, end)
        if end - p == 1 and len(written) > 2 and written.isupper() and last not in self.kb.surnames:
            if self.scan.case_at(self.scan.start[p]) != "upper":
                return False  # "an official IRIN contacted"
        thing = last in self.words.thing_words and (end - p > 1 or last not in self.kb.surnames)
        return not thing and last not in self.words.not_names

    def borne(self, p: int, end: int, person: str | None) -> bool:
        """Whether words after a title in a headline are a name, for all that the rest of the text says.

        `Norwegian Envoy Begins New Bid`: where every word is capitalised an unknown one is as often a verb.
        """
        scan = self.scan
        if person is not None or self.story.kind(scan.start[p]) not in ("title", "heading", "related"):
            return True
        words = {scan.fold[k] for k in range(p, end)}
        if words & self.kb.surnames.keys() or words & self.kb.genders.keys():
            return True
        return any(
            w in words
            and scan.capital[k]
            and k >= end
            and scan.start[k] - scan.end[k - 1] <= 1
            and scan.fold[k - 1] != "."
            for k, w in enumerate(scan.fold)
            if k
        )

    def beyond(self, p: int) -> Hit | None:
        """A known name after the rest of a long title (`for the Middle East and Africa`)."""
        scan = self.scan
        for k in range(p + 1, min(p + 9, scan.n)):
            hit = scan.starting.get(k)
            if hit is not None and hit.of("person") is not None:
                return hit
            if not scan.capital[k] and scan.fold[k] not in ("the", "and", "of", "for", "in"):
                return None
        return None

    def named_before(self, begin: int) -> tuple[int, int] | None:
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

    def stray(self, a: int, b: int, person: str | None, title: Title, owner: str, begin: int) -> bool:
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

    def resolve(
        self, a: int, b: int, person: str | None, title: Title, phrase: str, owner: str | None, former: bool
    ) -> Known:
        """Who is meant by a name that goes with a title; somebody new where nobody known is."""
        scan = self.scan
        state = owner or only_owner(title)
        if person is not None:
            bearer = self.registry.register(person)
            free = bearer.actor.country is None and not bearer.offices  # once served a world body
            if free and owner in self.kb.states and not former and title.sector not in ("IGO", "REB"):
                update = {"country": owner, "sector": title.sector}  # "Japan's peace envoy Yasushi Akashi"
                bearer.actor = bearer.actor.model_copy(update=update)
            return bearer
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
        if state is None and len(parts) > 1:
            known = self._spelt_otherwise(a, parts, title)
            if known is not None:
                return known
        if len(parts) == 1:
            found = self.registry.here(surname, scan.start[a]) or self._by_first_name(surname, title, state)
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
                if self.registry.fit(self.kb.persons[best]) > 0 and (
                    fitting or state is not None or self._likely(best, title)
                ):
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
            congress = self.registry.of_congress(b)
            lawmaker = "USA" if congress else self.words.lawmakers.get(phrase)
            tagged = congress or lawmaker in self.story.votes
            whose = self.story.whose
            find = (
                whose.envoy
                if title.office in SENT
                else whose.captive
                if title.sector == "MIL"
                else whose.country
            )
            country = lawmaker if tagged else find(scan.token(scan.start[a]))[0]
            sector = "LEG" if tagged else title.sector
        known = self.registry.register_new(
            scan.written(a, b),
            country,
            sector,
            self.offices.label(title, state),
            self.registry.gender_before(a),
        )
        known.guessed = state is None and sector != "LEG" and known.actor.country == country
        return known

    def _spelt_otherwise(self, a: int, parts: list[int], title: Title) -> Known | None:
        """Who holds an office in a state of the story and is called so, but for the spelling: `Phakalitha Mosisili`."""
        written = "".join(self.scan.fold[k] for k in parts)
        for code in self.story.votes:
            holder = self.kb.holder(f"{code}:{title.office}", self.on)
            if holder is None or not self._same_first(holder, a, parts):
                continue
            if any(fuzz.ratio(written, "".join(pieces(n))) >= CLOSE for n in (holder.name, *holder.aliases)):
                return self.registry.register(holder.id)
        return None

    def _by_first_name(self, word: str, title: Title, state: str | None) -> Known | None:
        """Who goes by a title and his first name: `Prime Minister Thongsing`, who is Thongsing Thammavong of Laos.

        Somebody of this text, else who holds the office in a state of the story whose people go by their first names.
        """
        known = self.registry.first_name(word)
        if known is not None and (state is None or known.actor.country == state):
            return known
        for code in (state,) if state is not None else self.story.votes:
            if code not in self.words.family_first:
                continue
            for key in self.kb.kinds_of(title, "", code):
                holder = self.kb.holder(key, self.on)
                if holder is not None and pieces(holder.name)[0] == word:
                    return self.registry.register(holder.id)
        return None

    def _likely(self, person: str, title: Title) -> bool:
        """Whether somebody who never held an office may go by its title all the same: `General Musharraf`.

        No namesake abroad: `Colonel Charles` in a Sri Lankan story is not Pierre Charles of Dominica. He is of a state
        of the story, or has had such an office, or led a state; a common surname tells of none who has not.
        """
        who, registry = self.kb.persons[person], self.registry
        same = any(self.kb.sector_of(t.office.partition(":")[2]) == title.sector for t in who.tenures)
        ranked = title.sector == "MIL"
        if (ranked and (same or who.callings & RANKS)) or (self.on is None and not ranked):
            return True
        near = registry.of_the_story(who) and registry.fit(who) >= KNOWN_FIT
        if any(s in self.kb.common_surnames for s in who.surnames):
            return same and near
        return near or (same and registry.fit(who) >= KNOWN_FIT)

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

    def translated(self, a: int, b: int, title: Title, phrase: str, owner: str | None) -> str | None:
        """The holder in whose name a particle was translated: `Jaap de Hoop of Scheffer`."""
        holder = self.kb.holder(self.kb.kinds_of(title, phrase, owner)[0], self.on) if owner else None
        if holder is None:
            return None
        words = [w for w in self.scan.fold[a:b] if w != "of"]
        if fuzz.ratio("".join(words), "".join(pieces(holder.name))) < CLOSE:
            return None
        self._garbled(a, b, holder.name)
        return holder.id

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

    def _garbled(self, a: int, b: int, meant: str) -> None:
        scan = self.scan
        self.story.warn(
            "garbled name", scan.span(a, b), f"{scan.written(a, b)!r} is a broken name; {meant} is meant"
        )

    def check(
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
        state = owner or only_owner(title)
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
