"""Matching the lexicon against the parse: from predicates in a doc to coded acts."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from dragoman.coding.answers import Answers
from dragoman.coding.asked import asked_before, at_the_wish
from dragoman.coding.carriers import carrier_of, strikes, witnessed
from dragoman.coding.coded import Coded, Reason
from dragoman.coding.contacts import EXPECTED, Contacts
from dragoman.coding.counterparts import OWN_PEOPLE, Counterparts, Deed, in_protest
from dragoman.coding.echoes import echoed, send_home
from dragoman.coding.keepers import freed
from dragoman.coding.lexicon import PROMISES, SPOKEN, Entry, Lexicon
from dragoman.coding.matching import Matcher
from dragoman.coding.means import mode_by_means
from dragoman.coding.ontology import COOPERATIVE, HOSTILE, governed
from dragoman.coding.participants import (
    Found,
    Participants,
    nameless,
    nouns,
    protests,
    same_actors,
    unique,
    without,
)
from dragoman.coding.retold import Folded
from dragoman.coding.roles import ARMED, Roles
from dragoman.coding.said import Said
from dragoman.coding.seeming import Seeming
from dragoman.coding.slots import AdjectiveSlots, NounSlots, ParticipleSlots, Slots, VerbSlots
from dragoman.coding.status import HAPPENED, NEGATION, Judged, fulfilled, governors, noun_status, verb_status
from dragoman.coding.untold import Untold
from dragoman.language import Grammar, grammar

# Acts that a verb tells of a nominal one: the latter is then no act beside it.
TELLING = frozenset({"SANCTION", "CONCEDE", "SUPPORT", "AGREE", "REJECT", "RETREAT", "COERCE", "THREATEN"})
# Those that tell of it whatever the verb: `lifted the ban`, `blocked aid for Ukraine`.
UNDOING = frozenset({"CONCEDE", "REJECT", "RETREAT", "SANCTION"})
# A party that refuses these, refuses (codebook REJECT): `will never accept`, `does not recognise`.
REFUSABLE = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE", "AID", "CONSULT"})
# Subjects by which it is denied that anybody does a thing.
_NOBODY = frozenset({"nobody", "none", "no-one"})

# Acts done to another party in one breath: the second need not name it again.
SHARING = frozenset(
    {"SANCTION", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "COERCE", "CONCEDE", "AID", "SUPPORT"}
)
# Sectors of those who attack by force.
FIGHTING = frozenset({"MIL", "REB", "PRM", "COP", "UAF", "CRM"})
# Of these, the ones done for the other party: `thanked Qatar and demanded a timetable` is not said to Qatar.
FRIENDLY = frozenset({"AID", "CONCEDE", "SUPPORT"})
# Verbs of promise that threaten those against whom forces are moved.
_VOWS = frozenset({"vow", "swear"})
# Verbs that tell another what he had better not do: `warned Chad not to close the border`.
_CAUTIONS = frozenset({"warn", "caution"})
# Acts that nobody threatens with: a vow to do one is a word that is given.
_YIELDING = frozenset({"RETREAT", "CONCEDE", "AID", "COOPERATE"})
# Verbs that name a threat: `will threaten` is to come, `would treat it as an act of war` is uttered.
_WARNING = frozenset({"threaten", "warn", "menace", "caution", "consider"})
# Verbs of giving leave, which is refused where it was not given: `did not allow the ambassador to return`.
_LETTING = frozenset({"allow", "permit", "let"})
# Where a demand stands beside the protest that it is made in: `blocked roads, demanding that`.
_BESIDE_A_PROTEST = frozenset({"advcl", "pcomp", "xcomp", "acl"})
# Before a day by which, at the latest, a thing must be done: that is a demand.
_LATEST = frozenset({"by", "before", "until", "till", "within", "after", "since"})
# A sense of a noun that is refused for these leaves the word to a sense of another act.
_BY_NOBODY = frozenset({"uncarried", "uncarried parties"})
# Parts of speech of what can tell an act.
_PREDICATES = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})


class Coder:
    """Codes one doc. `coded()` gives its acts in text order, before merging."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.g: Grammar = grammar(doc)
        self.people = Participants(doc)
        self.lexicon = lexicon
        self.matcher = Matcher(self.g, self.people, lexicon)
        self.roles = Roles(self.g, self.people)
        self.counterparts = Counterparts(self.g, self.people, self.roles, self.matcher.act_at)
        self.said = Said(self.g, self.people, self.matcher, self.counterparts)
        self.seeming = Seeming(self.g, self.matcher.act_at)
        self.answers = Answers(self.g, self.people, self.matcher.act_at)
        self._kept: dict[int, Coded | None] = {}
        self._alleged: list[int] = []  # predicates of what one is accused of by nobody told
        self.refused: dict[int, Reason] = {}  # predicates whose sense holds, but which tell no act, and why
        self.contacts = Contacts(self.g, self.people)
        self.untold = Untold(self.g, self.people, self.code)

    # Which entry ---------------------------------------------------------------

    def coded(self, tokens: list[int]) -> list[Coded]:
        """Code the predicates among these tokens; what a governing act has consumed is left out."""
        found: list[Coded] = []
        for i in tokens:
            one = self.code(i) if self.g.pos[i] in _PREDICATES else None
            one = one or echoed(self.g, self.people, i, found)
            if one is not None:
                self.answers.part(one, found)
                self.answers.settle(one, found)
                self.answers.carry_on(one, found, self.people.parties())
                found.append(one)
                self.contacts.settle(one)
        folded = Folded(self.g, self._kept)
        told_above = {one.trigger for one in found if self._ended(one)}
        consumed = {i for one in found for i in one.consumed} | set(self._alleged) | told_above
        consumed |= {
            one.trigger
            for one in found
            if folded.means(one)
            or folded.blow(one)
            or folded.toll(one)
            or folded.counted(one)
            or self._cause(one)
        }
        for one in found:
            self._share(one)
            self._anothers(one)
            one.mode = mode_by_means(self.g, one)
        asked = [a for one in found if (a := asked_before(self.g, one, self.matcher.act_at)) is not None]
        left = [one for one in found if one.trigger not in consumed] + asked
        left.sort(key=lambda one: one.trigger)
        send_home(left)
        return [self._uttered(one) for one in left if not self.said.needless(one, left)]

    def _ended(self, one: Coded) -> bool:
        """Make a penalty of help that one gives no longer: `stopped sending aid to Chad`; whether the verb above tells it."""
        g, v = self.g, one.trigger
        given = one.act in ("AID", "COOPERATE") or (one.act, one.mode) == ("RETREAT", "access")
        if not given or one.kind != "verb" or one.status.status != "negated":
            return False
        above = g.head[v]
        stopped = (
            g.dep[v] in ("xcomp", "ccomp") and g.tag[v] == "VBG" and g.lemma[above] in governors()["ceasing"]
        )
        longer = any(g.lower[c] == "longer" and g.lower[c - 1] == "no" for c in g.all_children(v, "advmod"))
        if not (stopped or longer):
            return False
        over = self._kept.get(above) if stopped else None
        if over is not None and over.act == "SANCTION":
            over.recipients = over.recipients or one.recipients
            return True
        if not one.recipients:
            return False
        coming = any(g.lower[a] in ("will", "wo", "'ll") for a in g.auxiliaries(v))
        one.act, one.mode = "SANCTION", "discontinue"
        one.status = (
            verb_status(g, above) if stopped else Judged("future" if coming else "actual", "no longer")
        )
        one.consumed += [o for o in g.objects(v) if g.pos[o] == "NOUN"]
        one.why.append("read as SANCTION: help that is given no longer")
        return False

    def _anothers(self, one: Coded) -> None:
        """Give a deed that its own accuser seems to have done to the accused: `protested to China over its drills`."""
        g, n = self.g, one.trigger
        if one.kind != "noun" or one.act not in HOSTILE | {"MOBILIZE"} or not one.actors:
            return
        owners = g.all_children(n, "poss")
        if not any(g.lower[k] in ("its", "their") for k in owners) or {f.token for f in one.actors} - {
            *owners
        }:
            return
        above = g.head[n] if g.dep[n] != "pobj" else g.head[g.head[n]]
        blame = self._kept.get(above)
        if (
            blame is None
            or blame.act != "ACCUSE"
            or not blame.recipients
            or not same_actors(blame.actors, one.actors)
        ):
            return
        one.actors = [
            Found(f.actor, f.token, f.span, f"{g.word[owners[0]]!r} is of the accused", False)
            for f in blame.recipients
        ]
        one.recipients = [f for f in one.recipients if not same_actors([f], one.actors)]

    def _share(self, one: Coded) -> None:
        """Give an act that names nobody the other party of the one it goes along with in its sentence.

        `imposed restrictions on Russian officials and suspended trade talks`, `condemned Iran, demanding ...`
        """
        g, v = self.g, one.trigger
        along = g.dep[v] == "conj" or (g.dep[v] == "advcl" and g.tag[v] == "VBG")
        at_home = all(f.why == OWN_PEOPLE for f in one.recipients) and any(
            g.lemma[o] in nouns()["passages"] for o in g.objects(v)
        )
        if (one.recipients and not at_home) or one.kind != "verb" or one.act not in SHARING:
            return
        contact = self._kept.get(g.head[v])
        purpose = g.dep[v] in ("xcomp", "advcl") and g.tag[v] == "VB"
        if purpose and contact is not None and contact.act == "CONSULT":
            # "phoned Dole to urge passage"
            if contact.mode == "phone" and g.lemma[v] in governors()["conveying"]:
                why = f"to whom {g.word[contact.trigger]!r} was said"
                others = without(contact.actors, one.actors)
                one.recipients = [Found(f.actor, f.token, f.span, why, False) for f in others]
            return
        if not along:
            return
        first = self._kept.get(g.head[v])
        if first is None or (first.act in FRIENDLY) != (one.act in FRIENDLY):
            return
        if first.act in SHARING and same_actors(first.actors, one.actors) and first.recipients:
            one.recipients = [
                Found(f.actor, f.token, f.span, f"shared with {g.word[first.trigger]!r}", False)
                for f in first.recipients
            ]

    def _cause(self, one: Coded) -> bool:
        """Whether a demand or reproach is what a protest is about, and tells whom: `blocked roads, demanding that`."""
        g, v = self.g, one.trigger
        if one.act not in ("REQUEST", "ACCUSE", "REJECT") or g.dep[v] not in (
            "advcl",
            "pcomp",
            "xcomp",
            "acl",
        ):
            return False
        above = g.head[g.head[v]] if g.dep[v] == "pcomp" else g.head[v]
        if g.dep[v] == "acl" and g.dep[above] == "nsubj":  # "marchers demanding elections filled the square"
            above = g.head[above]
        while g.dep[above] == "advcl" and g.tag[above] == "VBG":
            above = g.head[above]
        protest = self._kept.get(above)
        if protest is None:  # "began a protest, demanding security"
            protest = next((c for o in g.objects(above) if (c := self._kept.get(o)) is not None), None)
        if protest is None or protest.act != "PROTEST" or not same_actors(protest.actors, one.actors):
            return False
        protest.recipients = one.recipients or protest.recipients
        return True

    def _uttered(self, one: Coded) -> Coded:
        """What a party says of its own future acts is itself an act (codebook THREATEN, REJECT).

        `We will strike at the heart of France` threatens; `we will never accept this` refuses.
        """
        g, v = self.g, one.trigger
        if one.kind == "verb" and g.pos[v] == "ADJ" and one.act == "AGREE" and one.status.status == "negated":
            one.act, one.mode = "REJECT", None
            one.status = Judged("actual", "unwilling")
            return one
        if one.act == "AGREE" and one.status == ("negated", f"under {g.word[g.head[v]]!r}") and g.is_verb(v):
            if (
                g.lemma[g.head[v]] == "fail" and verb_status(g, g.head[v]).status in HAPPENED
            ):  # "failed to reach agreement": neither yields (PLOVER gold records)
                one.act, one.mode, one.status = "REJECT", None, Judged("actual", "failed to agree")
                return one
        if one.kind != "verb" or not one.actors or not g.is_verb(v):
            return one
        words = {g.lower[a] for a in g.auxiliaries(v)}
        if (accuser := self.said.accuser(one)) is not None:
            one.act, one.mode = "ACCUSE", "allege"
            one.actors, one.recipients = [accuser], one.actors
            one.why.append("read as ACCUSE: help to armed groups, told by another party")
            return one
        captor = self.said.captor(one)
        if captor is not None:
            one.actors = [captor]
        if self.said.threatened(one):
            one.act, one.mode = governed("threaten", (one.act, one.mode))
            one.status = Judged("actual", "uttered by its would-be actor, should another act")
            one.recipients = self.said.warned(one) or one.recipients
            one.why.append(f"read as {one.act}: {one.status.why}")
            return one
        if (
            one.act == "THREATEN"
            and g.lemma[v] not in _WARNING
            and words & {"would", "will", "shall", "'ll", "'d"}
        ):
            one.status = Judged(
                "actual", "uttered by its would-be actor"
            )  # "would regard it as an act of war"
            return one
        own = any(g.lower[f.token] in ("we", "i") for f in one.actors)
        if any(g.lower[c] == "otherwise" and c < v for c in g.all_children(v, "advmod")):
            own = True  # "demanded that Chad leave, otherwise Mali will close the border"
            asked = [c for c in self._kept.values() if c is not None and c.act == "REQUEST" and c.trigger < v]
            near = [c for c in asked if g.sent[c.trigger] == g.sent[v]]
            one.recipients = one.recipients or [f for c in near[-1:] for f in c.recipients]
        if one.status.status == "future" and own and (one.act in HOSTILE or one.act == "MOBILIZE"):
            one.act, one.mode = governed("threaten", (one.act, one.mode))
            one.status = Judged("actual", "uttered by its would-be actor")
        elif (
            one.status.status == "negated"
            and one.act in REFUSABLE
            and (one.status.why == NEGATION or self._by_nobody(v))
        ):
            willed = words & {"will", "wo", "would", "shall", "'ll"} or g.lemma[g.head[v]] == "go"
            stated = words & {"do", "does"} and one.act in ("AGREE", "SUPPORT", "CONCEDE")
            put = one.act == "AGREE" and (
                g.prep_objects(v, "to")  # "a proposal to which it did not agree"
                or any(g.lemma[k] in nouns()["proposals"] for k in g.prep_objects(v, "with"))
            )
            denied = "did" in words and (put or g.lemma[v] in _LETTING)
            if not (willed or stated or denied):
                return one
            one.act, one.mode = governed("reject", (one.act, one.mode))
            one.status = Judged("actual", "a refusal of its own actor")
            if self._by_nobody(v):  # "said nobody would sit down with the party"
                speaker = self.said.voices.speaker(v)
                one.recipients = without(one.actors + one.recipients, [speaker] if speaker else [])
                one.actors = [speaker] if speaker else []
            refusing = [f for f in one.actors if f.token in g.subjects(v)]
            hosting = [f for f in one.recipients if f.token in g.subjects(v)]
            if not refusing and hosting:  # "will not receive the envoy": the guest is who is refused
                one.actors, one.recipients = hosting, one.actors
            elif refusing and not one.recipients:  # "we will not return to the table with Chad"
                one.actors, one.recipients = refusing, without(one.actors, refusing)
        else:
            return one
        one.why.append(f"read as {one.act}: {one.status.why}")
        return one

    def _by_nobody(self, v: int) -> bool:
        """Whether a verb is said to be done by nobody."""
        return any(self.g.lower[s] in _NOBODY for s in self.g.subjects(v))

    def _refuse(self, i: int, reason: Reason) -> Coded | None:
        """No act: keeps why the predicate at `i` tells none though a sense of it holds (`explain --why-not`)."""
        self.refused[i] = reason
        return None

    def code(self, i: int) -> Coded | None:
        """The act told by the predicate at token `i`, else `None`."""
        if i not in self._kept:
            self._kept[i] = None  # a cycle of government ends here
            self._kept[i] = self._code(i)
        return self._kept[i]

    def _code(self, i: int) -> Coded | None:
        g = self.g
        pos = g.pos[i]
        if self.seeming.asked(i) or self.seeming.names_weapon(i):
            return None
        if self.matcher.is_nominal(i):
            return self._nominal(i)
        if pos == "VERB" or (
            pos == "AUX" and g.dep[i] in ("ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl")
        ):
            if g.dep[i] in ("amod", "compound"):
                return None
            demanded = self.said.demanded(i)
            if demanded is not None:
                return demanded
            senses = self.matcher.verbs_at(i)
            if senses:
                slots: Slots = VerbSlots(g, i, self.people.is_actor)
                for sense in senses:
                    if self.matcher.fits(sense, slots):
                        one = self._verb(sense.entry, slots)
                        if one is not None:
                            return one
                        break
            return self._felt(i) or self.said.told(i)
        return self._adjective(i, AdjectiveSlots(g, i)) if pos == "ADJ" else None

    def _felt(self, i: int) -> Coded | None:
        """The act told by a participle that stands for an adjective: `is deeply troubled by the arrests`, `was opposed to`."""
        g = self.g
        if g.lower[i] not in self.lexicon.adjectives or g.tag[i] not in ("VBN", "VBD"):
            return None
        if g.dep[i] == "acomp":
            return self._adjective(i, AdjectiveSlots(g, i))
        return self._adjective(i, ParticipleSlots(g, i)) if g.is_passive(i) else None

    def _adjective(self, i: int, slots: Slots) -> Coded | None:
        for sense in self.lexicon.adjectives.get(self.g.lower[i], ()):
            if self.matcher.fits(sense, slots):
                return self._verb(sense.entry, slots)
        return None

    def _nominal(self, i: int) -> Coded | None:
        g = self.g
        senses = self.matcher.nouns_at(i)
        if senses and g.dep[i] not in ("compound", "nmod"):
            slots = NounSlots(g, i, carrier_of(g, i, self.matcher.act_at))
            tried: str | None = None  # a call that is no appeal may be one by telephone
            for sense in senses:
                if sense.entry.act != tried and self.matcher.fits(sense, slots):
                    if sense.entry.act == "PROTEST" and slots.undergone:
                        break  # "killed in protests": those who were killed need not be whom it was against
                    one = self._noun(sense.entry, slots) or self.said.in_passing(i)
                    if one is not None or tried is not None or self.refused.get(i) not in _BY_NOBODY:
                        return one
                    tried = sense.entry.act
            if tried is not None:
                return None
        return self.said.told_of(i) if g.pos[i] == "NOUN" else None

    def _verb(self, entry: Entry, slots: Slots) -> Coded | None:
        g, v = self.g, slots.i
        if self.seeming.verb(entry, slots):
            return None
        judged = self._judged(entry, slots)
        frame = entry.frame
        consumed: list[int] = []
        inner: tuple[str, str | None] | None = None
        inner_coded: Coded | None = None
        act, mode = entry.act, entry.mode
        if entry.governs or entry.act in ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE"):
            inner, at = self.matcher.inner_of(slots, of_promise=entry.governs in PROMISES)
            consumed = self._consumed(slots, entry)
            inner_coded = self.code(at) if at is not None else None
            if entry.governs:
                act, mode = _governed(entry, entry.governs, inner)
            if entry.governs in PROMISES and self.said.forsworn(slots.get("comp"), inner):
                act, mode = governed("reject", inner)  # "vowed never to recognise the result"
            elif act == "THREATEN" and entry.act in ("AGREE", "THREATEN") and self._forgone(inner, at):
                act, mode = self._not_to(slots, inner)
            elif act == "THREATEN" and g.lemma[v] in _VOWS and inner is not None and inner[0] in _YIELDING:
                act, mode = governed("pledge", inner)  # "vowed to withdraw its troops"
            if (
                act == "AGREE"
                and inner is not None
                and inner[0] == "CONSULT"
                and self.contacts.arranged(v, at)
            ):
                (act, mode), judged = (
                    inner,
                    Judged("future", "arranged for a time"),
                )  # "agreed to meet in May"
        if frame.reciprocal:
            by_slot = {
                name: self.roles.in_slot(slots, name, entry, owner=name == "subj", doers=True)
                for name in frame.actor
            }
            talking = unique([f for name in by_slot if name != "obj" for f in by_slot[name]])
            about = self.contacts.is_topic(v) and len({f.actor.id for f in talking}) > 1
            actors = talking if about else unique([f for found in by_slot.values() for f in found])
            recipients: list[Found] = []
        else:
            actors = self.roles.fill(slots, frame.actor, entry, doers=True)
            if "subj" in frame.actor:
                actors = unique([*actors, *self.roles.alongside(v, actors)])
            recipients = self.roles.fill(slots, frame.recipient, entry, but=actors)
            if mode == "visit" and not recipients:
                recipients = without(self.contacts.host_there(v), actors)
        if act == "REQUEST" and (own := self.said.own_will(slots.get("comp"), actors)):
            if not any(g.is_negated(c) for c in own):
                return None  # "insisted that it would leave the bloc"
            act, mode = governed("reject", inner)  # "insisted that it would not lift its veto"
            recipients = self.said.waited_for(own, actors)
        deed = Deed(slots, entry, act, mode, actors, v, inner_coded)
        recipients = self.counterparts.named(deed, recipients)
        why = [f"entry {entry.id} ({entry.file}:{entry.line})"]
        confidence = 0.9
        alone = (
            inner is not None and inner[1] == "deport" and not any(g.objects(c) for c in slots.get("comp"))
        )
        if act == "THREATEN" and entry.act == "AGREE" and (len(actors) > 1 or alone):
            act, mode = (
                "AGREE",
                None,
            )  # what allies agree to do threatens none of them, nor who is ready to return
        if act == "THREATEN" and entry.act == "AGREE" and inner is not None and inner[0] == "MOBILIZE":
            threat = [n for c in slots.get("comp") for n, _ in g.prepositions(c) if n in ("into", "against")]
            if not slots.get("comp") or not (threat or g.lemma[v] in _VOWS):
                act, mode = "AGREE", None  # "promised him reinforcements", "agreed to send troops to Iraq"
        if (
            act == "ASSAULT"
            and mode in (None, "destroy", "primitive", "explosives")
            and g.lemma[v] not in governors()["harm"] | governors()["harm_by_hand"]
            and self.roles.crowd(actors)
        ):
            act, mode = "PROTEST", "riot"
            why.append("read as PROTEST: violence against property by a crowd of civilians")
        before = self.code(g.head[v]) if g.dep[v] == "conj" else None
        marched = before is not None and before.act == "PROTEST"
        if (act, mode) == ("PROTEST", "riot") and not marched and self.roles.stoning(slots, actors):
            act, mode = "ASSAULT", "primitive"
            why.append("read as ASSAULT: things thrown at men in uniform")
        if act == "REQUEST" and g.dep[v] not in _BESIDE_A_PROTEST and self.roles.marching(actors):
            act, mode = "PROTEST", "demo"  # codebook REQUEST: demands that take the form of demonstrations
            if all(f.actor.kind in ("population", "unnamed") for f in recipients):
                recipients = self.counterparts.government(actors)
            why.append("read as PROTEST: demonstrators demand it")
        if act == "COERCE" and mode in ("seize", "restrict") and self._by_crowd(slots, actors):
            act, mode = "PROTEST", "riot" if g.lemma[v] in protests()["storming"] else "obstruct"
            why.append("read as PROTEST: a crowd of civilians takes a place")
        if act == "PROTEST" and mode == "demo" and g.lemma[v] == "protest" and self.roles.officials(actors):
            act, mode = "ACCUSE", "disapprove"  # "protested through diplomatic channels"
        if act == "ACCUSE" and g.lemma[v] == "attack" and any(f.actor.sector in FIGHTING for f in actors):
            act, mode = "ASSAULT", None  # "jets attacked infiltrators": forces do not do it in words
            recipients = recipients or self.counterparts.faced(v, actors)
        if act == "ACCUSE" and g.lemma[v] == "attack" and not slots.get("obj"):
            return None  # "the Kenyan attacked with two laps to go": nobody in words
        if (
            act == "ASSAULT"
            and mode is None
            and g.lemma[v] == "attack"
            and self.roles.spoken_attack(entry, slots, actors)
        ):
            act, mode = "ACCUSE", "disapprove"  # "the senator attacked the judge over the ruling"
        if act == "SUPPORT" and any(g.lemma[o] in nouns()["text"] for o in slots.get("obj")):
            opposed = self.roles.in_slot(slots, "prep:against", entry)
            if opposed:  # "passed a resolution against Iran"
                act, mode, recipients = "ACCUSE", "disapprove", opposed
        if (act, mode) == ("RETREAT", "release") and not (actors and recipients):
            kept = [one for one in self._kept.values() if one is not None]
            keeping, held = freed(g, self.people, v, slots.get("obj"), recipients, kept)
            if not actors and not slots.get("subj") and not same_actors(keeping, held):
                actors, recipients = keeping, held
            elif same_actors(actors, keeping):
                recipients = recipients or held
        if not actors:
            actors = self.roles.implied(entry, slots, act, mode, recipients)
            asserted = judged.status in HAPPENED or judged.status == "future"
            if not actors and act == "SUPPORT":
                actors = self.contacts.signatories(v)
            if not actors and entry.kind == "verb":
                done = [one for one in self._kept.values() if one is not None]
                actors = self.untold.doers(entry, slots, (act, mode), recipients, judged, done)
                recipients = without(recipients, actors)
            if not actors and act == "REQUEST" and g.is_passive(v) and asserted:
                if not any(g.dep[c] == "ccomp" for c in slots.get("comp")):  # "was told that"
                    actors = self.said.unnamed_speaker(v, recipients)
            confidence = 0.6
        if act == "ASSAULT" and nameless(actors) and recipients:
            actors = self.roles.claimed(v) or actors
        if not actors:
            # what one is accused of by nobody told is not told as done
            if act == "ACCUSE" and mode != "disapprove" and g.is_passive(v):
                self._alleged += consumed
            return self._refuse(v, "no actor")
        if not recipients:
            recipients = self.counterparts.at_home(replace(deed, act=act, mode=mode, actors=actors))
        recipients = self.roles.placed(recipients, v, act, actors if act != "ASSAULT" else [])
        if g.lemma[v] == "order" and (gone := self._ordered_off(slots, entry, actors)) is not None:
            if gone:
                act, mode, recipients = "SANCTION", "expel", gone
            elif (act, mode) == ("SANCTION", "expel"):
                return None  # "ordered its citizens out of Sudan"
        if act == "AID" and self.roles.own_forces(actors, recipients):
            return self._refuse(v, "own forces")
        if act == "MOBILIZE":  # forces that are moved are not moved against themselves
            recipients = without(recipients, actors)
        if frame.reciprocal and entry.act == "CONSULT" and len(actors) < 2:
            actors = self.contacts.named_together(slots.get("subj"), actors)
        if (
            frame.reciprocal
            and len({f.actor.id for f in actors}) < 2
            and not self.roles.plural(slots, actors)
        ):
            confidence -= 0.2
            alone = not any(self.people.of(i) for i in slots.get("prep:with") + slots.get("obj"))
            if act in ("CONSULT", "COOPERATE") and alone and not self.roles.assembly(actors):
                many = mode == "multilateral" and self.contacts.of_many(slots.get("obj"))
                sides = act == "CONSULT" and self.contacts.met_as_sides(slots.get("subj"))
                if not actors or not (many or sides):
                    return self._refuse(v, "one party")
        if any(not f.direct for f in (*actors, *recipients)):
            confidence -= 0.1
        one = Coded(
            entry.id, act, mode, v, None, judged, actors, recipients, "verb", confidence, why, consumed
        )
        if slots.sense is not None:  # "lodged a complaint": the noun is a word of the verb's sense
            one.consumed += [o for o in g.objects(v) if g.lemma[o] in slots.sense.rest]
        if one.act == "REJECT":  # "vetoed a resolution condemning the raid"
            below = [c for o in g.objects(v) for c in g.all_children(o, "acl")]
            one.consumed += [c for c in below if not self.seeming.decision(c)]
        # What the verb carries is told by the verb: "suspended talks" is no cancelled meeting beside the sanction.
        if one.act in TELLING:
            counted = [
                k
                for o in g.objects(v)
                if g.lemma[o] in nouns()["quantity"]
                for k in g.prep_objects(o, "of")  # "lifted most of its sanctions"
            ]
            one.consumed += [
                o
                for o in (*g.objects(v), *counted)
                if g.pos[o] in ("NOUN", "PROPN")
                and (one.act in UNDOING or carrier_of(g, o, self.matcher.act_at) == (v, "support"))
            ]
        if one.act == "COOPERATE":  # "India and Oman held a drill": an exercise of both is no show of force
            drills = [
                o for o in slots.get("obj") if (told := self.code(o)) is not None and told.act == "MOBILIZE"
            ]
            one.consumed += drills
        if (one.act, one.mode) == ("RETREAT", "ceasefire"):  # "stopped shelling the town"
            one.consumed += [
                c for c in slots.get("comp") if (self.matcher.act_at(c) or ("",))[0] == "ASSAULT"
            ]
        if one.act == "AGREE" or entry.id in EXPECTED:  # "agreed to talks in Abuja", "called a conference"
            one.consumed += [o for o in slots.get("obj") if (self.matcher.act_at(o) or ("",))[0] == "CONSULT"]
        one.predicated = g.pos[v] == "ADJ"
        one.infinitive = any(g.lower[a] == "to" for a in g.auxiliaries(v))
        one.repeated = any(
            g.lemma[c] == "time" and g.all_children(c, "nummod")
            for c in g.all_children(v, "npadvmod", "dobj", "advmod")
        )
        one.explain(g)
        return one

    def _forgone(self, inner: tuple[str, str | None] | None, at: int | None) -> bool:
        """Whether the act told at a token below a promise is one of force or of penalty, and said not to be done."""
        return (
            at is not None
            and inner is not None
            and inner[0] in HOSTILE | {"MOBILIZE"}
            and self.g.is_negated(at)
        )

    def _not_to(self, slots: Slots, inner: tuple[str, str | None] | None) -> tuple[str, str | None]:
        """What one does by words of harm not done: gives his word (`vowed not to attack`) or warns (`warned Israel not to attack`)."""
        if self.g.lemma[slots.i] not in _CAUTIONS or not slots.get("obj"):
            return "AGREE", None
        return "THREATEN", "violence" if inner is not None and inner[0] == "ASSAULT" else None

    def _ordered_off(self, slots: Slots, entry: Entry, actors: list[Found]) -> list[Found] | None:
        """The people of others who are ordered away: `ordered US forces out of the base`; `None` where nobody is ordered away."""
        g, v = self.g, slots.i
        told = [*g.children[v], *(c for o in slots.get("obj") for c in g.children[o])]
        if not any(g.lower[c] in ("out", "off") and c > v for c in told):
            return None
        own = {f.actor.country for f in actors}
        found = self.roles.in_slot(slots, "obj", entry)
        return [f for f in found if f.actor.country is not None and f.actor.country not in own]

    def _by_crowd(self, slots: Slots, actors: list[Found]) -> bool:
        """Whether civilians take or close a place: `supporters stormed parliament`, `backers of Hezbollah blocked roads`."""
        doers = slots.get("subj")
        named = bool(doers) and all(self.g.lemma[s] in nouns()["crowd"] for s in doers)
        return (named and not any(f.actor.sector in ARMED for f in actors)) or self.roles.crowd(actors)

    def _on_a_day(self, act: str, v: int) -> bool:
        """Whether what one hopes to do, or translations say must be done, has its day: `hopes to visit Accra on Friday`."""
        g = self.g
        hoped = g.dep[v] == "xcomp" and g.lemma[g.head[v]] == "hope" and not g.is_negated(g.head[v])
        due = act == "CONSULT" and any(g.lower[a] == "must" for a in g.auxiliaries(v)) and not g.is_negated(v)
        if act not in COOPERATIVE or not (hoped or due):
            return False
        inside = range(g.left[v], g.right[v] + 1)
        times = [t for t in g.doc._.times or () if t.first in inside and t.kind != "vague"]
        return any(hoped or g.lower[t.first] == "on" or g.lower[t.first - 1] not in _LATEST for t in times)

    def _decided(self, entry: Entry, v: int) -> bool:
        """Whether a penalty or a ban is what somebody's decision was: `condemned the decision of Chad to expel two envoys`."""
        penal = entry.act in ("SANCTION", "REJECT") or (
            entry.act == "COERCE" and entry.mode not in ("arrest", "deport")
        )
        return penal and self.seeming.decision(v)

    def _judged(self, entry: Entry, slots: Slots) -> Judged:
        """Whether the act of a verb is told as done: by its clause, and by what the entry itself says of it."""
        g, v = self.g, slots.i
        words = slots.sense.rest if slots.sense is not None else ()
        judged = verb_status(g, v if g.is_verb(v) else g.head[v])
        if (
            g.dep[v] == "advcl"
            and g.tag[v] == "VBG"
            and entry.act not in SPOKEN
            and g.child(v, "mark") is None
        ):
            above = verb_status(g, g.head[v]) if g.is_verb(g.head[v]) else judged
            if judged.status == "actual" and above.status in ("future", "hypothetical"):
                judged = above  # "will hold talks with him, exchanging views on trade"
        if judged.status == "future" and entry.act in (*SPOKEN, "REQUEST") and g.dep[v] == "xcomp":
            if g.lemma[g.head[v]] in ("continue", "keep"):
                judged = Judged("actual", f"goes on: under {g.word[g.head[v]]!r}")
        if judged.why == NEGATION or judged.why.endswith("is negated"):
            if {"no", "not"} & set(words) and g.is_verb(v):
                judged = Judged("actual", "the negation belongs to the entry")  # "sees no reason to"
        if self._decided(entry, v) and judged.status == "future":
            judged = Judged("actual", "decided upon by who has the power")
        if "would" in words and judged.why.startswith(("would", "'would'")):
            judged = Judged("actual", "the wish belongs to the entry")  # "would like X to"
        if "will" in words and judged.why == "will":
            judged = Judged("actual", "the promise belongs to the entry")  # "will abide by the accord"
        if judged.status == "hypothetical" and self._on_a_day(entry.act, v):
            judged = Judged("future", "on a day that is set")
        if (
            entry.act in ("ASSAULT", "PROTEST")
            and g.dep[v] == "xcomp"
            and g.lemma[g.head[v]] in governors()["attempts"]
        ):
            judged = verb_status(g, g.head[v])  # CAMEO 185: an attempt to assassinate is an assault
        return judged

    def _noun(self, entry: Entry, slots: Slots) -> Coded | None:
        g, n, carrier = self.g, slots.i, slots.carrier
        frame = entry.frame
        if frame.reciprocal:
            actors = unique(
                [f for name in frame.actor for f in self.roles.in_slot(slots, name, entry, owner=False)]
            )
            if entry.act == "CONSULT" and len({f.actor.id for f in actors}) < 2:
                doers = slots.get("subj") if slots.support else []
                actors = self.contacts.named_together([*slots.get("prep:between"), *doers], actors)
            recipients: list[Found] = []
        else:
            names = frame.actor
            if slots.support and "subj" in names:  # the support verb's subject is the doer
                own = (
                    slots.get("poss") and "poss" in names and entry.act != "PROTEST"
                )  # "renewing its refusal": the group's, not the speaker's
                names = (
                    *(("poss",) if own else ()),
                    "subj",
                    *[x for x in names if x not in ("subj", "poss")],
                )
            actors = self.roles.fill(slots, names, entry, owner=False)
            if slots.support and carrier is not None:
                actors = unique([*actors, *self.roles.alongside(carrier, actors)])
            recipients = self.roles.fill(slots, frame.recipient, entry, but=actors)
            if not recipients and slots.support and carrier is not None:
                recipients = self.roles.fill(slots, ("iobj",), entry, but=actors)
            if slots.undergone and carrier is not None:
                # "died in a clash with Chinese troops"
                actors = actors or self.roles.fill(slots, ("prep:with",), entry, owner=False)
                recipients = without(self.roles.undergoers(carrier), actors) or recipients
        if entry.mode == "visit" and not actors and len(recipients) == 1:
            actors, recipients = self.roles.visitor(recipients[0])
        if entry.mode == "visit" and actors and not recipients and slots.get("poss"):
            recipients = self.roles.hosts(slots, actors)
        if entry.mode == "visit" and carrier is not None and not actors and not recipients:
            if self.roles.definite(n):
                actors, recipients = self.contacts.visited_before()
        own = bool(actors)
        if entry.act == "CONSULT" and carrier is None:
            actors = self.roles.with_clause(n, frame.reciprocal, actors, recipients)
        gathered = bool(actors) and not own and frame.reciprocal
        act, mode = entry.act, entry.mode
        consumed: list[int] = []
        below: Coded | None = None
        if entry.governs:
            inner, at = self.matcher.inner_of(slots, of_promise=entry.governs in PROMISES)
            kept = fulfilled(g, n)
            if at is not None and g.head[at] == n and kept is not None:
                if verb_status(g, kept).status in HAPPENED:
                    return None  # "carried out its threat to expel him": the deed is told
            consumed = self._consumed(slots, entry)
            below = self.code(at) if at is not None else None
            act, mode = _governed(entry, entry.governs, inner)
            if act == "THREATEN" and entry.act == "AGREE" and self._forgone(inner, at):
                act, mode = "AGREE", None  # "his promise not to strike first"
        met = at_the_wish(g, self.people, n) if carrier is None and act in ("REQUEST", "AGREE") else None
        if met is not None:
            return self._wish(entry, n, *met)
        deed = Deed(slots, entry, act, mode, actors, carrier, below)
        recipients = self.counterparts.named(deed, recipients)
        if act == "PROTEST":
            actors, recipients = self.roles.crowd_facing(actors, recipients)
        parties = len({f.actor.id for f in (*actors, *recipients)})
        confidence = 0.85 if carrier is not None else 0.75
        if carrier is None:
            if self.seeming.noun(entry, n) or in_protest(g, n):
                return self._refuse(n, "not told as done")
            by_deed = g.lemma[n] in nouns()["by_deed"] and g.all_children(n, "poss") and slots.get("prep:of")
            if entry.act in ("SUPPORT", "AGREE", "COOPERATE") and not slots.get("prep:by") and not by_deed:
                # good relations and support are spoken of far more often than given
                return self._refuse(n, "uncarried")
            if entry.act == "ASSAULT" and frame.reciprocal and g.lemma[n] in nouns()["carried_only"]:
                return self._refuse(n, "uncarried")
            if (
                not actors
                and entry.act in ("ASSAULT", "PROTEST", "COERCE")
                and g.dep[n] not in ("attr", "oprd")
            ):
                actors = self.roles.implied(entry, slots, entry.act, entry.mode, recipients)
                parties += bool(actors)
                if entry.act == "ASSAULT" and nameless(actors) and self.seeming.at_large(n):
                    return self._refuse(n, "not told as done")
            needs_two = entry.act not in ("RETREAT", "MOBILIZE") and not (
                entry.act == "CONSULT" and entry.mode == "visit" and slots.get("prep:to")
            )
            body = frame.reciprocal and bool(actors) and self.roles.assembly(actors)
            if entry.act == "CONSULT" and body and slots.get("prep:of"):
                needs_two = False  # "two meetings of the Contact Group"
            if (act, mode) == ("CONSULT", "third-party") and self.contacts.had_mediated(n):
                needs_two = False  # "a truce reached through Omani mediation"
            if entry.act == "CONSULT" and gathered:
                needs_two = False  # "at an emergency meeting in Jakarta, ASEAN ministers urged"
            if entry.act in ("ACCUSE", "REJECT", "SUPPORT", "REQUEST"):
                # "the Council's condemnation of the violence": who and of what, the whom left open
                needs_two = not (slots.get("prep:of") or slots.get("prep:for") or slots.get("prep:to"))
            if (
                entry.act in ("REJECT", "REQUEST", "THREATEN")
                and (slots.get("poss") or "prep:of" in frame.actor)
                and (slots.get("comp") or g.child(n, "acl"))
            ):
                needs_two = False  # "the generals' refusal to negotiate", "their threat to close the strait"
            if entry.act in ("ASSAULT", "COERCE") and slots.get("prep:by"):
                if witnessed(g, n) or slots.get("prep:of"):
                    needs_two = (
                        False  # "the seizure of its bases by Russian troops", "reported shelling by rebels"
                    )
            if parties < (2 if needs_two else 1) or not actors:
                if entry.act != "CONSULT" or not frame.reciprocal or actors:
                    return self._refuse(n, "uncarried parties")
                actors, told = self.contacts.told_before(n)
                mode = mode or told
                if not actors:
                    return self._refuse(n, "uncarried parties")
        passive = carrier is not None and slots.support and not g.subjects(carrier)
        if not actors and entry.mode == "multilateral" and carrier is not None:
            actors = self.contacts.hosts(n, carrier)
        if frame.reciprocal and parties < 2 and carrier is not None and g.lemma[carrier] in ("give", "grant"):
            return self._refuse(n, "one party")  # "gave an interview"
        body = bool(actors) and self.roles.assembly(actors)  # "the summit of NATO ended"
        alone = frame.reciprocal and parties < 2 and not body and not self.contacts.of_many([n])
        alone = alone and not (actors and self.contacts.of_sides(n))
        if (not slots.support or passive) and carrier is not None and alone:
            # "The talks will take place in Vienna": the contact told before, with its day or place
            if entry.act != "CONSULT" or self.contacts.not_of_its_place(n, actors):
                return self._refuse(n, "one party")
            actors, told = [], None
            if self.contacts.told_again(n):
                actors, told = self.contacts.told_last(n)
            actors = actors or self.contacts.of_the_story(n)
            mode = mode or told
            if not actors:
                return self._refuse(n, "one party")
            confidence = 0.55
        if not actors and carrier is not None:
            struck = entry.act == "ASSAULT" and bool(recipients) and strikes(g, carrier)
            if slots.undergone and not struck:
                return self._refuse(n, "no actor")
            actors = self.roles.implied(entry, slots, entry.act, entry.mode, recipients)
            confidence = 0.6
        if not actors:
            return self._refuse(n, "no actor")
        if (
            frame.reciprocal
            and carrier is not None
            and slots.support
            and parties < 2
            and not self.roles.plural(slots, actors)
        ):
            confidence -= 0.15
        if not recipients and carrier is not None:
            recipients = self.counterparts.at_home(replace(deed, actors=actors))
        recipients = self.roles.placed(recipients, n, act, actors if act != "ASSAULT" else [])
        if act == "CONSULT" and mode is None and self.roles.assembly(actors):
            mode = "multilateral"
        if act == "ASSAULT" and mode is None and self.roles.in_words(n, actors, recipients):
            act, mode = "ACCUSE", "disapprove"
        judged = noun_status(g, n, carrier, support=slots.support, act=entry.act)
        if judged.status == "hypothetical" and carrier is not None and self._on_a_day(entry.act, carrier):
            judged = Judged("future", "on a day that is set")
        if judged.status == "hypothetical" and carrier is None:
            return self._refuse(n, "not told as done")
        why = [f"entry {entry.id} ({entry.file}:{entry.line})"]
        if carrier is not None:
            why.append(f"{g.word[n]!r} is carried by {g.word[carrier]!r}")
        one = Coded(
            entry.id, act, mode, n, carrier, judged, actors, recipients, "noun", confidence, why, consumed
        )
        one.explain(g)
        return one

    def _wish(self, entry: Entry, n: int, askers: list[Found], asked: list[Found], v: int) -> Coded:
        """The wish that a noun tells and the clause of the verb at `v` meets: `met at the request of Warsaw`."""
        g = self.g
        done = self.code(v) or next((c for o in g.objects(v) if (c := self.code(o)) is not None), None)
        mode = None
        if entry.act == "REQUEST" and done is not None:
            mode = "assist" if done.act == "MOBILIZE" else governed("request", (done.act, done.mode))[1]
        why = [f"entry {entry.id} ({entry.file}:{entry.line})", f"met by {g.word[v]!r}"]
        judged = Judged("actual", "the wish was met")
        one = Coded(entry.id, entry.act, mode, n, None, judged, askers, asked, "noun", 0.7, why, met=True)
        one.explain(g)
        return one

    def _consumed(self, slots: Slots, entry: Entry) -> list[int]:
        """Predicates inside the governed clause: demanded, refused, alleged or promised, not told as done."""
        g = self.g
        tops = list(slots.get("comp"))
        if entry.governs:
            tops += slots.get("obj") + slots.get("prep:for") + slots.get("prep:to") + slots.get("prep:on")
            if slots.get("comp") and g.tag[slots.i] in (
                "VBZ",
                "VBD",
            ):  # "urges Chad to stop, and [free] them"
                tops += [
                    c
                    for c in g.all_children(slots.i, "conj", "dep")
                    if g.tag[c] == "VB" and g.child(c, "nsubj", "aux") is None
                ]
        elif entry.mode == "allege":
            tops += slots.get("prep:of") + slots.get("prep:over")
            tops += [c for o in slots.get("obj") for c in g.complements(o)]  # "accused [rebels of ambushing]"
        out: list[int] = []
        for top in tops:
            stack = (
                [top] if top != slots.i and not self.said.or_else(top) else []
            )  # "received threats": the object is the act itself
            while stack:
                i = stack.pop()
                out.append(i)
                stack += [
                    c
                    for c in g.children[i]
                    if g.dep[c] != "relcl"
                    and c != slots.i
                    and not self.seeming.amid(c)
                    and not self.seeming.meanwhile(c)
                    and not self.seeming.decision(c)
                    and not self.seeming.gone_before(c)
                    and not self.said.or_else(c)
                ]
        return out


def _governed(entry: Entry, kind: str, inner: tuple[str, str | None] | None) -> tuple[str, str | None]:
    """Act and mode of an entry that governs another act (`inner`): its own where that is not told."""
    if inner is None:
        act, mode = governed(kind, None)
        return (act, mode) if entry.mode is None and act == entry.act else (entry.act, entry.mode)
    return governed(kind, inner)
