"""A party's label for a group: by whom, since when ("recognised as terrorist in X and Y")."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Final

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.datafiles import shipped_yaml
from dragoman.facts.people import People
from dragoman.language import layout_of
from dragoman.schema import Designation, Participant, Time

_LABEL: Final = re.compile(
    r"\b(?:terrorists?|extremists?)\b(?:\W{1,2}(?:organi[sz]ations?|groups?|entit(?:y|ies)|movements?|lists?))?"
    r"|\bterror (?:groups?|organi[sz]ations?|outfits?|entit(?:y|ies)|lists?|blacklists?|movements?)\b",
    re.IGNORECASE,
)
_LIST: Final = re.compile(
    r"\b(?:terror(?:ist|ism)?|extremist)s?\W+(?:[\w-]+ )?(?:lists?|blacklists?|register|designations?)\b"
    r"|\b(?:lists?|blacklists?|register) of (?:[\w'’-]+ ){0,3}(?:terrorist|terror\b|terrorism|extremist|states?.sponsor)"
    r"|\bstates?.sponsors? of terror|\bsponsors? of terrorism",
    re.IGNORECASE,
)
_SPONSOR: Final = re.compile(r"\bstates?.sponsors?\b|\bsponsors? of (?:state )?terror", re.IGNORECASE)
_STATE: Final = re.compile(r"\bterror(?:ist)? (?:state|regime|country)\b", re.IGNORECASE)
_TARGETS: Final = frozenset(
    {
        "armed group",
        "party",
        "non-governmental organisation",
        "person",
        "company",
        "government body",
        "unnamed",
    }
)
_AFTER_AS: Final = re.compile(
    r"\W+(?:an? )?(?:[\w-]+ ){0,2}?(?:terror|terrorist|extremist)s? ?\w*", re.IGNORECASE
)
_PARENTHESIS: Final = re.compile(r"[(\[][^()\[\]]{5,160}[)\]]")
_BANNED: Final = (
    "ban",
    "forbid",
    "prohibit",
    "outlaw",
    "recogni",
    "designat",
    "proscrib",
    "listed",
    "labelled",
)
_GROUPS: Final = frozenset(
    {"armed group", "party", "non-governmental organisation", "company", "government body"}
)
_KINDS: Final = frozenset(
    {"group", "movement", "organisation", "organization", "network", "militia", "faction"}
)
_GROUP: Final = re.compile(
    r"\W*(?:(?:movement|group|organi[sz]ation|militants?|network|party|forces?)\W*)?", re.IGNORECASE
)
_OPEN: Final = frozenset({"would", "could", "may", "might", "should", "will", "can", "must", "shall", "to"})
_LISTS: Final = frozenset({"list", "blacklist", "register"})
_NEXT: Final = 3  # characters between a group's kind and its name
_ON: Final = frozenset({"on", "to", "in", "onto", "into", "among"})
_RULING: Final = frozenset({"GOV", "IGO", "LEG", "JUD", "MIL", "COP", "SPY"})


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The words of `data/designation_words.yml`."""
    raw = shipped_yaml(resources.files("dragoman.facts") / "data" / "designation_words.yml")
    return {name: frozenset(those) for name, those in raw.items() if name != "__line__"}


