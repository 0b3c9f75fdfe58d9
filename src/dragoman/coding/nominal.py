"""Acts told by nouns: who is in them, and whether a noun alone, or with the verb that carries it, tells one at all."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.asked import at_the_wish
from dragoman.coding.below import in_protest
from dragoman.coding.bench import Bench
from dragoman.coding.carriers import strikes, witnessed
from dragoman.coding.coded import Coded, Reason
from dragoman.coding.counterparts import Deed
from dragoman.coding.drafts import Draft
from dragoman.coding.governing import consumed, forgone, governing
from dragoman.coding.judging import judge_noun
from dragoman.coding.lexicon import PROMISES, Entry
from dragoman.coding.ontology import governed
from dragoman.coding.participants import Found, nameless, nouns, unique, without
from dragoman.coding.slots import Slots
from dragoman.coding.status import HAPPENED, Judged, fulfilled, verb_status


class Nominal:
    """Codes the nouns of one doc."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.g = bench, bench.g
        self.roles, self.counterparts, self.contacts = bench.roles, bench.counterparts, bench.contacts

    def act(self, entry: Entry, slots: Slots) -> Coded | None:
        """The act of an entry whose sense holds of the noun of some slots; `None` where it tells none."""
        g, n, carrier, frame = self.g, slots.i, slots.carrier, entry.frame
        draft = Draft.of(entry, slots)
        self._fill(draft)
        own = bool(draft.actors)
        if entry.act == "CONSULT" and carrier is None:
            draft.actors = self.roles.with_clause(n, frame.reciprocal, draft.actors, draft.recipients)
        gathered = bool(draft.actors) and not own and frame.reciprocal
        if entry.governs and not self._govern(draft):
            return None  # "carried out its threat to expel him": the deed is told
        if carrier is None and draft.act in ("REQUEST", "AGREE"):
            met = at_the_wish(g, self.bench.people, n)
            if met is not None:
                return self._wish(entry, n, *met)
        deed = Deed(slots, entry, draft.act, draft.mode, draft.actors, carrier, draft.below)
        draft.recipients = self.counterparts.named(deed, draft.recipients)
        if draft.act == "PROTEST":
            draft.actors, draft.recipients = self.roles.crowd_facing(draft.actors, draft.recipients)
        parties = draft.parties()
        draft.confidence = 0.85 if carrier is not None else 0.75
        reason = self._bare(draft, gathered=gathered) if carrier is None else self._carried(draft, parties)
        if reason is not None:
            return self.bench.refuse(n, reason)
        if frame.reciprocal and carrier is not None and slots.support and parties < 2:
            if not self.roles.plural(slots, draft.actors):
                draft.confidence -= 0.15
        if not draft.recipients and carrier is not None:
            draft.recipients = self.counterparts.at_home(replace(deed, actors=draft.actors))
        doing = draft.actors if draft.act != "ASSAULT" else []
        draft.recipients = self.roles.placed(draft.recipients, n, draft.act, doing)
        if draft.act == "CONSULT" and draft.mode is None and self.roles.assembly(draft.actors):
            draft.mode = "multilateral"
        if draft.act == "ASSAULT" and draft.mode is None:
            if self.roles.in_words(n, draft.actors, draft.recipients):
                draft.recast("ACCUSE", "disapprove")
        draft.judged = judge_noun(g, entry.act, slots)
        if draft.judged.status == "hypothetical" and carrier is None:
            return self.bench.refuse(n, "not told as done")
        if carrier is not None:
            draft.why.append(f"{g.word[n]!r} is carried by {g.word[carrier]!r}")
        one = draft.coded("noun", carrier)
        one.explain(g)
        return one

    def _fill(self, draft: Draft) -> None:
        """Fill the frame of an entry from the slots of its noun and of the verb that carries it."""
        entry, slots, frame, carrier = draft.entry, draft.slots, draft.entry.frame, draft.slots.carrier
        if frame.reciprocal:
            draft.actors = unique(
                [f for name in frame.actor for f in self.roles.in_slot(slots, name, entry, owner=False)]
            )
            if entry.act == "CONSULT" and len({f.actor.id for f in draft.actors}) < 2:
                doers = slots.get("subj") if slots.support else []
                draft.actors = self.contacts.named_together(
                    [*slots.get("prep:between"), *doers], draft.actors
                )
        else:
            draft.actors = self.roles.fill(slots, _actor_slots(entry, slots), entry, owner=False)
            if slots.support and carrier is not None:
                draft.actors = unique([*draft.actors, *self.roles.alongside(carrier, draft.actors)])
            draft.recipients = self.roles.fill(slots, frame.recipient, entry, but=draft.actors)
            if not draft.recipients and slots.support and carrier is not None:
                draft.recipients = self.roles.fill(slots, ("iobj",), entry, but=draft.actors)
            if slots.undergone and carrier is not None:
                # "died in a clash with Chinese troops"
                draft.actors = draft.actors or self.roles.fill(slots, ("prep:with",), entry, owner=False)
                hurt = without(self.roles.undergoers(carrier), draft.actors)
                draft.recipients = hurt or draft.recipients
        draft.actors = self.contacts.of_both(slots.get("prep:between"), draft.actors)
        if entry.mode == "visit":
            self._find_visit(draft)

    def _find_visit(self, draft: Draft) -> None:
        """Find the visitor or the host where the noun names one of them only, or none."""
        slots = draft.slots
        if not draft.actors and len(draft.recipients) == 1:
            draft.actors, draft.recipients = self.roles.visitor(draft.recipients[0])
        if draft.actors and not draft.recipients and slots.get("poss"):
            draft.recipients = self.roles.hosts(slots, draft.actors)
        if slots.carrier is not None and not draft.actors and not draft.recipients:
            if self.roles.definite(slots.i):
                draft.actors, draft.recipients = self.contacts.visited_before()

    def _govern(self, draft: Draft) -> bool:
        """Let the act that a noun governs say what is demanded, refused or promised; whether it is told as no more than that."""
        g, n, entry, slots = self.g, draft.slots.i, draft.entry, draft.slots
        inner, at = self.bench.matcher.inner_of(slots, of_promise=entry.governs in PROMISES)
        kept = fulfilled(g, n)
        if at is not None and g.head[at] == n and kept is not None:
            if verb_status(g, kept).status in HAPPENED:
                return False
        draft.consumed = consumed(self.bench, slots, entry)
        draft.below = self.bench.code(at) if at is not None else None
        assert entry.governs is not None
        draft.recast(*governing(entry, entry.governs, inner))
        if draft.act == "THREATEN" and entry.act == "AGREE" and forgone(g, inner, at):
            draft.recast("AGREE", None)  # "his promise not to strike first"
        return True

    def _bare(self, draft: Draft, *, gathered: bool) -> Reason | None:
        """Why a noun that no verb carries tells no act; `None` where it tells one. `gathered`: by those of the clause around."""
        g, n, entry, slots, frame = self.g, draft.slots.i, draft.entry, draft.slots, draft.entry.frame
        if self.bench.seeming.noun(entry, n) or in_protest(g, n):
            return "not told as done"
        by_deed = g.lemma[n] in nouns()["by_deed"] and g.all_children(n, "poss") and slots.get("prep:of")
        if entry.act in ("SUPPORT", "AGREE", "COOPERATE") and not slots.get("prep:by") and not by_deed:
            return "uncarried"  # good relations and support are spoken of far more often than given
        if entry.act == "ASSAULT" and frame.reciprocal and g.lemma[n] in nouns()["carried_only"]:
            return "uncarried"
        parties = draft.parties()
        implied = entry.act in ("ASSAULT", "PROTEST", "COERCE") and g.dep[n] not in ("attr", "oprd")
        if not draft.actors and implied:
            draft.actors = self.roles.implied(entry, slots, entry.act, entry.mode, draft.recipients)
            parties += bool(draft.actors)
            if entry.act == "ASSAULT" and nameless(draft.actors) and self.bench.seeming.at_large(n):
                return "not told as done"
        needed = 2 if self._needs_two(draft, gathered=gathered) else 1
        if draft.actors and parties >= needed:
            return None
        if entry.act != "CONSULT" or not frame.reciprocal or draft.actors:
            return "uncarried parties"
        draft.actors, told = self.contacts.told_before(n)
        draft.mode = draft.mode or told
        return None if draft.actors else "uncarried parties"

    def _needs_two(self, draft: Draft, *, gathered: bool) -> bool:
        """Whether a noun that no verb carries tells an act only where two parties are told."""
        g, n, entry, slots = self.g, draft.slots.i, draft.entry, draft.slots
        if entry.act == "CONSULT":
            body = entry.frame.reciprocal and bool(draft.actors) and self.roles.assembly(draft.actors)
            if body and slots.get("prep:of"):
                return False  # "two meetings of the Contact Group"
            if gathered:
                return False  # "at an emergency meeting in Jakarta, ASEAN ministers urged"
        if (draft.act, draft.mode) == ("CONSULT", "third-party") and self.contacts.had_mediated(n):
            return False  # "a truce reached through Omani mediation"
        if entry.act in ("REJECT", "REQUEST", "THREATEN"):
            owned = slots.get("poss") or "prep:of" in entry.frame.actor
            if owned and (slots.get("comp") or g.child(n, "acl")):
                return False  # "the generals' refusal to negotiate", "their threat to close the strait"
        if entry.act in ("ACCUSE", "REJECT", "SUPPORT", "REQUEST"):
            # "the Council's condemnation of the violence": who and of what, the whom left open
            return not (slots.get("prep:of") or slots.get("prep:for") or slots.get("prep:to"))
        if entry.act in ("ASSAULT", "COERCE") and slots.get("prep:by"):
            # "the seizure of its bases by Russian troops", "reported shelling by rebels"
            if witnessed(g, n) or slots.get("prep:of"):
                return False
        visit = entry.act == "CONSULT" and entry.mode == "visit" and slots.get("prep:to")
        return entry.act not in ("RETREAT", "MOBILIZE") and not visit

    def _carried(self, draft: Draft, parties: int) -> Reason | None:
        """Why a noun that a verb carries tells no act all the same; `None` where it tells one."""
        g, n, entry, slots, frame = self.g, draft.slots.i, draft.entry, draft.slots, draft.entry.frame
        carrier = slots.carrier
        assert carrier is not None
        if not draft.actors and entry.mode == "multilateral":
            draft.actors = self.contacts.hosts(n, carrier)
        if frame.reciprocal and parties < 2 and g.lemma[carrier] in ("give", "grant"):
            return "one party"  # "gave an interview"
        body = bool(draft.actors) and self.roles.assembly(draft.actors)  # "the summit of NATO ended"
        alone = frame.reciprocal and parties < 2 and not body and not self.contacts.of_many([n])
        alone = alone and not (draft.actors and self.contacts.of_sides(n))
        passive = slots.support and not g.subjects(carrier)
        if alone and (passive or not slots.support) and not self._told_again(draft):
            return "one party"
        if not draft.actors:
            struck = entry.act == "ASSAULT" and bool(draft.recipients) and strikes(g, carrier)
            if slots.undergone and not struck:
                return "no actor"
            draft.actors = self.roles.implied(entry, slots, entry.act, entry.mode, draft.recipients)
            draft.confidence = 0.6
        return None if draft.actors else "no actor"

    def _told_again(self, draft: Draft) -> bool:
        """Whether a contact is the one told before, with its day or place: `The talks will take place in Vienna`."""
        n = draft.slots.i
        if draft.entry.act != "CONSULT" or self.contacts.not_of_its_place(n, draft.actors):
            return False
        actors, told = self.contacts.told_last(n) if self.contacts.told_again(n) else ([], None)
        draft.actors = actors or self.contacts.of_the_story(n)
        draft.mode = draft.mode or told
        draft.confidence = 0.55
        return bool(draft.actors)

    def _wish(self, entry: Entry, n: int, askers: list[Found], asked: list[Found], v: int) -> Coded:
        """The wish that a noun tells and the clause of the verb at `v` meets: `met at the request of Warsaw`."""
        g, code = self.g, self.bench.code
        done = code(v) or next((c for o in g.objects(v) if (c := code(o)) is not None), None)
        mode = None
        if entry.act == "REQUEST" and done is not None:
            mode = "assist" if done.act == "MOBILIZE" else governed("request", (done.act, done.mode))[1]
        why = [entry.origin, f"met by {g.word[v]!r}"]
        judged = Judged("actual", "the wish was met")
        one = Coded(entry.id, entry.act, mode, n, None, judged, askers, asked, "noun", 0.7, why, met=True)
        one.explain(g)
        return one


def _actor_slots(entry: Entry, slots: Slots) -> tuple[str, ...]:
    """The slots in which the doers of a nominal act are looked for: first the subject of the verb that supports it."""
    names = entry.frame.actor
    if not slots.support or "subj" not in names:
        return names
    # "renewing its refusal": the group's, not the speaker's
    own = slots.get("poss") and "poss" in names and entry.act != "PROTEST"
    others = [x for x in names if x not in ("subj", "poss")]
    return (*(("poss",) if own else ()), "subj", *others)
