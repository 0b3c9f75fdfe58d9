"""From known phrases and the parse to mentions: names, titles, metonyms, agent nouns.

What the text says beats the knowledge base: a stated office is kept, and a conflict becomes a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from spacy.tokens import Doc

from dragoman.actors.knowledge import KnowledgeBase, Title, slug
from dragoman.actors.matching import Hit, Matches
from dragoman.actors.mention import ActorMention
from dragoman.language import Grammar, Layout
from dragoman.schema import Actor, Via, Warning_

LOCATIVE = frozenset(
    "in inside near across throughout within outside into around at via through over off beyond along onto".split()
)
# Prepositions whose capital is a place, not a government: "flew to Moscow", "from Geneva".
PLACE_OF_CAPITAL = LOCATIVE | {"to", "from", "of", "for", "on", "towards", "toward", "before"}
VISITING = frozenset(
    "visit leave reach enter bomb shell attack capture tour arrive seize approach hit strike cross besiege storm "
    "pound flee evacuate occupy liberate control depart surround encircle take".split()
)
_MODIFIERS = frozenset(
    "new visiting acting interim senior outgoing incoming current veteran special chief first deputy caretaker "
    "hardline powerful top key lead the embattled then-".split()
)
_FORMER = frozenset("former ex late then ousted deposed exiled erstwhile onetime retired".split())
_PARTICLES = frozenset("al el de di da do dos del von van der den bin ben ibn abu la le ul ur oglu".split())
_HONORIFICS = frozenset("mr mrs ms dr sir lord lady prince princess sheikh sheik ayatollah mullah hojatoleslam dame general".split())
_GENERIC_TITLES = frozenset(
    "head chief leader general deputy captain major representative commander governor speaker king judge chairman "
    "president colonel mp envoy negotiator mediator spokesman spokeswoman spokesperson prosecutor mayor minister ambassador "
    "senator lawmaker admiral marshal emir queen sultan premier chancellor brigadier monarch".split()
)
_SAME = 84  # rapidfuzz ratio of two spellings of one surname; 80 joins Ivanov and Ivanova, 90 parts Lavrov and Lavrof
_MINISTRIES = {
    "foreign": ("foreign-ministry", "Ministry of Foreign Affairs of {}"),
    "external": ("foreign-ministry", "Ministry of Foreign Affairs of {}"),
    "defence": ("defence-ministry", "Ministry of Defence of {}"),
    "defense": ("defence-ministry", "Ministry of Defence of {}"),
    "interior": ("interior-ministry", "Ministry of the Interior of {}"),
    "internal": ("interior-ministry", "Ministry of the Interior of {}"),
    "finance": ("finance-ministry", "Ministry of Finance of {}"),
    "commerce": ("commerce-ministry", "Ministry of Commerce of {}"),
    "trade": ("trade-ministry", "Ministry of Trade of {}"),
    "justice": ("justice-ministry", "Ministry of Justice of {}"),
    "health": ("health-ministry", "Ministry of Health of {}"),
    "energy": ("energy-ministry", "Ministry of Energy of {}"),
    "information": ("information-ministry", "Ministry of Information of {}"),
}
_OF_MINISTRY = {"foreign-ministry": "foreign-minister", "defence-ministry": "defence-minister", "interior-ministry": "interior-minister"}
_UNNAMED = frozenset({"official", "source", "diplomat", "analyst", "expert", "witness", "lawyer", "observer", "commentator"})


@dataclass(slots=True)
class Known:
    """A person of this document: the actor, the office kind stated or known, and surnames to find them by."""

    actor: Actor
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    gender: str = ""
    at: int = 0


class Resolver:
    """Finds the mentions of one doc, except pronouns and group nominals."""

    def __init__(self, doc: Doc, g: Grammar, layout: Layout, kb: KnowledgeBase, on: str | None) -> None:
        self.doc, self.g, self.layout, self.kb, self.on = doc, g, layout, kb, on
        self.m = Matches(doc.text, g, kb)
        self.mentions: list[ActorMention] = []
        self.warnings: list[Warning_] = []
        self.people: dict[str, Known] = {}  # by actor id
        self.by_surname: dict[str, list[str]] = {}
        self.acronyms: dict[str, str] = {}
        self.taken: set[int] = set()  # words already part of a person or title phrase
        self.used = [False] * g.n  # tokens already in a mention
        self.at: dict[int, ActorMention] = {}  # the first mention over each token
        self.bodies: dict[str, Actor] = {}
        self.ministries: list[tuple[int, Actor]] = []  # (offset, ministry named with its state)
        self.armed: Actor | None = None
        self.lemma_country: dict[str, str] = {}
        self.dominant: str | None = None
        self.dateline: str | None = None
        self._state_tokens: list[tuple[int, str]] | None = None

    def run(self) -> list[ActorMention]:
        """All mentions, unsorted."""
        self._context()
        self._introduce()
        self._titles()
        self._names()
        self._places_and_groups()
        self._agents()
        return self.mentions

    # Context ---------------------------------------------------------------------

    def _context(self) -> None:
        """The dateline's state and the state named most, for actors whose country the text leaves out."""
        votes: dict[str, int] = {}
        for hit in self.m.hits:
            t = hit.of("name", "adjective", "demonym", "capital", "metonym")
            if t is not None:
                code = self._code(hit)
                if code:
                    votes[code] = votes.get(code, 0) + 1
        if votes:
            self.dominant = max(sorted(votes), key=lambda c: votes[c])
        if self.layout.dateline_place is not None:
            start, end = self.layout.dateline_place
            found = self.kb.find(self.doc.text[start:end].title(), self.on)
            self.dateline = next((a.country for a in found if a.kind == "state"), None)

    def _code(self, hit: Hit) -> str | None:
        """The state that a name, adjective, demonym, capital or metonym stands for on the day."""
        codes = [t.key for t in hit.targets if t.flavour in ("name", "adjective", "demonym", "capital", "metonym")]
        for code in codes:
            if self.kb.existed(code, self.on):
                return code
        return codes[0] if codes else None

    def _owner(self, hit: Hit) -> str | None:
        """State code or organisation id that owns an office or body."""
        code = self._code(hit)
        if code is not None:
            return code
        t = hit.of("org")
        return t.key if t is not None else None

    # People ------------------------------------------------------------------------

    def _introduce(self) -> None:
        """Register everyone named in full, so that a surname before the full name finds them too."""
        for hit in self.m.hits:
            t = hit.of("person")
            if t is not None and self.m.words[hit.a].capital:
                person = self._choose([x.key for x in hit.targets if x.flavour == "person"])
                self._register_known(person)

    def _choose(self, ids: list[str]) -> str:
        """Of several people with one name, the one in office on the day, else the first."""
        if len(ids) == 1:
            return ids[0]
        current = [p for p in ids if self.kb.in_office(self.kb.persons[p], self.on) is not None]
        return (current or ids)[0]

    def _register_known(self, id_: str) -> Known:
        known = self.people.get(id_)
        if known is None:
            person = self.kb.persons[id_]
            known = self.people[id_] = Known(self.kb.person(id_, self.on), gender=person.gender)
            tenure = self.kb.in_office(person, self.on)
            if tenure is not None:
                owner, _, office = tenure.office.partition(":")
                known.offices.add((office, owner))
            for surname in person.surnames:
                self.by_surname.setdefault(surname, []).append(id_)
        return known

    def _register_new(self, name: str, country: str | None, sector: str | None, office: str | None) -> Known:
        id_ = slug(name)
        known = self.people.get(id_)
        if known is None:
            actor = Actor(id=id_, name=name, kind="person", country=country, sector=sector, office=office)
            known = self.people[id_] = Known(actor)
            words = [w for w in re.findall(r"[\w-]+", name) if w.lower() not in _PARTICLES]
            if words:
                self.by_surname.setdefault(slug(words[-1]).replace("-", " "), []).append(id_)
                if len(words) > 1 and len(words[0]) > 1:  # family name first, or "Abiy", "Lula"
                    self.by_surname.setdefault(slug(words[0]).replace("-", " "), []).append(id_)
        elif known.actor.country is None and country is not None:
            known.actor = known.actor.model_copy(update={"country": country, "sector": sector, "office": office})
        return known

    def _surname(self, key: str) -> str | None:
        """Who a bare surname names: somebody of this text, else the one office-holder of the day."""
        here = self.by_surname.get(key)
        if here:
            return here[-1] if len(set(here)) == 1 else max(set(here), key=lambda p: (self.people[p].at, p))
        if key in self.kb.common_surnames:
            return None
        known = self.kb.surnames.get(key, [])
        current = [p for p in known if self.on is None or self.kb.in_office(self.kb.persons[p], self.on) is not None]
        if self.on is None:
            return known[-1] if len(known) == 1 else None
        if len(current) == 1:
            return current[0]
        return known[0] if not current and len(known) == 1 else None

    # Titles ------------------------------------------------------------------------

    def _titles(self) -> None:
        for hit in self.m.hits:
            t = hit.of("title")
            if t is not None and hit.a not in self.taken:
                self._title(hit, self.kb.titles[t.key], t.key)

    def _left_owner(self, a: int) -> tuple[str | None, int, bool]:
        """Owner before a title, the word where the phrase begins, and whether the office is a former one."""
        w = self.m.words
        j = a - 1
        former = False
        begin = a
        while j >= 0 and (w[j].fold in _MODIFIERS or w[j].fold in _FORMER or w[j].fold == "-") and w[j].fold != "the":
            former = former or w[j].fold in _FORMER
            begin = j
            j -= 1
        k = j
        if k >= 1 and w[k].fold == "s" and w[k - 1].fold in ("'", "’"):
            k -= 2
        elif k >= 0 and w[k].fold in ("'", "’"):
            k -= 1
        hit = self.m.ending.get(k + 1)
        if hit is not None:
            owner = self._owner(hit)
            if owner is not None:
                begin = hit.a
                j = hit.a - 1
                while j >= 0 and (w[j].fold in _FORMER or w[j].fold in ("new", "visiting")):
                    former = former or w[j].fold in _FORMER
                    begin = j
                    j -= 1
                return owner, begin, former
        return None, begin, former

    def _right_owner(self, b: int) -> tuple[str | None, str | None, int]:
        """Owner after a title (`of Russia`), what an envoy is for (`on Libya`), and the word after both."""
        w = self.m.words
        p = b
        owner: str | None = None
        about: str | None = None
        for _ in range(3):
            if p + 1 >= len(w) or w[p].fold not in ("of", "for", "to", "on"):
                break
            q = p + 1
            while q < len(w) and w[q].fold in ("the", "former"):
                q += 1
            hit = self.m.starting.get(q)
            if hit is None:
                break
            found = self._owner(hit)
            title = hit.of("title")
            if found is None and title is None:
                break
            if found is not None:
                if owner is None and w[p].fold in ("of", "to"):
                    owner = found
                elif about is None:
                    about = found
                else:
                    break
            p = hit.b
            following = self.m.starting.get(p)
            if following is not None and following.of("title") is not None and found is not None and owner == found:
                p = following.b  # "of the UN Secretary-General"
        return owner, about, p

    def _name_at(self, p: int) -> tuple[int, str | None]:
        """A personal name at word `p`: the word after it, and the known person's id when it is one."""
        w = self.m.words
        if p >= len(w):
            return p, None
        hit = self.m.starting.get(p)
        if hit is not None and hit.of("person") is not None:
            return hit.b, self._choose([x.key for x in hit.targets if x.flavour == "person"])
        if not w[p].capital and w[p].fold not in _PARTICLES:
            return p, None
        if hit is not None and hit.of("name", "adjective", "demonym", "org", "metonym", "capital", "title") is not None and hit.of("surname") is None:
            return p, None
        q = p
        while q < len(w) and q - p < 8:
            word = w[q]
            if q > p and self._stops(q):
                break
            if word.capital and word.text[0].isalpha():
                q += 1
            elif q > p and word.fold in (".",) and len(w[q - 1].text) == 1 and q + 1 < len(w) and w[q + 1].capital:
                q += 1
            elif word.fold in ("-", "'", "’") and q > p and q + 1 < len(w) and w[q + 1].start == word.end and word.start == w[q - 1].end and w[q + 1].fold != "s":
                q += 1
            elif word.fold in _PARTICLES and q + 1 < len(w) and (w[q + 1].capital or w[q + 1].fold in ("-", *_PARTICLES)):
                q += 1
            elif q > p and w[q - 1].fold == "-" and word.start == w[q - 1].end:
                q += 1
            else:
                break
        return q, None

    def _stops(self, q: int) -> bool:
        """Whether a known phrase that is no name begins here."""
        hit = self.m.starting.get(q)
        if hit is None:
            return False
        stopping = hit.of("name", "adjective", "demonym", "org", "title", "metonym", "capital")
        return stopping is not None and hit.of("surname", "person") is None

    def _title(self, hit: Hit, titles: list[Title], key: str) -> None:
        m, w = self.m, self.m.words
        left, begin, former = self._left_owner(hit.a)
        right, about, after = self._right_owner(hit.b)
        owner = left or right
        if left is None and right is None:
            after = hit.b
        title = self._office(titles, owner)
        if title is None:
            return
        if left is not None:
            after_name = hit.b
            if about is not None or right is not None:
                after_name = after
        else:
            after_name = after
        end, person = self._name_at(after_name)
        if end == after_name and after_name != hit.b:
            end, person = self._name_at(hit.b)
            after_name = hit.b if end > hit.b else after_name
        named = end > after_name
        if not named:
            before = self._named_before(begin)
            if before is not None:
                self._apposition(before, hit, title, owner, about, begin, after, former)
                return
            self._role(hit, title, owner, begin, after if owner == right else hit.b, former, key)
            return
        name_words = (after_name, end)
        known = self._resolve_name(name_words, person, title, owner, former)
        if known is None:
            return
        if left is not None and self._stray_owner(known, title, left, begin):
            begin, owner = hit.a, None  # "the visit to Ukraine Vice President Biden": the state is not his
        agreed = self._check_office(known, title, owner, about, former, begin, end)
        first, last = m.tokens(begin, end)
        self._mention(first, last, (w[begin].start, w[end - 1].end), "name", (known.actor,), f"named with the title {key!r}" + (f" of {owner}" if owner else ""))
        self.taken.update(range(begin, end))
        if agreed and not former and self._kind(w[begin].start) not in ("related", "label"):
            known.offices.add((title.office, owner or self._scoped_state(title)))

    def _stray_owner(self, known: Known, title: Title, left: str, begin: int) -> bool:
        """Whether the state before a title is the end of another phrase, by what is known of the person."""
        hit = self.m.starting.get(begin)
        if hit is None or hit.of("name") is None or begin == 0 or self.m.words[begin - 1].fold not in LOCATIVE | {"to", "of", "from"}:
            return False
        owners = {owner for office, owner in known.offices if office == title.office}
        return bool(owners) and left not in owners

    def _office(self, titles: list[Title], owner: str | None) -> Title | None:
        """The office that a title names for this owner."""
        if owner is not None and owner in self.kb.organisations:
            org = self.kb.organisations[owner]
            for t in titles:
                if t.sector in ("IGO", "REB", "OPP") or t.office in ("envoy", "spokesperson", "general", "ambassador"):
                    if (t.sector == "REB") == (org.kind == "armed group") or t.sector not in ("REB", "IGO"):
                        return t
            return titles[0]
        scoped = [t for t in titles if owner is not None and owner in t.scope]
        if scoped:
            return scoped[0]
        general = [t for t in titles if not t.scope and t.sector not in ("IGO", "REB")]
        if general:
            return general[0]
        return titles[0] if owner is None else None

    def _scoped_state(self, title: Title) -> str | None:
        """The only state that uses a title ("Secretary of State"), when it is the only one."""
        return next(iter(title.scope)) if len(title.scope) == 1 else None

    def _resolve_name(self, words: tuple[int, int], person: str | None, title: Title, owner: str | None, former: bool) -> Known | None:
        a, b = words
        w = self.m.words
        state = owner or self._scoped_state(title)
        if person is not None:
            known = self._register_known(person)
            known.at = w[a].start
            return known
        text = self.doc.text[w[a].start : w[b - 1].end]
        parts = [x for x in w[a:b] if x.text[0].isalpha()]
        surname = parts[-1].fold
        holder = self.kb.holder(f"{state}:{title.office}", self.on) if state else None
        if holder is not None and not former:
            for own in holder.surnames:
                if own == surname or own in " ".join(x.fold for x in parts) or fuzz.ratio(own, surname) >= _SAME:
                    known = self._register_known(holder.id)
                    known.at = w[a].start
                    return known
        if len(parts) == 1:
            here = self.by_surname.get(surname)
            if here:
                known = self.people[here[-1]]
                known.at = w[a].start
                return known
            candidates = [p for p in self.kb.surnames.get(surname, []) if any(t.office.partition(":")[0] == state for t in self.kb.persons[p].tenures)]
            current = [p for p in candidates if self.kb.in_office(self.kb.persons[p], self.on) is not None] or candidates
            if current:
                known = self._register_known(current[-1])
                known.at = w[a].start
                return known
        country, sector = self._belongs(state, title)
        if state is None:
            country = self._context_country(self.m.token(w[a].start))
        known = self._register_new(" ".join(text.split()), country, sector, self._office_label(title, state))
        known.at = w[a].start
        return known

    def _belongs(self, owner: str | None, title: Title) -> tuple[str | None, str]:
        if owner is None:
            return None, title.sector
        if owner in self.kb.states:
            sector = title.sector if title.sector not in ("IGO", "REB") else "GOV"
            return owner, sector
        org = self.kb.organisations[owner]
        return org.country, org.sector

    def _office_label(self, title: Title, owner: str | None) -> str:
        label = title.office.replace("-", " ")
        if owner is None:
            return label
        name = self.kb.states[owner].name if owner in self.kb.states else self.kb.organisations[owner].name
        return f"{label} of {name}"

    def _check_office(
        self, known: Known, title: Title, owner: str | None, about: str | None, former: bool, begin: int, end: int
    ) -> bool:
        """Warn when the knowledge base gives the stated office to somebody else on that day.

        Returns whether the text and the knowledge base agree, as far as the latter knows.
        """
        state = owner or self._scoped_state(title)
        person = self.kb.persons.get(known.actor.id)
        if person is None or self.on is None or former or state is None:
            return True
        w = self.m.words
        span = (w[begin].start, w[end - 1].end)
        mandate = about
        if title.office == "envoy" and owner in (None, "un"):
            keys = [t.office for t in person.tenures if t.office.startswith("un:envoy-") and _holds(t.since, t.until, self.on)]
            if keys and mandate is not None:
                wanted = "un:envoy-" + slug(self.kb.states[mandate].name if mandate in self.kb.states else mandate)
                if wanted not in keys:
                    holder = self.kb.holder(wanted, self.on)
                    expected = f"; for {wanted.rpartition('-')[2].title()} it was {holder.name}" if holder else ""
                    self._warn("role mismatch", span, f"{person.name} was {keys[0].partition(':')[2].replace('-', ' for ').title()} of the UN{expected}")
                    return False
            return True
        key = f"{state}:{title.office}"
        if any(t.office == key and _holds(t.since, t.until, self.on, 45) for t in person.tenures):
            return True
        holder = self.kb.holder(key, self.on)
        if holder is None or holder.id == person.id or title.office in ("spokesperson", "ambassador", "deputy-foreign-minister", "envoy", "leader", "commander"):
            return True
        own = self.kb.in_office(person, self.on)
        says = f"{person.name} was {self.kb.office_name(own.office)}" if own else f"{person.name} did not hold it"
        self._warn("role mismatch", span, f"{says}; the {self.kb.office_name(key)} on {self.on} was {holder.name}")
        return False

    def _warn(self, kind: str, span: tuple[int, int], message: str) -> None:
        if not any(x.kind == kind and x.span == span for x in self.warnings):
            self.warnings.append(Warning_(kind=kind, span=span, message=message))

    def _named_before(self, begin: int) -> tuple[int, int] | None:
        """A personal name right before an apposed title: `Name, the foreign minister of X`."""
        w = self.m.words
        j = begin - 1
        if j >= 0 and w[j].fold in ("the", "a"):
            j -= 1
        if j < 1 or w[j].fold != ",":
            return None
        b = j
        a = b
        while a > 0 and b - a < 6 and (w[a - 1].capital or w[a - 1].fold in _PARTICLES or w[a - 1].fold == "-"):
            prior = self.m.ending.get(a)
            if prior is not None and prior.of("name", "adjective", "org", "capital", "title") is not None and prior.of("person", "surname") is None:
                break
            a -= 1
        while a < b and (w[a].fold in _PARTICLES and not w[a].capital and w[a].fold not in ("al", "el", "de", "von", "van", "bin")):
            a += 1
        hit = self.m.ending.get(b)
        if hit is not None and hit.of("person", "surname") is not None:
            return min(a, hit.a), b
        return (a, b) if b - a >= 2 else None

    def _apposition(
        self, name: tuple[int, int], hit: Hit, title: Title, owner: str | None, about: str | None, begin: int, after: int, former: bool
    ) -> None:
        a, b = name
        w = self.m.words
        found = self.m.ending.get(b)
        person = None
        if found is not None and found.of("person") is not None:
            person = self._choose([x.key for x in found.targets if x.flavour == "person"])
            a = found.a
        known = self._resolve_name((a, b), person, title, owner, former)
        if known is None:
            return
        agreed = self._check_office(known, title, owner, about, former, begin, hit.b)
        if a not in self.taken:
            first, last = self.m.tokens(a, b)
            self._mention(first, last, (w[a].start, w[b - 1].end), "name", (known.actor,), "named, with its title after it")
        end = max(hit.b, after) if owner is not None else hit.b
        first, last = self.m.tokens(begin, end)
        self._mention(first, last, (w[begin].start, w[end - 1].end), "role", (known.actor,), f"title of {known.actor.name}")
        self.taken.update(range(a, end))
        if agreed and not former:
            known.offices.add((title.office, owner or self._scoped_state(title)))

    def _role(self, hit: Hit, title: Title, owner: str | None, begin: int, end: int, former: bool, key: str) -> None:
        """A title without a name: `the Russian foreign minister`, `the Secretary of State`."""
        w = self.m.words
        head = self.m.token(w[hit.a].start)
        last_word = w[hit.b - 1]
        if self.g.tag[self.m.token(last_word.start)] in ("NNS", "NNPS") or former:
            return
        generic = key.split()[-1] in _GENERIC_TITLES and len(key.split()) == 1
        if owner is None and generic:
            return self._generic_role(hit, title, head)
        state = owner or self._scoped_state(title)
        who: Known | None = None
        for known in sorted(self.people.values(), key=lambda k: -k.at):
            for office, country in known.offices:
                if office == title.office and (state is None or country == state) and (state is not None or owner is None):
                    who = who or known
        if who is None and state is not None:
            holder = self.kb.holder(f"{state}:{title.office}", self.on)
            if holder is not None:
                who = self._register_known(holder.id)
        first, last = self.m.tokens(begin, max(end, hit.b))
        span = (w[begin].start, w[max(end, hit.b) - 1].end)
        if who is not None:
            self._mention(first, last, span, "role", (who.actor,), f"the {title.office.replace('-', ' ')}" + (f" of {state} on {self.on}" if state else " of this text"))
        elif state is not None:
            country, sector = self._belongs(state, title)
            name = self._office_label(title, state)
            actor = Actor(id=slug(name), name=name[0].upper() + name[1:], kind="person", country=country, sector=sector, office=name)
            self._mention(first, last, span, "role", (actor,), "an office whose holder is not named")
        else:
            return None
        self.taken.update(range(begin, max(end, hit.b)))
        return None

    def _generic_role(self, hit: Hit, title: Title, head: int) -> None:
        """`the President`, `the Minister`, alone: the one person of this text in such an office."""
        g, w = self.g, self.m.words
        definite = hit.a > 0 and w[hit.a - 1].fold in ("the", "this", "that")
        if not definite and not (w[hit.a].capital and head > g.sents[g.sent[head]][0]):
            return
        word = w[hit.b - 1].fold
        fitting = [
            k for k in self.people.values()
            if any(office == title.office or word in office.split("-") for office, _ in k.offices) and 0 < k.at + 1 <= w[hit.a].start + 1
        ]  # fmt: skip
        if fitting:
            best = max(fitting, key=lambda k: k.at)
            first, last = self.m.tokens(hit.a, hit.b)
            self._mention(first, last, (w[hit.a].start, w[hit.b - 1].end), "role", (best.actor,), f"the {word} named before")
            self.taken.update(range(hit.a, hit.b))

    # Names without titles ----------------------------------------------------------

    def _names(self) -> None:
        w = self.m.words
        for hit in self.m.hits:
            if hit.a in self.taken or not w[hit.a].capital and w[hit.a].fold not in _PARTICLES:
                continue
            t = hit.of("person")
            if t is not None:
                known = self._register_known(self._choose([x.key for x in hit.targets if x.flavour == "person"]))
                known.at = max(known.at, w[hit.a].start)
                self._person_mention(hit, known, "known name")
                continue
            t = hit.of("surname")
            if t is not None and (len(hit.targets) == 1 or hit.of("name", "adjective", "capital", "org") is None):
                self._bare_surname(hit, t.key)
        self._new_names()

    def _person_mention(self, hit: Hit, known: Known, why: str) -> None:
        w = self.m.words
        begin = hit.a
        if begin >= 1 and w[begin - 1].fold in _HONORIFICS:
            begin -= 1
        elif begin >= 2 and w[begin - 1].fold == "." and w[begin - 2].fold in _HONORIFICS:
            begin -= 2
        first, last = self.m.tokens(begin, hit.b)
        self._mention(first, last, (w[begin].start, w[hit.b - 1].end), "name", (known.actor,), why)
        self.taken.update(range(begin, hit.b))

    def _bare_surname(self, hit: Hit, key: str) -> None:
        w = self.m.words
        a = hit.a
        before = w[a - 1] if a else None
        if before is not None and before.capital and before.text.isalpha() and (a - 1) not in self.taken and self.m.ending.get(a) is None:
            sentence_start = a - 2 < 0 or w[a - 2].fold in (".", "!", "?", '"')
            if before.fold not in _HONORIFICS and not sentence_start:
                return  # a first name stands before it: somebody else, handled as a new name
        if hit.b < len(w) and w[hit.b].capital and w[hit.b].text.isalpha() and w[hit.b].start == w[hit.b - 1].end + 1 and hit.b not in self.m.starting:
            if self.g.pos[self.m.token(w[hit.b].start)] == "PROPN":
                return
        person = self._surname(key)
        if person is None:
            return
        known = self.people.get(person) or self._register_known(person)
        known.at = max(known.at, w[a].start)
        self._person_mention(hit, known, f"surname of {known.actor.name}")

    def _new_names(self) -> None:
        """Names that nothing is known of: full names as subjects, and their surnames later."""
        g, w = self.g, self.m.words
        i = 0
        while i < len(w):
            if i in self.taken or not w[i].capital or i in self.m.starting and self.m.starting[i].of("surname") is None:
                i += 1
                continue
            token = self.m.token(w[i].start)
            if g.pos[token] != "PROPN" or self._kind(w[i].start) not in ("body", "title", "heading"):
                i += 1
                continue
            b, _ = self._name_at(i)
            if b <= i:
                i += 1
                continue
            parts = [x for x in w[i:b] if x.text[0].isalpha() and x.capital]
            key = " ".join(x.fold for x in parts)
            honorific = i > 0 and (w[i - 1].fold in _HONORIFICS or (w[i - 1].fold == "." and i > 1 and w[i - 2].fold in _HONORIFICS))
            first, last = self.m.tokens(i, b)
            head = self.m.head(first, last)
            if len(parts) == 1:
                here = self.by_surname.get(parts[0].fold)
                if here and all(p.isalpha() for p in [parts[0].text]):
                    known = self.people[here[-1]]
                    known.at = max(known.at, w[i].start)
                    self._mention(first, last, (w[i].start, w[b - 1].end), "name", (known.actor,), f"surname of {known.actor.name}")
                    self.taken.update(range(i, b))
            elif key in {" ".join(k.actor.name.lower().split()) for k in self.people.values()}:
                known = next(k for k in self.people.values() if " ".join(k.actor.name.lower().split()) == key)
                self._mention(first, last, (w[i].start, w[b - 1].end), "name", (known.actor,), "named before")
                self.taken.update(range(i, b))
            elif 2 <= len(parts) <= 4 and (honorific or self._acts(head)) and not self._organisational(parts[-1].fold) and all(len(p.text) > 1 or b - i > 2 for p in parts):
                here = self.by_surname.get(parts[-1].fold)
                known = self.people[here[-1]] if here and parts[0].fold == self.people[here[-1]].actor.name.split()[0].lower() else None
                if known is None:
                    known = self._register_new(" ".join(self.doc.text[w[i].start : w[b - 1].end].split()), None, None, None)
                known.at = max(known.at, w[i].start)
                self._mention(first, last, (w[i].start, w[b - 1].end), "name", (known.actor,), "a name that is not in the knowledge base")
                self.taken.update(range(i, b))
            i = b

    def _acts(self, head: int) -> bool:
        """Whether a name is the subject of a verb or the agent of a passive."""
        g = self.g
        return g.dep[head] in ("nsubj", "nsubjpass") or (g.dep[head] == "pobj" and g.dep[g.head[head]] == "agent")

    def _organisational(self, word: str) -> bool:
        return word in self.kb.agents or word.rstrip("s") in self.kb.agents or word in (
            "agreement", "treaty", "accord", "accords", "strip", "bank", "heights", "sea", "street", "square", "palace",
            "summit", "conference", "war", "day", "airport", "river", "island", "islands", "forum", "times", "post", "news",
            "agency", "organisation", "organization", "fund", "group", "university", "institute", "foundation", "hotel", "center", "centre",
        )  # fmt: skip

    # States, organisations, metonyms -------------------------------------------------

    def _places_and_groups(self) -> None:
        w = self.m.words
        for hit in self.m.hits:
            if hit.a in self.taken:
                continue
            t = hit.of("garbled")
            if t is not None:
                self._garbled(hit, t.key)
                continue
            t = hit.of("org")
            if t is not None:
                self._organisation(hit, t.key)
                continue
            code = self._code(hit)
            if code is not None and w[hit.a].capital:
                self._state(hit, code)
        self._bound_acronyms()

    def _garbled(self, hit: Hit, meaning: str) -> None:
        w = self.m.words
        first, last = self.m.tokens(hit.a, hit.b)
        span = (w[hit.a].start, w[hit.b - 1].end)
        actor: Actor | None
        if meaning.startswith("body:"):
            _, body, code = meaning.split(":")
            prior = self.m.ending.get(hit.a)
            if prior is not None and prior.of("adjective") is not None:
                code = self._code(prior) or code
                first, span = self.m.tokens(prior.a, hit.b)[0], (w[prior.a].start, span[1])
            actor = self._body(body, code)
            self.ministries.append((span[0], actor))
            message = f"a word that machine translation left over; {actor.name} is meant"
        else:
            actor = self.kb.organisation(meaning)
            if actor is None:
                return
            message = f"a broken name; {actor.name} is meant"
            if actor.kind == "armed group":
                self.armed = actor
        self._mention(first, last, span, "name", (actor,), message)
        self._warn("garbled name", span, message)

    def _body(self, kind: str, code: str) -> Actor:
        pattern = next((p for k, p in _MINISTRIES.values() if k == kind), "{}")
        state = self.kb.states[code]
        id_ = f"{code.lower()}-{kind}"
        return self.bodies.setdefault(
            id_, Actor(id=id_, name=pattern.format(state.name), kind="government body", country=code, sector="MIL" if kind == "defence-ministry" else "GOV")
        )

    def _organisation(self, hit: Hit, id_: str) -> None:
        g, w = self.g, self.m.words
        actor = self.kb.organisation(id_)
        assert actor is not None
        first, last = self.m.tokens(hit.a, hit.b)
        head = self.m.head(first, last)
        if g.dep[head] in ("compound", "nmod", "amod") and g.head[head] > last:
            via: Via = "name"
        else:
            via = "name"
        if actor.kind == "armed group":
            self.armed = actor
        if hit.b + 1 < len(w) and w[hit.b].fold == "(" and w[hit.b + 1].text.isupper():
            self.acronyms[w[hit.b + 1].text] = id_
        self._mention(first, last, (w[hit.a].start, w[hit.b - 1].end), via, (actor,), "known organisation")

    def _bound_acronyms(self) -> None:
        """Acronyms that the text itself explained."""
        w = self.m.words
        for k, word in enumerate(w):
            if word.text in self.acronyms and k not in self.m.starting and k not in self.taken:
                actor = self.kb.organisation(self.acronyms[word.text])
                if actor is not None:
                    first, last = self.m.tokens(k, k + 1)
                    self._mention(first, last, (word.start, word.end), "name", (actor,), "an acronym that the text explains")

    def _state(self, hit: Hit, code: str) -> None:
        g, w = self.g, self.m.words
        first, last = self.m.tokens(hit.a, hit.b)
        head = self.m.head(first, last)
        state = self.kb.state(code)
        assert state is not None
        span = (w[hit.a].start, w[hit.b - 1].end)
        dep, up = g.dep[head], g.head[head]
        preposition = g.lower[up] if dep in ("pobj", "conj") else ""
        if dep == "conj":
            top = head
            while g.dep[top] == "conj" and g.head[top] != top:
                top = g.head[top]
            preposition = g.lower[g.head[top]] if g.dep[top] == "pobj" else ""
            dep = g.dep[top] if g.dep[top] != "conj" else dep
            up = g.head[top]
        capital = hit.of("capital")
        if capital is not None and hit.of("name", "metonym") is None:
            if dep == "pobj" and preposition in PLACE_OF_CAPITAL:
                return
            if dep in ("compound", "nmod", "npadvmod", "appos", "dep") or (dep == "dobj" and g.lemma[up] in VISITING) or (dep == "nsubjpass" and g.lemma[up] in VISITING):
                return
            if self._kind(span[0]) == "body" and self._in_dateline(span[0]):
                return
            self._mention(first, last, span, "metonym", (state,), f"{w[hit.a].text} stands for the government of {state.name}")
            return
        if hit.of("metonym") is not None and hit.of("name") is None:
            self._mention(first, last, span, "metonym", (state,), f"{self.doc.text[span[0]:span[1]]} stands for the government of {state.name}")
            return
        locative = dep == "pobj" and preposition in LOCATIVE
        if hit.of("name") is not None:
            self._mention(first, last, span, "name", (state,), "name of a state", locative)
            return
        plural = g.tag[head] in ("NNS", "NNPS", "NNP", "NN") and g.dep[head] not in ("amod", "compound", "nmod")
        if plural and g.pos[head] in ("NOUN", "PROPN") and hit.of("demonym") is not None:
            name = self.doc.text[span[0] : span[1]]
            actor = Actor(id=f"{code.lower()}-people", name=name, kind="population", country=code, sector="CVL")
            if g.dep[head] in ("nsubj", "nsubjpass", "pobj", "conj") and code == "PSE":
                actor = Actor(id="PSE", name="Palestine", kind="state", country="PSE", sector="GOV")
            self._mention(first, last, span, "demonym", (actor,), f"people of {state.name}")
            return
        self._mention(first, last, span, "demonym", (state,), f"adjective of {state.name}")

    def _in_dateline(self, offset: int) -> bool:
        span = self.layout.dateline_span
        return span is not None and span[0] <= offset < span[1]

    def _kind(self, offset: int) -> str | None:
        return self.layout.kind_at(offset)

    # Agent nouns -------------------------------------------------------------------

    def _agents(self) -> None:
        g, kb = self.g, self.kb
        for i in range(g.n):
            if self.used[i] or g.pos[i] not in ("NOUN", "PROPN"):
                continue
            lemma = g.lemma[i] if g.pos[i] == "NOUN" else g.lower[i]
            row = None
            start = i
            for words in kb.agent_phrases.get(lemma, ()) or kb.agent_phrases.get(g.lower[i], ()):
                size = len(words)
                if i - size + 1 >= 0 and all(g.lower[i - size + 1 + k] == words[k] for k in range(size - 1)):
                    row, start = kb.agents[" ".join(words)], i - size + 1
                    lemma = " ".join(words)
            if row is None:
                row = kb.agents.get(lemma) or kb.agents.get(lemma.rstrip("s") if lemma.endswith("s") else lemma)
            if row is None or g.dep[i] in ("compound", "amod", "nmod"):
                continue
            if lemma.endswith("ministry") or lemma == "ministry":
                self._ministry(i, start)
                continue
            self._agent(i, start, lemma, row)

    def _modifier_country(self, i: int) -> tuple[str | None, str, list[int]]:
        """Country of an agent phrase from its own modifiers: adjective, possessor, of-, in-, from-phrase."""
        g = self.g
        for c in g.children[i]:
            if g.dep[c] in ("amod", "compound", "nmod", "poss", "nsubj", "det", "appos"):
                code = self._country_at(c)
                if code is not None:
                    return code, "its modifier", [c]
                for d in g.children[c]:
                    if g.dep[d] in ("amod", "compound", "nmod", "poss", "npadvmod", "advmod", "punct") and (code := self._country_at(d)) is not None:
                        return code, "its modifier", [c, d]
        if i and g.dep[i - 1] != "punct" and (code := self._country_at(i - 1)) is not None and g.pos[i - 1] == "ADJ":
            return code, "the adjective before it", [i - 1]
        for names in (("of",), ("from", "in", "at", "to")):
            for k in g.prep_objects(i, *names):
                code = self._country_at(k)
                if code is not None:
                    return code, f"its {names[0]}-phrase", [k] if names == ("of",) else []
                for c in g.children[k]:
                    if g.dep[c] in ("amod", "compound", "nmod", "poss") and (code := self._country_at(c)) is not None:
                        return code, f"its {names[0]}-phrase", []
        return None, "", []

    def _country_at(self, i: int) -> str | None:
        """Country of a mention that token `i` heads, or of the capital it names."""
        m = self.at.get(i)
        if m is not None and m.actors and m.actors[0].kind != "media":
            return m.actors[0].country
        hit = self.m.starting.get(self._word_at(i))
        if hit is not None:
            return self._code(hit)
        return None

    def _word_at(self, i: int) -> int:
        start = self.g.start[i]
        lo, hi = 0, len(self.m.words)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.m.words[mid].start < start:
                lo = mid + 1
            else:
                hi = mid
        return lo

    def _context_country(self, i: int) -> str | None:
        """Country of an actor that the text gives none: a state in the same sentence, the dateline, the story."""
        g = self.g
        first, last = g.sents[g.sent[i]]
        found: list[tuple[int, int, str]] = []
        if self._state_tokens is None:
            self._state_tokens = []
            for hit in self.m.hits:
                if hit.of("name", "capital", "adjective", "demonym", "metonym") is not None and (code := self._code(hit)) is not None:
                    self._state_tokens.append((self.m.token(self.m.words[hit.a].start), code))
        for t, code in self._state_tokens:
            if not first <= t < last:
                continue
            locative = g.dep[t] == "pobj" and g.lower[g.head[t]] in LOCATIVE
            found.append((0 if locative else 1, abs(t - i), code))
        if found:
            return min(found)[2]
        return self.dateline or self.dominant

    def _ministry(self, i: int, start: int) -> None:
        g = self.g
        kind = None
        near = range(max(g.left[i], i - 4), min(g.right[i], i + 4) + 1)
        for k in near:
            if g.lower[k] in _MINISTRIES:
                kind = _MINISTRIES[g.lower[k]]
                break
        code, how, extra = self._modifier_country(i)
        named = self._ministry_before(i, kind[0] if kind else None)
        if kind is None and code is None and named is not None:
            self._mention(i, i, (g.start[i], g.end[i]), "nominal", (named,), "the ministry named before")
            return
        if code is None:
            if kind is not None and named is not None:
                code, how = named.country, "the ministry named before"
            else:
                code, how = self.dateline or self._context_country(i), "the country of the story"
        else:
            self.ministries.append((g.start[i], self._body(kind[0], code) if kind else self._government(code, i)))
        if code is None:
            return
        actor = self._body(kind[0], code) if kind else self._government(code, i)
        first = min([start, *extra, *(k for k in near if g.lower[k] in _MINISTRIES)])
        last = max([i, *extra, *(k for k in near if g.lower[k] in ("affairs", "defence", "defense", "interior", "finance") and k > i)])
        if self.used[first] and first not in extra:
            first = i
        self._mention(first, last, (g.start[first], g.end[last]), "name" if kind else "nominal", (actor,), f"ministry; country from {how}", force=True)
        head = g.head[i]
        if g.dep[i] == "pobj" and g.lemma[g.head[head]] in ("head", "chief") and kind is not None and kind[0] in _OF_MINISTRY:
            self._head_of_ministry(g.head[head], last, f"{code}:{_OF_MINISTRY[kind[0]]}")

    def _ministry_before(self, i: int, kind: str | None) -> Actor | None:
        """The ministry (of a kind) named last before a token, else the first one the text names."""
        fitting = [(at, a) for at, a in sorted(self.ministries, key=lambda m: m[0]) if kind is None or a.id.endswith(kind)]
        before = [a for at, a in fitting if at < self.g.start[i]]
        return before[-1] if before else (fitting[0][1] if fitting and kind is not None else None)

    def _head_of_ministry(self, h: int, last: int, office: str) -> None:
        """`the head of the Russian Foreign Ministry` is its minister."""
        g = self.g
        holder = self.kb.holder(office, self.on)
        if holder is None or self.used[h]:
            return
        known = self._register_known(holder.id)
        known.at = max(known.at, g.start[h])
        self._mention(h, h, (g.start[h], g.end[last]), "role", (known.actor,), f"head of the ministry: {self.kb.office_name(office)}", force=True)

    def _government(self, code: str, i: int) -> Actor:
        state = self.kb.states[code]
        return Actor(id=f"{code.lower()}-{slug(self.g.lemma[i])}", name=f"{self.g.lemma[i].title()} of {state.name}", kind="government body", country=code, sector="GOV")

    def _agent(self, i: int, start: int, lemma: str, row: tuple[str, str]) -> None:
        g = self.g
        sector, kind = row
        if lemma in ("side", "state", "country", "king", "force", "mission", "person", "council", "expert", "industry", "bank", "business", "department", "commission", "agency", "group", "leader", "leadership") and not self._politic(i):
            return
        definite = any(g.dep[c] in ("det", "poss") and g.lower[c] in ("the", "this", "these", "those") for c in g.children[i])
        code, how, extra = self._modifier_country(i)
        if code is None and sector == "REB" and self.armed is not None and definite and lemma not in ("opposition",):
            self._mention(i, i, (g.start[i], g.end[i]), "nominal", (self.armed,), f"{self.armed.name}, named before")
            return
        if code is None:
            code = self.lemma_country.get(lemma)
            how = "the same phrase before"
        if code is None and sector not in ("IGO", "NGO"):
            code, how = self._context_country(i), "the country of the sentence or story"
        if code is None and sector not in ("IGO", "NGO", "UAF"):
            return
        if sector in ("IGO", "NGO"):
            code = None
        if code is not None:
            self.lemma_country[lemma] = code
        first = min([start, *[e for e in extra if e < i]])
        for c in g.children[i]:
            if g.dep[c] in ("amod", "compound") and c < i:
                first = min(first, c)
        last = max([i, *[self.at[e].last if e in self.at else e for e in extra if e > i]])
        phrase = " ".join(self.doc.text[g.start[first] : g.end[i]].split())
        state = self.kb.states[code] if code else None
        if lemma == "embassy" and state is not None:
            place = next((g.word[k] for k in g.prep_objects(i, "in")), None)
            phrase = f"Embassy of {state.name}" + (f" in {place}" if place else "")
        elif lemma in ("government", "regime", "administration", "authority", "authorities") and state is not None:
            phrase = f"Government of {state.name}"
        elif state is not None and first == i and sector in ("GOV", "MIL", "COP", "LEG", "JUD"):
            phrase = f"{state.adjective} {g.lower[i]}"
        id_ = slug(f"{code or ''} {sector} {lemma}")
        if sector in ("ELI", "GOV") and lemma in _UNNAMED:
            kind = "unnamed"
        actor = Actor(id=id_, name=phrase, kind=kind, country=code, sector=sector)  # type: ignore[arg-type]
        self._mention(first, last, (g.start[first], g.end[last]), "nominal", (actor,), f"{lemma!r} is {sector}; country from {how}" if code else f"{lemma!r} is {sector}", force=True, head=i)

    def _politic(self, i: int) -> bool:
        """Whether a vague noun has a country of its own: `the Syrian side`, `state of Israel`."""
        return self._modifier_country(i)[0] is not None

    # Writing -------------------------------------------------------------------------

    def _mention(
        self, first: int, last: int, span: tuple[int, int], via: Via, actors: tuple[Actor, ...], why: str,
        locative: bool = False, *, force: bool = False, head: int | None = None,
    ) -> None:  # fmt: skip
        if not force and any(self.used[i] for i in range(first, last + 1)):
            # a longer phrase around a shorter one is fine, an overlap is not
            if any(m.first < first <= m.last < last or first < m.first <= last < m.last for m in self.mentions):
                return
        mention = ActorMention(
            first, last, head if head is not None else self.m.head(first, last), span[0], span[1], via, actors, why, locative
        )
        for i in range(first, last + 1):
            self.used[i] = True
            self.at.setdefault(i, mention)
        self.mentions.append(mention)


def _holds(since: str, until: str, on: str, slack: int = 0) -> bool:
    """Whether an interval of ISO prefixes holds a day, give or take `slack` days at its ends."""
    if since <= on and (not until or on <= until + "~"):
        return True
    if not slack:
        return False
    from datetime import date  # noqa: PLC0415

    day = date.fromisoformat(on)
    ends = [x for x in (since, until) if len(x) == 10]
    return any(abs((day - date.fromisoformat(x)).days) <= slack for x in ends)