class Designations:
    """Designations of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.people = People(doc)
        self.g = self.people.g
        self.found: list[Designation] = []
        self._group_ids = {a.id for m in self.people.mentions.items for a in m.actors if a.kind in _GROUPS}

    def run(self) -> list[Designation]:
        """All designations in the body, in text order."""
        g = self.g
        for block in layout_of(self.doc).blocks:
            if block.kind != "body":
                continue
            text = g.text[block.start : block.end]
            if not _LABEL.search(text) and not _LIST.search(text):
                continue
            for match in _PARENTHESIS.finditer(g.text, block.start, block.end):
                self._parenthesis(match)
            for i in range(g.n):
                if block.start <= g.start[i] < block.end:
                    self._at(i)
        self.found.sort(key=lambda d: d.evidence)
        return [d.model_copy(update={"id": f"d{k}"}) for k, d in enumerate(self.found, 1)]

    def _at(self, i: int) -> None:
        g, lemma = self.g, self.g.lemma[i]
        lists = words()
        if lemma == "include" and self.found and any(g.lemma[k] in _LISTS for k in g.subjects(i)):
            targets = [p for k in g.objects(i) for p in self._called(k)]  # "the list also includes"
            self._all(targets, self.found[-1].by, g.sentence_span(i), "designation.list")
        elif (
            g.pos[i] in ("VERB", "ADJ")
            and g.dep[i] not in ("amod", "compound")
            and (lemma in lists["labelling"] or lemma in lists["listing"] or lemma in lists["banning"])
        ):
            self._verb(i)
        elif lemma == "designate" and g.dep[i] in ("amod", "compound"):
            self._designated(i)
        elif lemma == "be" or lemma in ("remain", "stay", "feature", "appear"):
            self._listed(i)
        elif g.pos[i] == "NOUN" and lemma in lists["nouns"]:
            self._noun(i)

    def _parenthesis(self, match: re.Match[str]) -> None:
        """`X (terrorist group banned in Russia)`: a label an editor put beside a name."""
        inside = match.group(0).lower()
        if not any(w in inside for w in _BANNED):
            return
        by = self._states(match.start(), match.end())
        target = self._before(match.start())
        if by and target is not None:
            start = target.span[0] if target.span else match.start()
            self._add(target, by, (start, match.end()), "designation.parenthesis")

    def _before(self, offset: int) -> Participant | None:
        """The group named right before an offset."""
        best: Participant | None = None
        for m in self.people.mentions.items:
            if m.end <= offset and _GROUP.fullmatch(self.g.text, m.end, offset):
                for a in m.actors:
                    if a.kind in _TARGETS:
                        best = Participant.of(a, (m.start, m.end))
        return best

    def _states(self, start: int, end: int) -> list[Participant]:
        """States and organisations named in a stretch: mentions, and places that are states."""
        out = {p.id: p for p in self.people.within(start, end) if self._can_designate(p)}
        for place in self.doc._.places or ():
            if start <= place.start and place.end <= end and place.place.country:
                state = knowledge_base().state(place.place.country)
                if state is not None and state.name == place.place.name:
                    out.setdefault(
                        state.id,
                        Participant.of(state, (place.start, place.end)),
                    )
        return sorted(out.values(), key=lambda p: p.span or (0, 0))

    def _can_designate(self, p: Participant) -> bool:
        return p.sector in _RULING or (p.sector is None and p.country is not None)

    def _verb(self, i: int) -> None:
        """`designated X a terrorist group`, `put X on its terrorist list`, `banned X as extremist`."""
        g = self.g
        label = self._label(i)
        if label is None or self._is_open(i):
            return
        first, last = label
        start, end = g.sentence_span(i)
        targets = self._targets(i, first)
        intransitive = not g.is_passive(i) and not targets
        by = [p for k in g.subjects(i) for p in self.people.at(k)]
        if intransitive:
            # translationese drops the auxiliary: "The group recognized as a terrorist organization by"
            targets, by = by, []
            if not any(p.sector not in _RULING for p in targets):
                return
        if not by and g.dep[i] == "acl":  # "the Saudi decision to list it"
            by = self.people.around(g.head[i], "of", "by")
        by = [b for b in by if self._can_designate(b)] or self._owner(i, first, last)
        if not by and (g.is_passive(i) or intransitive):
            by = [s for s in self._states(g.end[i], end) if s.id not in {t.id for t in targets}]
        self._all(targets, by, (start, end), "designation.verb", (g.start[min(i, first)], g.end[last]))

    def _targets(self, verb: int, label: int) -> list[Participant]:
        """Who gets the label: the object, the subject of a clause without a verb, or whom a part or kind of group stands for."""
        g = self.g
        heads = [k for k in g.objects(verb) if k != label and not self._is_label(k)]
        if not heads:  # "declared the army a terrorist organisation"
            heads = [
                m
                for c in g.children[verb]
                if g.dep[c] in ("ccomp", "xcomp", "oprd")
                for k in g.all_children(c, "nsubj")
                if k > verb
                for m in g.noun_conjuncts(k)
            ]
        out: list[Participant] = []
        for k in heads:
            out += [p for p in self._called(k) if p.id not in {x.id for x in out}]
        if heads and g.dep[label] == "conj":
            out += self.people.within(g.start[g.left[label]], g.end[label])
        elif (g.lower[label] == "as" and label > g.right[heads[-1] if heads else verb] + 1) or g.head[
            label
        ] != verb:
            named = self._groups(g.end[verb], g.start[label])  # a long list, told as appositions
            out = named if len(named) > len(out) else out
        if (
            not any(p.id in self._group_ids for p in out)
            and g.tag[verb] == "VBN"
            and g.dep[verb] in ("acl", "advcl")
        ):
            out = self._groups(g.start[g.sents[g.sent[verb]][0]], g.start[verb])[
                -1:
            ]  # "X of the deposed Y, designated"
        return out

    def _groups(self, start: int, end: int) -> list[Participant]:
        """The groups named in a stretch, in text order."""
        return [p for p in self.people.within(start, end) if p.id in self._group_ids]

    def _called(self, k: int) -> list[Participant]:
        """The actors that a noun names, itself or by what stands beside it: `the military wing of X`, `a group which`."""
        g = self.g
        if g.lemma[k] in words()["parts"]:
            whole = [*g.prep_objects(k, "of"), *g.all_children(k, "poss", "compound", "nmod")]
            return [p for m in whole if m != k for p in self._called(m)]
        beside = [m for c in g.all_children(k, "appos") for m in g.noun_conjuncts(c)]
        if g.pos[k] != "PROPN":
            if g.lemma[k] in _KINDS and g.dep[k] == "appos":  # "a leader of X, a group which"
                named = self._groups(g.sentence_span(k)[0], g.start[k])[-1:]
                if named:
                    return named
            if g.dep[k] == "appos":
                beside.append(g.head[k])
            elif g.dep[k] == "attr":
                beside += g.subjects(g.head[k])
            named = [p for m in beside if g.pos[m] == "PROPN" for p in self.people.at(m)]
            if named:
                return named
        return self.people.at(k)

    def _is_label(self, k: int) -> bool:
        """Whether a noun is the label itself: `designated terrorist groups`."""
        g = self.g
        return bool(_LABEL.search(g.text[g.start[g.left[k]] : g.end[k]])) and not self.people.at(k)

    def _label(self, i: int) -> tuple[int, int] | None:
        """First and last token of the terrorist label that hangs on a verb: `as`, predicate, or `on its list of`."""
        g, lists = self.g, words()
        lemma = g.lemma[i]
        last = g.right[i]
        text = g.text[slice(*g.sentence_span(i))]
        if not _LABEL.search(text) and not _LIST.search(text):
            return None
        if lemma in lists["listing"]:
            near = [k for c in g.children[i] for k in (c, *(g.children[c] if g.pos[c] == "ADV" else ()))]
            for c in near:  # "put it back on the list"
                if g.dep[c] in ("prep", "dative", "prt") and g.lower[c] in _ON:
                    if _LIST.search(g.text[g.start[c] : g.end[g.right[c]]]):
                        return c, g.right[c]
        if lemma not in lists["labelling"] and lemma not in lists["banning"]:
            if _LIST.search(text) and lemma in ("put", "place", "return", "restore", "add", "include"):
                found = _LIST.search(g.text, g.start[i], g.end[last])
                if found is not None:  # the list hangs on the object: "put X back on the list"
                    inside = [k for k in range(i, last + 1) if found.start() <= g.start[k] < found.end()]
                    return (inside[0], last) if inside else None
            return None
        for c in g.children[i]:
            if c < i or g.dep[c] in ("punct", "advcl", "nsubj", "nsubjpass", "aux", "auxpass", "cc", "conj"):
                if not (g.dep[c] == "advcl" and any(g.lower[k] == "as" for k in g.children[c])):
                    continue
            if self._says_label(c):
                return c, g.right[c]
            for k in (*g.all_children(c, "oprd", "attr", "appos"), *g.all_children(c, "prep")):
                if (g.dep[k] != "prep" or g.lower[k] == "as") and self._says_label(k):
                    return k, g.right[k]
        for k in range(i + 1, g.sents[g.sent[i]][1]):  # a long list of names before the label
            if g.lower[k] == "as" and _AFTER_AS.match(g.text, g.end[k]):
                return k, min(k + 3, g.sents[g.sent[i]][1] - 1)
            if g.tag[k] in ("VBD", "VBZ", "VBP", "MD") or g.lower[k] in (";", "that"):
                break
        for k in g.objects(i):  # "designated X, Y and Z terrorist groups", taken for one list
            if g.dep[k] == "conj" and k > i and _LABEL.search(g.text[g.start[g.left[k]] : g.end[k]]):
                return k, k
        return None

    def _says_label(self, c: int) -> bool:
        """Whether a phrase is a label: it ends with it, or is `as` with one."""
        g = self.g
        if g.dep[c] == "prep":
            if g.lower[c] not in ("as", "on", "among", "under", "for", "of", "with"):
                return False
            inside = [k for k in g.children[c] if g.dep[k] in ("pobj", "amod", "pcomp", "acomp")]
            if g.lower[c] == "as":
                if not inside:  # its noun was taken for the subject of what follows
                    return bool(_AFTER_AS.match(g.text, g.end[c]))
                return any(self._is_predicate(k) for k in inside)
            return g.lower[c] in ("on", "among") and bool(
                _LIST.search(g.text[g.start[c] : g.end[g.right[c]]])
            )
        return self._is_predicate(c)

    def _is_predicate(self, k: int) -> bool:
        """Whether a noun or adjective calls somebody terrorist: `a terrorist organisation`, `extremist`, `terrorists`."""
        g = self.g
        before = g.text[g.start[g.left[k]] : g.end[k]]
        if self.people.at(k) and g.dep[k] in ("dobj", "nsubj", "nsubjpass"):
            return False
        tail = g.text[g.start[k] : g.end[g.right[k]]]
        return bool(_LABEL.search(before) or (_SPONSOR.search(before + tail) and "sponsor" in before + tail))

    def _owner(self, verb: int, first: int, last: int) -> list[Participant]:
        """Whose the list is: `the EU terror list`, `its list`, `the list of the United States`."""
        g = self.g
        for k in range(first, last + 1):
            if g.lemma[k] in ("list", "blacklist", "register"):
                by = [p for p in self.people.around(k, "of", "in", "by", "from") if self._can_designate(p)]
                if by:
                    return by
        return []

    def _is_open(self, i: int) -> bool:
        """Whether the act is not told as done: denied, possible, asked for, warned of."""
        g = self.g
        top = i
        while (
            g.dep[top] == "conj"
            and g.is_verb(g.head[top])
            and not any(g.dep[c] in ("aux", "nsubj", "nsubjpass") for c in g.children[top])
        ):
            top = g.head[top]
        if g.is_negated(top) or g.is_negated(i):
            return True
        helps = {g.lower[a] for a in g.auxiliaries(top)} | {g.lower[c] for c in g.all_children(top, "aux")}
        if (helps - {"to"}) & _OPEN or any(
            g.lower[c] in ("if", "whether", "unless") for c in g.all_children(top, "mark")
        ):
            return True
        up = g.head[top]
        if g.dep[top] in ("csubj", "csubjpass") or (g.dep[top] == "pcomp" and self._unsettled(up)):
            return True
        if g.dep[top] == "xcomp" and g.tag[top] == "VBG" and g.lemma[up] not in words()["settled"]:
            return True  # considers listing it
        infinitive = "to" in helps
        if not infinitive or up == top:
            return False
        if g.lemma[up] in words()["settled"]:
            return g.is_negated(up) or bool({g.lower[a] for a in g.auxiliaries(up)} & _OPEN)
        return True

    def _unsettled(self, preposition: int) -> bool:
        """Whether a gerund after a preposition is only asked for, feared or talked of: `warned against`, `called for`."""
        g = self.g
        if g.lower[preposition] in words()["unsettled prepositions"]:
            return True
        return g.lower[preposition] == "for" and g.lemma[g.head[preposition]] in words()["asking"]

    def _designated(self, i: int) -> None:
        """`the US-designated terrorist group Hezbollah`."""
        g = self.g
        by = [p for c in g.children[i] if c < i for p in self.people.at(c) if self._can_designate(p)]
        head = g.head[i]
        text = g.text[g.start[i] : g.end[head]]
        after = next((m for m in self.people.mentions.items if 0 <= m.start - g.end[head] <= _NEXT), None)
        if by and after is not None and _LABEL.search(text):
            targets = self.people.within(after.start, after.end)
            self._all(targets, by, g.sentence_span(i), "designation.adjective", (g.start[i], g.end[head]))

    def _listed(self, be: int) -> None:
        """`X is on the EU's terrorist list`, `X is a designated terrorist group in Canada`."""
        g = self.g
        start, end = g.clause(be)
        if not _LIST.search(g.text, start, end) and "designated" not in g.text[start:end]:
            return
        if self._is_open(be):
            return
        targets = [p for k in g.subjects(be) for p in self._called(k)]
        for c in g.children[be]:
            if c < be:
                continue
            phrase = g.text[g.start[g.left[c]] : g.end[g.right[c]]]
            if g.dep[c] == "prep" and g.lower[c] in ("on", "in", "among") and _LIST.search(phrase):
                by = self._owner(be, c, g.right[c])
                self._all(
                    targets, by, g.sentence_span(be), "designation.listed", (g.start[be], g.end[g.right[c]])
                )
            elif g.dep[c] == "attr" and "designated" in phrase and _LABEL.search(phrase):
                by = [p for p in self._states(g.end[be], end) if p.id not in {t.id for t in targets}]
                self._all(
                    targets, by, g.sentence_span(be), "designation.listed", (g.start[be], g.end[g.right[c]])
                )

    def _noun(self, i: int) -> None:
        """`Canada's designation of X as a terrorist organisation`, `the inclusion of X in the EU terrorist list`."""
        g = self.g
        phrase = g.text[g.start[i] : g.end[g.right[i]]]
        if not _LABEL.search(phrase) and not _LIST.search(phrase):
            return
        verb = g.verb_over(i)
        if g.lemma[g.head[i]] in words()["asking"]:
            return
        if g.is_verb(verb) and (
            self._is_open(verb) or g.lemma[verb] in words()["asking"] | words()["ending"]
        ):
            return
        if any(g.lower[c] in ("possible", "potential", "no", "any") for c in g.children[i]):
            return
        targets = [p for k in g.prep_objects(i, "of") for p in self._called(k)]
        by = [p for p in self.people.around(i, "by") if self._can_designate(p)]
        by = by or self._owner(i, i, g.right[i])
        self._all(targets, by, g.sentence_span(i), "designation.noun", (g.start[i], g.end[g.right[i]]))

    def _all(
        self,
        targets: list[Participant],
        by: list[Participant],
        evidence: tuple[int, int],
        rule: str,
        words_: tuple[int, int] | None = None,
    ) -> None:
        """Write down a label for each target that is not one of those who give it."""
        for target in targets:
            if by and target.id not in {b.id for b in by}:
                self._add(target, by, evidence, rule, words_)

    def _add(
        self,
        target: Participant,
        by: list[Participant],
        evidence: tuple[int, int],
        rule: str,
        words_: tuple[int, int] | None = None,
    ) -> None:
        text = self.g.text[slice(*(words_ or evidence))]
        lower = text.lower()
        label = (
            "extremist organisation"
            if "extremist" in lower and "terror" not in lower
            else "terrorist organisation"
        )
        if target.id == target.country:
            if _SPONSOR.search(text):
                label = "state sponsor of terrorism"
            elif _STATE.search(text):
                label = "terrorist state"
            else:
                return
        if any(
            d.target.id == target.id and d.label == label and {b.id for b in by} <= {b.id for b in d.by}
            for d in self.found
        ):
            return
        self.found.append(
            Designation(
                id="d0",
                target=target,
                label=label,
                by=by,
                time=self._time(evidence),
                evidence=evidence,
                rule=rule,
            )
        )

    def _time(self, evidence: tuple[int, int]) -> Time | None:
        """The first time in the evidence."""
        for t in self.doc._.times or ():
            if evidence[0] <= t.start < evidence[1] and t.time.precision in ("day", "week", "month", "year"):
                time: Time = t.time
                return time
        return None
