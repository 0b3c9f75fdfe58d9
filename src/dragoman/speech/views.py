"""What the finders of positions share: one doc with its statements and acts, whose a stance is, and what was found so far."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from dragoman.actors import Mentions
from dragoman.calendar import TimeMention
from dragoman.language import Grammar, grammar
from dragoman.places import PlaceMention
from dragoman.schema import Event, Issue, Participant, Position, Stance, Statement
from dragoman.speech.cues import cues
from dragoman.speech.speakers import government_at
from dragoman.speech.stances import issue_of, stances
from dragoman.speech.wording import Wording

# Verbs whose object is the issue even when it is somebody: `recognised Guaido as president`.
OF_SOMEBODY = frozenset(
    {"recognise", "recognize", "back", "endorse", "support", "defend", "distrust", "mistrust"}
)
TURNED: dict[Stance, Stance] = {
    "supports": "opposes",
    "demands": "opposes",
    "opposes": "supports",
    "doubts": "supports",
}
_HIMSELF = ("he", "she", "it", "they")  # in what somebody says and with no other name: who says it
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_STANDS = ("it", "them", "this", "that")  # for an issue named before
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})  # what a pronoun may stand for


class Views:
    """One doc as the finders of positions see it, with the positions found."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.mentions: Mentions = doc._.mentions
        self.times: list[TimeMention] = doc._.times or []
        self.places: list[PlaceMention] = doc._.places or []
        self.events: list[Event] = doc._.events or []
        self.statements: list[Statement] = doc._.statements or []
        self.found: list[Position] = []
        self.words = stances()
        self.wording = Wording(self.g, self.mentions)
        self.shown: set[int] = set()  # predicates that showed a stance
        self._seen: set[tuple[str, int, int]] = set()
        self._told: set[tuple[str, int, str]] = set()  # holder, sentence, issue
        self._held: list[tuple[str, int, Stance]] = []
        self._named: list[tuple[int, Issue]] = []  # tokens that head an issue
        self._pending: list[tuple[Participant, int, Stance, str | None, tuple[int, int], str]] = []

    def token_at(self, offset: int) -> int | None:
        """The token at an offset; `None` between tokens."""
        g = self.g
        i = bisect_right(g.start, offset) - 1
        return i if i >= 0 and offset < g.end[i] else None

    def known(self, holder: Participant) -> bool:
        """Whether a holder is somebody: a name or a state stands behind it."""
        last = holder.name.lower().rsplit(" ", 1)[-1]
        if holder.sector == "JUD" and self.words.lists["courts"].intersection(holder.name.lower().split()):
            return False  # a court rules by law, it takes no side; a prosecutor does
        if holder.country is None and last in self.words.lists["texts"]:
            return False
        if holder.country is None and last.endswith("s") and last.removesuffix("s") in cues().people:
            return True  # `Western diplomats`, `analysts`
        if holder.country is None and holder.sector == "GOV" and last in self.words.lists["bodies"]:
            return True  # `the ministers` of several states
        return holder.country is not None or not any(
            a.kind == "unnamed" for m in self.mentions.items for a in m.actors if a.id == holder.id
        )

    def dated(self, i: int) -> bool:
        """Whether a token is part of a date."""
        return any(t.first <= i <= t.last for t in self.times)

    def placed(self, i: int) -> bool:
        """Whether a token is part of the name of a place."""
        return any(p.first <= i <= p.last for p in self.places)

    def names_party(self, i: int) -> bool:
        """Whether a token heads the mention of an actor, which is no issue; `a European army` is none."""
        mention = self.mentions.headed(i)
        if any(self.g.lower[c] in ("a", "an", "any") for c in self.g.all_children(i, "det")):
            return False  # "opposes a European army"
        return mention is not None and bool(mention.actors)

    def is_quality(self, i: int) -> bool:
        """Whether a noun is what somebody is praised or thanked for: courage, work."""
        return not self.g.is_verb(i) and self.g.lemma[i] in self.words.lists["qualities"]

    def of_none(self, clause: int) -> bool:
        """Whether a clause is about nothing of a kind: `that no arms be sent`."""
        g = self.g
        return any(
            g.lower[c] == "no" for s in g.all_children(clause, "nsubj", "nsubjpass") for c in g.children[s]
        )

    def no_longer(self, verb: int) -> bool:
        """Whether a verb is of what has ended: `no longer supports`."""
        g = self.g
        return any(g.lower[c] == "longer" and g.is_negated(c) for c in g.children[verb])

    def speakers(self, i: int) -> list[Participant]:
        """Whose words a token stands in: the sources of the smallest statement that holds it."""
        offset = self.g.start[i]
        holding = [
            (s.content[-1][1] - s.content[0][0], k)
            for k, s in enumerate(self.statements)
            if any(a <= offset < b for a, b in s.content)
        ]
        if not holding:
            return []
        s = self.statements[min(holding)[1]]
        return list(s.speakers) or ([s.speaker] if s.speaker is not None else [])

    def holders(self, subjects: list[int], cue: int) -> list[Participant]:
        """Whose a stance is: the actors that the subjects of its predicate stand for, else who says it."""
        g = self.g
        out: list[Participant] = []
        for s in subjects:
            if g.lower[s] in ("we", "i"):
                by = next(
                    (x for x in self.statements if any(a <= g.start[s] < b for a, b in x.content)), None
                )
                if by is not None and by.speaker is not None:
                    out.append(by.speaker)
                continue
            mention = self.mentions.headed(s)
            if mention is None or not mention.actors:
                if g.lower[s + 1 : s + 3] == ["of", "whom"] and s > 1:  # `Democrats, many of whom`
                    before = self.mentions.covering(s - 2)[:1]
                    out += [Participant.of(a, (m.start, m.end)) for m in before for a in m.actors]
                if g.lower[s] in _HIMSELF:
                    out += self.speakers(s)
                if g.lower[s] == "they" and (seat := government_at(g, self.doc, cue)) is not None:
                    out += [Participant.of(a, seat.span) for a in seat.actors]  # `in Moscow they hope`
                continue
            for a in mention.actors:
                out.append(Participant.of(a, (mention.start, mention.end)))
        if not out:  # whom speech knows as the source of the same words
            said = next((x for x in self.statements if x.cue is not None and x.cue[0] == g.start[cue]), None)
            if said is not None and said.speaker is not None:
                named = [g.lemma[s] for s in subjects]
                out += [
                    h
                    for h in (list(said.speakers) or [said.speaker])
                    if not h.id.startswith("unnamed-") or self.words.lists["collectives"].intersection(named)
                ]
        if not out and not subjects and (seat := government_at(g, self.doc, cue)) is not None:
            out += [Participant.of(a, seat.span) for a in seat.actors]
        return out

    def put_by(self, verb: int) -> int | None:
        """The noun right before an infinitive, whichever the parser hung it on: `calls to condemn it`."""
        g = self.g
        to = verb - 1
        while to > 0 and g.pos[to] == "ADV":
            to -= 1
        noun = g.tag[verb] == "VB" and to > 0 and g.lower[to] == "to" and g.pos[to - 1] == "NOUN"
        return to - 1 if noun else None

    def put_forward(self, verb: int, goal: int) -> int:
        """The act that a call, taken up or turned down, is for: `resisted calls to condemn the invasion`."""
        g = self.g
        hung = (*g.all_children(goal, "acl"), *g.all_children(verb, "advcl", "xcomp"))
        return next((c for c in hung if self.put_by(c) == goal), goal)

    def likewise(self, verb: int) -> list[Participant]:
        """Who else is told to do the same: `welcomed the accord, as did Egypt`."""
        g = self.g
        for c in g.all_children(verb, "advcl"):
            if c > verb and g.lemma[c] == "do" and any(g.lower[k] == "as" for k in g.children[c]):
                mentions = [self.mentions.headed(s) for s in g.subjects(c)]
                return [
                    Participant.of(a, (m.start, m.end)) for m in mentions if m is not None for a in m.actors
                ]
        return []

    def by(self, i: int) -> str | None:
        """The statement that shows a stance told at a token; `None` where there is none."""
        offset = self.g.start[i]
        for s in self.statements:
            if s.cue is not None and s.cue[0] == offset:
                return s.id
        for s in self.statements:
            if any(a <= offset < b for a, b in s.content) or s.evidence[0] <= offset < s.evidence[1]:
                return s.id
        return None

    def take(
        self, holders: list[Participant], object_: int | None, stance: Stance, cue: int, at: int | None = None
    ) -> None:
        """Write down a stance of each holder towards what the token heads."""
        if object_ is None:
            return
        word = self.g.lemma[cue if at is None else at]
        if cue in self.shown:
            return
        if stance == "supports":  # `determined to block the sanctions`
            inner, turned = self.asked_for(object_)
            if turned != "demands":
                object_, stance = inner, turned
        for holder in [*holders, *self.likewise(cue)]:
            if self.known(holder):
                self.add(holder, object_, stance, self.by(cue), self.g.sentence_span(cue), f"position.{word}")

    def asked_for(self, verb: int) -> tuple[int, Stance]:
        """What who asks for an act stands for: asked to back a plan it is the plan, asked to reject it he opposes it."""
        g = self.g
        own = self.words.of("verbs", g.lemma[verb])
        if g.lemma[verb] in self.words.lists["deeds"]:
            return verb, "demands"  # asked to boycott the games, they are to act
        goal = next(
            (
                o
                for o in g.objects(verb)
                if (g.pos[o] != "PRON" or g.lower[o] in _STANDS) and not self.names_party(o)
            ),
            None,
        )
        if not g.is_verb(verb) or g.is_negated(verb) or own not in ("supports", "opposes") or goal is None:
            return verb, "demands"
        return goal, own

    def is_part(self, holder: Participant, object_: int, stance: Stance) -> bool:
        """Whether the holder has the same stance on what holds this, or what this holds, in one sentence."""
        g = self.g
        return any(
            h == holder.id
            and s == stance
            and g.sent[o] == g.sent[object_]
            and (g.left[o] <= object_ <= g.right[o] or g.left[object_] <= o <= g.right[object_])
            for h, o, s in self._held
        )

    def _stands(self, i: int) -> bool:
        """Whether a word stands for an issue told before: `it`, `this development`, `such a step`."""
        g = self.g
        if g.lower[i] in _STANDS:
            return True
        if g.lemma[i] not in self.words.lists["happenings"] or g.right[i] != i:
            return False
        near = {g.lower[c] for c in g.children[i]} - {"a", "an", "any", "new", "latest", "all"}
        return bool(near) and near <= (_POINTING if g.dep[i] == "nsubj" else _POINTING | {"the"})

    def _imputed(self, holder: Participant, i: int) -> bool:
        """Whether another only says of the holder that he is for a crime: `said that Kenya was ready for a coup in Uganda`."""
        g = self.g
        crimes = self.words.lists["crimes"]
        if not any(g.lemma[k] in crimes for k in range(g.left[i], g.right[i] + 1)):
            return False
        return any(
            s.speaker is not None and s.speaker.id != holder.id and s.speaker.country != holder.country
            for s in self.statements
            if any(a <= g.start[i] < b for a, b in s.content)
        )

    def _is_own_assertion(self, i: int) -> bool:
        """Whether a noun is one's own word, which one only backs up: `to support its assertion that`."""
        g = self.g
        return g.lemma[i] in self.words.lists["assertions"] and any(g.tag[c] == "PRP$" for c in g.children[i])

    def _own_words(self, i: int) -> Issue | None:
        """The issue that `such a step` names by itself, where nothing before is meant by it."""
        alone = self.g.lower[i]  # `condemned the move`
        issue = issue_of(self.wording.phrase(i) or alone) if alone not in _STANDS else None
        if issue is not None:
            self._named.append((i, issue))
        return issue

    def _thing_before(self, i: int) -> Issue | None:
        """The issue that `it` or `them` means where no stance was told: the last thing named that agrees with it in number.

        `This` alone means what the sentence before tells, so the first thing named there.
        """
        g = self.g
        if g.lower[i] in ("this", "that") and g.sent[i] > 0:
            first, last = g.sents[g.sent[i] - 1][:2]
            heads = [
                k
                for k in range(first, last)
                if g.pos[k] == "NOUN"
                and g.dep[k] in _THINGS
                and not self.names_party(k)
                and not (self.dated(k) or self.placed(k))
            ]
            phrase = self.wording.phrase(min(heads, key=lambda k: (g.dep[k] != "dobj", k))) if heads else None
            return issue_of(phrase) if phrase is not None else None
        if g.lower[i] not in ("it", "them"):
            return None
        tag = "NNS" if g.lower[i] == "them" else "NN"
        first = g.sents[max(0, g.sent[i] - 1)][0]
        for k in range(i - 1, first - 1, -1):
            if g.tag[k] != tag or g.dep[k] not in _THINGS or self.names_party(k):
                continue
            if self.dated(k) or self.placed(k) or self.is_quality(k):
                continue
            phrase = self.wording.phrase(k)
            if phrase is not None and g.left[k] == g.sents[g.sent[k]][0] and g.pos[g.left[k]] != "PROPN":
                phrase = phrase[0].lower() + phrase[1:]  # a capital only because it opens the sentence
            return issue_of(phrase) if phrase is not None else None
        return None

    def _done_to(self, i: int, issue: Issue) -> Issue:
        """What is asked to be done to an issue that the object pronoun `i` means: `asked them to lift [it]`, the lifting of the embargo."""
        g = self.g
        verb = g.head[i]
        done = (g.dep[i] == "dobj" and g.tag[verb] == "VB") or g.dep[i] == "nsubjpass"
        name = self.words.nominal.get(g.lemma[verb]) if done else None
        if name is None or issue.label.lower().startswith(name.lower()):
            return issue
        return issue_of(f"{name if ' ' in name else name + ' of'} {issue.label}") or issue

    def leave(
        self,
        holder: Participant,
        i: int,
        stance: Stance,
        by: str | None,
        evidence: tuple[int, int],
        rule: str,
    ) -> None:
        """Keep a stance whose issue is left to the words before: `Beijing refused`, `urged Deby to free them`."""
        self._pending.append((holder, i, stance, by, evidence, rule))

    def settle(self) -> None:
        """Give `Cambodia objected to it` the issue that somebody took a stance on just before, if there is one."""
        g = self.g
        for holder, object_, stance, by, evidence, rule in self._pending:
            before = [
                (k, issue) for k, issue in self._named if k < object_ and g.sent[object_] - g.sent[k] <= 1
            ]
            issue = max(before, key=lambda x: x[0])[1] if before else self._own_words(object_)
            issue = issue or self._thing_before(object_)
            if stance == "demands" and g.is_verb(g.head[object_]) and g.pos[object_] == "PRON":
                bare = self.wording.bare_act(g.head[object_])
                issue = self._done_to(object_, issue) if issue is not None else issue_of(bare or "")
            if issue is not None:
                if any(
                    (p.holder.id, p.stance, p.issue.id) == (holder.id, stance, issue.id) for p in self.found
                ):
                    continue
                self.found.append(
                    Position(
                        id="p0",
                        holder=holder,
                        issue=issue,
                        stance=stance,
                        by=by,
                        evidence=evidence,
                        rule=rule,
                    )
                )

    def add(
        self,
        holder: Participant,
        object_: int,
        stance: Stance,
        by: str | None,
        evidence: tuple[int, int],
        rule: str,
    ) -> bool:
        """Write down a position; `False` where its issue has no name or was told before."""
        g = self.g
        hoped = rule == "position.hope" and g.is_verb(object_)
        words = None if self._stands(object_) else self.wording.phrase(object_, hoped=hoped)
        meant = self.mentions.headed(object_) if words is None and g.pos[object_] == "PRON" else None
        if meant is not None and len(meant.actors) == 1:
            words = meant.actors[0].name  # `recognised her`
        issue = issue_of(words) if words is not None else None
        if stance == "supports" and (self._is_own_assertion(object_) or self._imputed(holder, object_)):
            return False
        if (
            issue is None
            and self._stands(object_)
            and (
                g.dep[object_] in ("dobj", "pobj", "nsubjpass")
                or (g.dep[object_] == "nsubj" and g.lower[object_] not in _STANDS)
            )
        ):
            self.leave(holder, object_, stance, by, evidence, rule)
            return True
        if issue is None:
            return False
        key = (holder.id, g.sent[object_], object_)
        if (
            key in self._seen
            or any((p.holder.id, p.stance, p.issue.id) == (holder.id, stance, issue.id) for p in self.found)
            or self.is_part(holder, object_, stance)
            or any(h == holder.id and s == g.sent[object_] and i == issue.id for h, s, i in self._told)
        ):
            return False
        self._seen.add(key)
        self._held.append((holder.id, object_, stance))
        self._told.add((holder.id, g.sent[object_], issue.id))
        self._named.append((object_, issue))
        span = (min(evidence[0], g.start[g.left[object_]]), max(evidence[1], g.end[object_]))
        self.found.append(
            Position(id="p0", holder=holder, issue=issue, stance=stance, by=by, evidence=span, rule=rule)
        )
        return True
