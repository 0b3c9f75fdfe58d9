"""Sources in focus: whom a role or a pronoun means where several may be meant, by who spoke last.

`The minister said` after a minister who spoke is he, not the one whom the story named last; `the official` after an
official without a name stays without one. Only sources that the text does not name there are touched.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.actors import knowledge_base
from dragoman.actors.newcomers import is_definite, newcomer
from dragoman.schema import Actor
from dragoman.speech.issuer import author_of, issuer_of
from dragoman.speech.persons import DEPUTY, Persons
from dragoman.speech.scene import Attributed, Scene
from dragoman.speech.speakers import Speaker, speaker_at

NEAR = 8  # sentences between one who spoke and the role that means him
_CALLING_NEAR = 2  # sentences between one who spoke and a noun that says what he does
_BODY_NEAR = 2  # sentences between a body that spoke and a spokesman of nobody's
_BODY_REACH = 4  # sentences between a body and the noun that means it
_BODIES = frozenset({"government body", "party", "company", "non-governmental organisation", "armed group", "intergovernmental organisation"})  # fmt: skip
# What opens a sentence that turns to something: whoever it names there is not the one who goes on speaking.
_TURNING = frozenset(
    {"about", "asked", "commenting", "concerning", "on", "referring", "regarding", "responding", "turning"}
)
_LEADERS = frozenset({"leader", "boss", "chief", "organiser", "organizer"})
_NAMELESS = frozenset({"unnamed", "population"})
_DEFINITE = frozenset({"the", "that", "this"})
_SINGULAR, _PLURAL = frozenset({"he", "she"}), frozenset({"they"})


@dataclass(frozen=True, slots=True)
class _Spoke:
    """One who spoke: where, as whom, and by which nouns the text calls him."""

    speaker: Speaker
    sentence: int
    nouns: frozenset[str]
    plural: bool


class Focus:
    """Settles the sources of a scene's statements that a role or pronoun stands for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._nouns: dict[str, frozenset[str]] = {}  # by actor
        self.persons = Persons(scene)

    def settle(self) -> None:
        """Go through the statements as the text tells them, and give each role or pronoun who spoke last."""
        spoke: list[_Spoke] = []
        told = self.scene.told_by_others()
        for s in sorted(self.scene.found, key=lambda s: s.cue[0] if s.cue is not None else s.start):
            if s.speaker is None or (head := self._head(s.speaker)) is None:
                continue
            own = self.scene.g.lower[head]
            if own in ("we", "i") and not s.speaker.actors and not self.scene.in_quote[head]:
                issuer = issuer_of(self.scene.doc) if own == "we" else author_of(self.scene.doc)
                if issuer is not None:  # `we condemn the violence` in a press release
                    s.speaker = Speaker(issuer.actors, s.speaker.span, (), issuer.span)
                continue
            last = self._last(s, head, spoke) or self._by_calling(spoke, s.speaker, head)
            if (
                last is None
                and (aged := self.persons.aged(s, head, [b.speaker.actors for b in spoke])) is not None
            ):
                s.speaker = Speaker((aged,), s.speaker.span)
            if (whole := self.persons.titled(s, head)) is not None:
                s.speaker, last = Speaker((whole,), s.speaker.span), None
            if last is None and (whose := self._one_of(s.speaker, head, spoke)):
                s.speaker = s.speaker._replace(owners=whose)
            if last is None and (new := self._brought_in(s.speaker, head)) is not None:
                s.speaker = new
            if last is None and (meant := self.persons.meant(s, head)) is not None:
                s.speaker = Speaker((meant,), s.speaker.span)
            if last is None and (issuers := self._issuers(s.speaker, head, spoke)) is not None:
                s.speaker = issuers
            if last is None and (bodies := self._body(s, head)):
                s.speaker = Speaker(bodies, s.speaker.span)
            if last is None and (body := self._spoken_for(s.speaker, head, spoke)) is not None:
                s.speaker = s.speaker._replace(actors=(), owners=body)
            if last is None and (same := self._same(s.speaker, head, spoke)) is not None:
                s.speaker = same
            if last is not None:
                named = None if last.speaker.actors else last.speaker.named or last.speaker.span
                s.speaker = Speaker(last.speaker.actors, s.speaker.span, last.speaker.owners, named)
            g = self.scene.g
            plural = g.tag[head] in ("NNS", "NNPS") if last is None else last.plural
            nouns = self._called(s.speaker, head) if last is None else last.nouns
            if id(s) not in told:
                spoke.append(_Spoke(s.speaker, g.sent[head], nouns, plural))

    def _head(self, speaker: Speaker) -> int | None:
        """The head of the phrase that names a source."""
        g, (start, end) = self.scene.g, speaker.span
        first = self.scene.token_at(start)
        if first is None:
            return None
        inside = range(first, bisect_left(g.start, end)) if end - start < 200 else range(0)
        return next((i for i in inside if not inside[0] <= g.head[i] <= inside[-1] or g.head[i] == i), None)

    def _last(self, s: Attributed, head: int, spoke: list[_Spoke]) -> _Spoke | None:
        """Who spoke last and fits the role or pronoun that names a source; `None` where that is settled otherwise."""
        g, speaker = self.scene.g, s.speaker
        assert speaker is not None
        word = g.lower[head]
        if word in _SINGULAR or word in _PLURAL:
            if speaker.actors and self._weighs_him(s, speaker, head):
                return self._doer(speaker, head) or self._other(spoke, speaker, head)
            if not spoke:
                return None
            before = spoke[-1]
            one = word in _PLURAL and len(speaker.actors) == 1 and speaker.actors[0].kind == "person"
            if any(a.kind != "unnamed" for a in speaker.actors) and not one:
                if word in _PLURAL:
                    return before if before.plural and g.sent[head] == before.sentence else None
                if self._names_him(s, speaker) or all(a.kind != "person" for a in speaker.actors):
                    return self._other(spoke, speaker, head)
                return before if self._goes_on(before, speaker, head) else None
            if speaker.actors and self._mentioned(speaker.actors, g.start[head]) > before.speaker.span[1]:
                return None  # somebody else without a name, told of since
            near = g.sent[head] - before.sentence <= 1 and before.speaker.span != speaker.span
            bare = all(a.kind in _NAMELESS for a in before.speaker.actors)
            return (
                before
                if near and bare and before.plural == (word in _PLURAL) and self._people(before, word)
                else None
            )
        if not self._is_bare_role(speaker, head):
            return None
        for before in reversed(spoke):
            if g.sent[head] - before.sentence > NEAR:
                break
            if g.lemma[head].lower() in before.nouns and before.plural == (g.tag[head] == "NNS"):
                if self._another(before, head):
                    return None
                return before if self._is_later(before.speaker, speaker, head) else None
        return self._whoever(spoke, speaker, head)

    def _another(self, before: _Spoke, head: int) -> bool:
        """Whether another one was brought in by the noun since somebody spoke: `A third official denied it. The official said`."""
        g, scene = self.scene.g, self.scene
        if g.lemma[head] not in scene.cues.individuals or not is_definite(g, head):
            return False
        new = newcomer(g, head, lambda k: scene.in_quote[k])
        return new is not None and g.start[g.left[new]] >= before.speaker.span[1]

    def _brought_in(self, speaker: Speaker, head: int) -> Speaker | None:
        """One without a name whom the text brought in before: `A senior official briefed reporters. ... The official said`."""
        g, scene = self.scene.g, self.scene
        if g.lemma[head] not in scene.cues.individuals or not is_definite(g, head):
            return None
        if any(a.kind not in _NAMELESS for a in speaker.actors):
            return None
        new = newcomer(g, head, lambda k: scene.in_quote[k])
        if new is None:
            return None
        found = speaker_at(g, scene.mentions, new)
        if any(a.kind not in _NAMELESS for a in found.actors):
            return None
        return Speaker(found.actors, speaker.span, found.owners, found.named or found.span)

    def _same(self, speaker: Speaker, head: int, spoke: list[_Spoke]) -> Speaker | None:
        """Who spoke before without a name and is meant again, by the whole phrase that brought him in."""
        g, taken = self.scene.g, speaker.actors
        if len(taken) != 1 or taken[0].kind != "unnamed" or g.tag[head] in ("NNS", "NNPS"):
            return None
        for b in reversed(spoke):
            if not b.plural and not b.speaker.actors and b.speaker.owners == taken:
                return Speaker((), speaker.span, taken, b.speaker.named or b.speaker.span)
        return None

    def _one_of(self, speaker: Speaker, head: int, spoke: list[_Spoke]) -> tuple[Actor, ...]:
        """Whose somebody is who is one of those that spoke: `Officials at the Pentagon disagree. One of them said ...`."""
        g = self.scene.g
        of_them = any(g.lower[k] in ("them", "these", "those") for k in g.prep_objects(head, "of"))
        if g.lower[head] not in ("one", "another", "some", "two") or not of_them or speaker.owners:
            return ()
        near = [b for b in spoke if b.plural and g.sent[head] - b.sentence <= _CALLING_NEAR + 1]
        return (near[-1].speaker.actors or near[-1].speaker.owners) if near else ()

    def _issuers(self, speaker: Speaker, head: int, spoke: list[_Spoke]) -> Speaker | None:
        """Who issued a text that speaks for itself: `Amnesty published a report. The report said ...`."""
        g, mentions, issued = self.scene.g, self.scene.mentions, self.scene.cues.issued
        if speaker.actors or speaker.owners or g.lemma[head] not in issued:
            return None
        if not any(g.lower[c] in (*_DEFINITE, "its", "their") for c in g.children[head] if c < head):
            return None
        first = g.sents[max(g.sent[head] - _BODY_NEAR, 0)][0]
        unnamed: Speaker | None = None
        for k in range(head - 1, first - 1, -1):
            if g.lemma[k] not in issued or self.scene.in_quote[k] or g.pos[k] != "NOUN":
                continue
            verb = g.verb_over(k)
            within = g.dep[k] == "pobj" and g.lower[g.head[k]] in ("in", "by")  # in a letter they demanded it
            doers = g.subjects(verb) if within or g.dep[k] in ("dobj", "nsubjpass") else []
            owners = [*g.all_children(k, "poss"), *g.prep_objects(k, "by", "of", "from"), *g.subjects(verb)]
            for m in (mentions.headed(o) for o in owners):
                if m is not None and any(a.kind != "unnamed" for a in m.actors):
                    return Speaker(m.actors, speaker.span)
            if unnamed is None and (within or g.lemma[verb] in self.scene.cues.issuing):
                found = next((speaker_at(g, mentions, d) for d in doers if self.scene.thinks(d)), None)
                if found is not None:  # `the three ministers issued a statement`
                    unnamed = Speaker(found.actors, speaker.span, found.owners, found.named or found.span)
        if unnamed is not None:
            return unnamed
        near = [b.speaker.actors for b in spoke if g.sent[head] - b.sentence <= _BODY_NEAR]
        bodies = [a for a in near if any(x.kind in _BODIES for x in a)]
        return Speaker(bodies[-1], speaker.span) if bodies else None

    def _body(self, s: Attributed, head: int) -> tuple[Actor, ...]:
        """The body that a bare noun means, where nobody is known for it yet: `the agency` after `the Environmental Protection Agency`."""
        g, scene = self.scene.g, self.scene
        assert s.speaker is not None
        if any(a.kind != "unnamed" for a in s.speaker.actors):
            return ()
        home = {o.country for o in s.speaker.owners}  # `the Russian gas giant`
        before = [c for c in g.children[head] if c < head]
        definite = any(g.lower[c] in _DEFINITE for c in before)
        if (
            not definite
            or g.tag[head] != "NN"
            or any(c > head and g.pos[c] != "PUNCT" for c in g.children[head])
        ):
            return ()
        kinds = scene.cues.bodies.get(g.lemma[head], frozenset())
        for m in reversed(scene.mentions.items):
            if m.head >= head or m.via != "name" or len(m.actors) != 1 or m.actors[0].kind not in _BODIES:
                continue
            if g.sent[head] - g.sent[m.head] > _BODY_REACH:
                return ()
            said = any(a <= m.start < b for a, b in s.content)
            called = g.lemma[head] in scene.text[m.start : m.end].lower().split() or m.actors[0].kind in kinds
            ours = not home or m.actors[0].country in home
            if called and ours and not said and not scene.in_quote[m.head]:
                return m.actors
        return ()

    def _spoken_for(self, speaker: Speaker, head: int, spoke: list[_Spoke]) -> tuple[Actor, ...] | None:
        """The body for which somebody speaks whose own is not said: `The ministry said so. A spokesman added ...`."""
        g = self.scene.g
        alone = all(g.dep[c] == "det" or g.pos[c] == "PUNCT" for c in g.children[head])
        if not g.lower[head].startswith("spokes") or not alone or g.tag[head] == "NNS":
            return None
        if not any(g.lower[c] == "a" for c in g.children[head]) or any(
            a.kind != "unnamed" for a in speaker.actors
        ):
            return None
        near = [b for b in spoke if g.sent[head] - b.sentence <= _BODY_NEAR]
        bodies = [b.speaker.actors for b in near if any(a.kind in _BODIES for a in b.speaker.actors)]
        return bodies[-1] if bodies else None

    def _whoever(self, spoke: list[_Spoke], taken: Speaker, head: int) -> _Spoke | None:
        """Who spoke last, for a role that any person in office may be called by: `The diplomat also noted that`."""
        g = self.scene.g
        if not spoke or g.tag[head] == "NNS" or g.lemma[head].lower() not in self.scene.cues.titles_of_many:
            return None
        before = spoke[-1]
        actors = before.speaker.actors
        one = len(actors) == 1 and actors[0].kind == "person" and not before.plural
        near = g.sent[head] - before.sentence <= NEAR // 2 and not self._another(before, head)
        return before if one and near and not set(actors) & set(taken.actors) else None

    def _by_calling(self, spoke: list[_Spoke], taken: Speaker, head: int) -> _Spoke | None:
        """The named person who spoke right before, by what he does: `said Ann Ray of Human Rights Watch. The researcher added`.

        Only where nobody else is said to do that, and he is nobody whose office is known.
        """
        g, scene = self.scene.g, self.scene
        leaning = self._leaning(head)
        if not spoke or not (leaning or self._calling(head)):
            return None
        before, (start, end) = spoke[-1], spoke[-1].speaker.named or spoke[-1].speaker.span
        if before.plural or g.sent[head] - before.sentence > _CALLING_NEAR:
            return None
        if "\n" in scene.text[end : g.start[head]] or any(
            not self._may_differ(a, head, start) for a in taken.actors
        ):
            return None
        if any(
            m.head < head
            and m.via == "name"
            and m.actors != before.speaker.actors
            and self.persons.bears(m, head)
            for m in scene.mentions.items
        ):
            return None  # another is called so
        at = self._head(Speaker((), (start, end)))
        actors = before.speaker.actors
        named = at is not None and g.word[at][:1].isupper() and g.pos[at] in ("PROPN", "NOUN") and not actors
        person = len(actors) == 1 and actors[0].kind == "person"
        return before if named or (person and (leaning or actors[0].office is None)) else None

    def _may_differ(self, taken: Actor, head: int, since: int) -> bool:
        """Whether a noun that says what one does was given to somebody for want of another.

        Nobody known, or one who is not called so: in office, or not told of since.
        """
        known = knowledge_base().persons.get(taken.id)
        noun = self.scene.g.lemma[head]
        if taken.kind in _NAMELESS or noun in _LEADERS:
            return taken.kind in _NAMELESS
        called = (known is not None and noun in known.callings) or self._titled(taken, head)
        later = self._mentioned((taken,), self.scene.g.start[head]) > since
        return not called and (taken.office is not None or not later)

    def _calling(self, head: int) -> bool:
        """Whether a phrase says what one person does, or whom he leads: `the lawyer`, `the veteran activist`, `the union leader`."""
        g, cues = self.scene.g, self.scene.cues
        near = [c for c in g.children[head] if c != head and g.pos[c] != "PUNCT"]
        kinds = [c for c in near if g.lower[c] != "the"]
        if (
            g.tag[head] != "NN"
            or len(kinds) == len(near)
            or any(c > head or g.word[c][:1].isupper() for c in kinds)
        ):
            return False
        led = g.lemma[head] in _LEADERS and any(g.dep[c] == "compound" for c in kinds)
        return led or g.lemma[head] in cues.callings

    def _leaning(self, head: int) -> bool:
        """Whether a phrase says where one stands, or whose parent he is: `the leftist`, `the mother of four`."""
        g = self.scene.g
        near = [c for c in g.children[head] if c != head and g.pos[c] != "PUNCT"]
        if g.tag[head] not in ("NN", "JJ") or not any(g.lower[c] == "the" for c in near):
            return False
        if g.lemma[head] in ("mother", "father", "grandmother", "grandfather"):
            return any(g.pos[k] == "NUM" for k in g.prep_objects(head, "of"))
        return len(near) == 1 and g.lemma[head].lower() in self.scene.cues.leanings

    def _people(self, before: _Spoke, pronoun: str) -> bool:
        """Whether one who spoke without a name is called by a noun of people, as a pronoun of one person asks."""
        return bool(before.nouns if pronoun in _PLURAL else before.nouns & self.scene.cues.people)

    def _names_him(self, s: Attributed, taken: Speaker) -> bool:
        """Whether what somebody says names the one whom the pronoun was taken for: `“Mugabe must go,” he said`."""
        ids = {a.id for a in taken.actors}
        return any(
            m.via == "name"
            and any(a <= m.start < b for a, b in s.content)
            and any(x.id in ids for x in m.actors)
            for m in self.scene.mentions.items
        )

    def _weighs_him(self, s: Attributed, taken: Speaker, head: int) -> bool:
        """Whether the condition before a quotation, part of what is said, names him: `If Mugabe stays, he warned, “...”`."""
        g = self.scene.g
        first = g.sents[g.sent[head]][0]
        ids = {a.id for a in taken.actors}
        return (
            s.manner == "direct"
            and s.start > g.start[head]
            and g.lower[first] in ("if", "unless", "when", "once", "until")
            and any(
                m.via == "name" and first < m.head < head and any(a.id in ids for a in m.actors)
                for m in self.scene.mentions.items
            )
        )

    def _doer(self, taken: Speaker, head: int) -> _Spoke | None:
        """The person who does what the sentence before tells, where he is another one than whom a pronoun was taken for."""
        g = self.scene.g
        number = g.sent[head] - 1
        if number < 0:
            return None
        first, last = g.sents[number][:2]
        ids = {a.id for a in taken.actors}
        for m in self.scene.mentions.items:
            one = len(m.actors) == 1 and m.actors[0].kind == "person" and m.actors[0].id not in ids
            if (
                one
                and first <= m.head < last
                and g.dep[m.head] == "nsubj"
                and g.dep[g.head[m.head]] == "ROOT"
            ):
                speaker = Speaker(m.actors, (m.start, m.end))
                return _Spoke(speaker, number, self._called(speaker, m.head), plural=False)
        return None

    def _other(self, spoke: list[_Spoke], taken: Speaker, head: int) -> _Spoke | None:
        """The last person who spoke and is not the one whom a pronoun was taken for."""
        g = self.scene.g
        ids = {a.id for a in taken.actors}
        for before in reversed(spoke):
            if g.sent[head] - before.sentence > NEAR // 2:
                return None
            actors = before.speaker.actors
            one = (
                all(a.kind in ("person", "unnamed") and a.id not in ids for a in actors) and not before.plural
            )
            if (
                one
                and (actors or before.nouns & self.scene.cues.people)
                and self._agrees(before, g.lower[head])
            ):
                return before
        return None

    def _goes_on(self, before: _Spoke, taken: Speaker, head: int) -> bool:
        """Whether a pronoun is who spoke just before, not one of whom he spoke: `Lavrov said Kerry had left. He added ...`."""
        s, g = self.scene, self.scene.g
        begin, end = before.speaker.span[1], g.start[head]
        ids = {a.id for a in taken.actors}
        if (
            before.plural
            or g.sent[head] - before.sentence > 1
            or "\n" in s.text[begin:end]
            or begin > end
            or any(a.id in ids or a.kind not in ("person", "unnamed") for a in before.speaker.actors)
            or not self._agrees(before, g.lower[head])
        ):
            return False
        told = [
            c
            for a in s.found
            if a.speaker is not None and a.speaker.span == before.speaker.span
            for c in a.content
        ]
        named = [
            m
            for m in s.mentions.items
            if begin <= m.start < end and any(a.id in ids for a in m.actors) and m.head != head
        ]
        return bool(named) and all(
            any(a <= m.start < b for a, b in told) or self._topic(m.head, head) for m in named
        )

    def _topic(self, named: int, head: int) -> bool:
        """Whether one is only what a sentence turns to before it tells on: `Regarding the remarks of Oli, he said`."""
        g = self.scene.g
        first = g.sents[g.sent[head]][0]
        return (
            g.sent[named] == g.sent[head]
            and g.lower[first] in _TURNING
            and any(g.lower[k] == "," for k in range(named, head))
        )

    def _agrees(self, before: _Spoke, pronoun: str) -> bool:
        """Whether nothing says that one who spoke is of the other gender."""
        gender = "m" if pronoun == "he" else "f"
        known = [
            p.gender for a in before.speaker.actors if (p := knowledge_base().persons.get(a.id)) is not None
        ]
        wrong = "woman" if gender == "m" else "man"
        return all(k in ("", gender) for k in known) and not any(
            n.endswith(wrong) and not (wrong == "man" and n.endswith("woman")) for n in before.nouns
        )

    def _is_bare_role(self, speaker: Speaker, head: int) -> bool:
        """Whether a source is named by a role alone: `the minister`, not `the French minister`."""
        g, (start, end) = self.scene.g, speaker.span
        if g.pos[head] not in ("NOUN", "PROPN") or g.lemma[head].lower() not in self.scene.cues.people:
            return False
        before = [c for c in g.children[head] if c < head]
        definite = any(g.lower[c] in _DEFINITE for c in before)
        bare = all(g.lower[c] in _DEFINITE or (g.pos[c] == "ADJ" and g.word[c].islower()) for c in before)
        mention = self.scene.mentions.headed(head)
        titled = mention is not None and mention.via == "role" and mention.first < head
        owned = any(g.dep[c] == "prep" and g.lower[c] in ("of", "for") for c in g.children[head] if c > head)
        if g.child(head, "appos") is not None or titled or owned:
            return False  # `the prime minister` is none of the other ministers, nor `the spokesman of the palace`
        return definite and bare and end - start < 40 and g.end[head] >= end - 1

    def _is_later(self, before: Speaker, now: Speaker, head: int) -> bool:
        """Whether one who spoke was spoken of later than the one whom a role was taken for."""
        taken = [a for a in now.actors if a.kind != "unnamed"]
        if not taken:
            return True
        if set(before.actors) & set(taken):
            return False
        role, at = self.scene.g.lemma[head], self.scene.g.start[head]
        called = tuple(
            a
            for a in taken
            if role in self._nouns.get(a.id, ()) or role in (a.office or "").lower() or self._titled(a, head)
        )
        return max(before.span[0], self._mentioned(before.actors, at)) > self._mentioned(called, at)

    def _titled(self, actor: Actor, head: int) -> bool:
        """Whether the text has named somebody with the noun at a token as his title."""
        return any(
            m.head < head and m.via == "name" and m.actors == (actor,) and self.persons.bears(m, head)
            for m in self.scene.mentions.items
        )

    def _mentioned(self, actors: tuple[Actor, ...], at: int) -> int:
        """Where actors were last named before an offset."""
        ids = {a.id for a in actors}
        return max((m.start for m in self.scene.mentions.items
                    if m.end <= at and m.via != "role" and any(a.id in ids for a in m.actors)), default=-1)  # fmt: skip

    def _called(self, speaker: Speaker, head: int) -> frozenset[str]:
        """The nouns by which the text calls a source: of the phrase, its appositions, and the office he holds."""
        g = self.scene.g
        first = self.scene.token_at(speaker.span[0])
        nouns = {g.lemma[head].lower()} if g.lower[head - 1] not in DEPUTY else set()
        if first is not None:
            called = {g.lemma[k].lower() for k in range(first, head + 1) if g.lower[k - 1] not in DEPUTY}
            nouns |= called & self.scene.cues.people
        nouns |= {g.lemma[c] for c in g.all_children(head, "appos")}
        if g.lower[head] in ("one", "another"):  # one of his advisers
            nouns |= {g.lemma[k].lower() for k in g.prep_objects(head, "of")} & self.scene.cues.people
        for a in speaker.actors:
            if a.kind == "person" and len(speaker.actors) == 1:
                if a.office is not None:
                    words = set(a.office.lower().split(" of ")[0].split())
                    nouns |= words & DEPUTY or words  # a vice president is no president
                nouns |= self._nouns.get(a.id, frozenset())
                self._nouns[a.id] = frozenset(nouns)
        return frozenset(n for n in nouns if n.isalpha())
