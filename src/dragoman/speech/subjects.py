"""Who says what a cue verb tells: its subject, wherever the parser has put it."""

from __future__ import annotations

from dragoman.language.marks import CLOSING
from dragoman.speech.stage import Stage

_OF_TIME = frozenset({"after", "before", "following", "during", "until", "since"})
_ROW = frozenset({"first", "second", "third", "fourth", "last", "latest", "next", "only", "few"})


class Subjects:
    """Finds the tokens that head the sources of the cue verbs of one doc."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.g, self.cues, self.mentions = stage, stage.g, stage.cues, stage.mentions
        self.heirs: dict[
            int, int
        ] = {}  # cue verb cut off from another's content -> the cue whose source it shares
        self._kept: dict[tuple[int, bool, int], list[int]] = {}

    def of(self, cue: int, *, outside: bool = False) -> list[int]:
        """The tokens that head the sources of a cue verb; with `outside` none in quotation marks."""
        key = (cue, outside, len(self.heirs))
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._find(cue, outside=outside)
        return list(kept)

    def _find(self, cue: int, *, outside: bool) -> list[int]:
        """The sources of a cue verb that was not asked for before."""
        if cue in self.heirs:
            return self.of(self.heirs[cue], outside=outside)
        if (above := self._reporting(cue)) is not None:
            return self.of(above, outside=outside)
        found = self._by_clause(cue, outside=outside)
        found = self._before_other_clauses(cue, found)
        found = self._of_thing(cue, found)
        return self._quoted_by(cue, found)

    def _by_clause(self, cue: int, *, outside: bool) -> list[int]:
        """Who is the subject of a cue by its own clause, as the parser built it or should have."""
        g, stage = self.g, self.stage
        found = [s for s in g.acting_subjects(cue, stage.acts) if not (outside and stage.in_quote[s])]
        if g.child(cue, "nsubj", "nsubjpass") is None and (beside := self._joined(cue)) is not None:
            found = [beside]
        found = found or self.reduced(cue) or self._said_to(cue)
        if (subject := self.misread(cue)) is not None:
            found = [subject]
        elif (inverted := self._inverted(cue)) is not None:
            found = [inverted]
        elif (apposed := self._apposed(cue)) is not None:
            found = [apposed]
        elif (doer := self._latest(cue)) is not None:
            found = doer
        elif g.tag[cue] == "VBD" and g.dep[cue] == "acl" and g.child(cue, "dobj") is not None:
            found = [g.head[cue]]
        return self._who(cue) or self._first_of_two(cue) or self._opened_by(cue) or found

    def _joined(self, cue: int) -> int | None:
        """Who stands right before a cue and was joined to a name before: `died in Darfur and [the United Nations] says`."""
        g, who = self.g, cue - 1
        if who < 0 or g.dep[who] != "conj" or g.tag[cue] not in ("VBZ", "VBD", "VBP") or g.is_passive(cue):
            return None
        first = g.left[who]
        joined = first > 0 and g.lower[first - 1] == "and" and g.dep[g.head[who]] == "pobj"
        apart = g.dep[cue] in ("dep", "conj", "ccomp", "parataxis") and g.head[cue] < who
        return who if joined and apart and self.stage.thinks(who) else None

    def _before_other_clauses(self, cue: int, found: list[int]) -> list[int]:
        """Who is the subject of a cue where another clause beside it, or a phrase before him, has taken him."""
        g = self.g
        gerund = g.tag[cue] == "VBG"
        if gerund and g.dep[cue] == "csubj" and g.head[cue] > cue:
            # `Noting that ..., strategist Joel Benenson said`
            found = self._just_before(g.head[cue]) or found
        if gerund and g.dep[cue] == "pcomp" and (quoted := self._quoted(cue)):
            found = quoted
        if g.child(cue, "nsubj", "nsubjpass") is None:
            # "Mandela, breaking a long silence, spoke": the participle has taken the subject
            taken = [c for c in g.all_children(cue, "advcl") if c < cue and g.tag[c] == "VBG"]
            mine = [s for c in taken for s in g.all_children(c, "nsubj") if self.stage.thinks(s)]
            found = mine or found
        if not found:
            return found
        first = found[0]
        if any(g.tag[c] == "WP$" for c in g.children[first]):
            # "Snell, whose seat voted for it, tweeted": the relative clause has taken the verb
            others = (s for s in g.all_children(g.head[first], "nsubj") if s != first)
            found = [s for s in others if self.stage.thinks(s)] or found
        if found[0] > cue and gerund and self.stage.segment(cue) != self.stage.segment(found[0]):
            # `and, insisting that ..., left; a week later rebels`
            found = self._of_nearer_clause(cue) or found
        if (those := self._part_of(found[0])) is not None:
            found = [those]
        if self._reporting_on(found[0]):
            found = self._just_before(cue) or found
        if g.lower[found[0]] == "those" and g.lower[g.head[found[0]]] == "among":
            found = g.subjects(g.head[g.head[found[0]]]) or found  # "was among those who questioned"
        return found

    def _of_thing(self, cue: int, found: list[int]) -> list[int]:
        """Who says it where a cue has a thing for its subject, or none: somebody near it, or a document."""
        g = self.g
        gerund, before = g.tag[cue] == "VBG", cue - 1
        if not any(map(self.stage.thinks, found)) and not g.is_passive(cue):
            found = (
                self._just_before(cue)
                or self._shared(cue)
                or self.apart(cue)
                or self._of_nearer_clause(cue)
                or self._before_insertion(cue)
                or found
            )
        if gerund and not found:
            found = self._in_document(cue)
        if gerund and not found and g.dep[cue] == "pcomp":
            found = self._opening(cue)
        if gerund and not found:
            found = self._of_sentence(cue)
        if self._clipped(cue) or (gerund and not found and g.lemma[before] in self.cues.documents):
            found = [before]  # `sending a tweet proclaiming: “...”`
        if not found and g.tag[cue] == "VBZ" and g.dep[before] == "compound" and g.head[before] == cue:
            found = [before]  # `As the New York Times notes`
        return found

    def _of_sentence(self, cue: int) -> list[int]:
        """The subject of the sentence that a gerund opens: `Admitting that sales fell and the firm is in debt, Ito said`."""
        g = self.g
        first, stop = g.sents[g.sent[cue]]
        if any(g.pos[k] not in ("ADV", "SPACE", "PUNCT") for k in range(first, cue)):
            return []
        root = next((k for k in range(cue + 1, stop) if g.dep[k] == "ROOT"), None)
        if root is None or not g.is_verb(root):
            return []
        who = [s for s in g.all_children(root, "nsubj") if s > cue and self.stage.thinks(s)]
        return who if who and any(g.lower[k] == "," for k in range(cue, who[0])) else []

    def _in_document(self, cue: int) -> list[int]:
        """The document that says something: `the resolution condemning the raid and calling on both sides to stop`."""
        g = self.g
        first = g.head[cue] if g.dep[cue] == "conj" and g.tag[g.head[cue]] == "VBG" else cue
        noun = g.head[first]
        told = g.dep[first] == "acl" and noun < first and g.lemma[noun] in self.cues.documents
        return [noun] if told else []

    def _quoted_by(self, cue: int, found: list[int]) -> list[int]:
        """Whom somebody quotes, where a cue tells that he does."""
        g = self.g
        if g.lemma[cue] == "quote" and any(g.lower[g.head[k]] == "as" for k in self._saying(cue)):
            found = g.objects(cue) or found  # `“...”, Tass quoted the minister as saying`
        if g.is_passive(cue) and g.lemma[cue] in ("quote", "cite"):  # the one quoted is the source
            found = g.objects(cue) or found
        return found

    def _part_of(self, i: int) -> int | None:
        """Who stands before a clause about some of them: `The unions, some of whose members marched, favor the bill`."""
        g = self.g
        aside = g.lower[i + 1 : i + 2] == ["of"] and g.lower[i + 2 : i + 3] in (
            ["whom"],
            ["whose"],
            ["which"],
        )
        return i - 2 if aside and i > 1 and g.lower[i - 1] == "," and self.stage.thinks(i - 2) else None

    def _reporting_on(self, i: int) -> bool:
        """Whether a participle that opens the sentence was taken for a name: `Reporting on the mission, Ali Said (Chad) said`."""
        g = self.g
        opens = i == g.sents[g.sent[i]][0] and g.lower[i].endswith("ing")
        return opens and g.pos[i + 1] == "ADP" and self.mentions.headed(i) is None

    def _said_to(self, cue: int) -> list[int]:
        """Who is said to have said something (`is reported to have told them`), or set on it (`was at pains to stress`)."""
        g, above = self.g, self.g.head[cue]
        if g.is_passive(cue) and self.cues.takes("impersonal", g.lemma[cue]):
            told = any(self.cues.takes("quote", g.lemma[k]) for k in g.all_children(cue, "xcomp"))
            return [k for k in g.all_children(cue, "nsubjpass") if told and self.stage.thinks(k)]
        if g.dep[cue] == "xcomp" and g.is_passive(above) and self.cues.takes("impersonal", g.lemma[above]):
            return [k for k in g.all_children(above, "nsubjpass") if self.stage.thinks(k)]
        if g.tag[cue] == "VB" and g.dep[cue] == "advcl" and g.lower[above] == "far":
            went = g.head[above]  # `went so far as to say`
            return [k for k in g.subjects(went) if self.stage.thinks(k)] if g.lemma[went] == "go" else []
        if g.tag[cue] == "VB" and g.dep[cue] == "acl" and g.dep[above] == "pobj":
            verb = g.head[g.head[above]]
            return (
                [k for k in g.subjects(verb) if self.stage.thinks(k)]
                if g.lemma[verb] in self.cues.copulas
                else []
            )
        return []

    def _inverted(self, cue: int) -> int | None:
        """Who stands behind a verb of saying which the parser gave a subject on either side: `..., cards and lists, said the mayor`."""
        g = self.g
        subjects = g.all_children(cue, "nsubj")
        if (
            len(subjects) < 2
            or subjects[-1] < cue
            or not self.stage.is_mark(cue - 1)
            or not self.stage.thinks(subjects[-1])
        ):
            return None
        return subjects[-1]

    def _who(self, cue: int) -> list[int]:
        """Whom `who` means where the parser hung its clause on a thing: `an opponent of the bill, who said`."""
        g = self.g
        who = g.child(cue, "nsubj")
        thing = g.head[cue]
        if who is None or g.lower[who] != "who" or g.dep[cue] != "relcl":
            return []
        if self.stage.thinks(thing) and g.lemma[thing] not in self.cues.documents:
            return []
        first = g.sents[g.sent[cue]][0]
        while g.dep[thing] in ("pobj", "prep", "conj", "compound", "appos") and g.head[thing] >= first:
            thing = g.head[thing]
            if self._is_somebody(thing) and g.dep[thing] != "appos":
                return [thing]
        return next(([k] for k in range(who - 1, first - 1, -1) if self._is_somebody(k)), [])

    def _opened_by(self, cue: int) -> list[int]:
        """Who stands before a phrase whose noun the parser took for the subject: `Mutua at the meeting with Borrell underlined, that`."""
        g, head = self.g, self.g.head[cue]
        own = g.child(cue, "nsubj")
        if g.dep[cue] != "relcl" or own is None or g.dep[head] != "ROOT" or not self.stage.thinks(head):
            return []
        who = any(g.tag[k] in ("WP", "WDT", "WP$") for k in g.children[cue]) or g.tag[cue] not in (
            "VBD",
            "VBZ",
        )
        if who or g.pos[g.left[own] - 1] != "ADP" or g.pos[head] != "PROPN" or not head < own < cue:
            return []
        return [head] if g.lower[head + 1] in ("at", "in", "on", "during", "after", "before") else []

    def _is_somebody(self, i: int) -> bool:
        """Whether a noun is of people."""
        g = self.g
        return g.pos[i] in ("NOUN", "PROPN") and (self.stage.acts(i) or g.lemma[i] in self.cues.people)

    def _first_of_two(self, cue: int) -> list[int]:
        """Who says something after an event that the parser took for a second subject: `the envoy after the talks said`."""
        g = self.g
        subjects = [c for c in g.all_children(cue, "nsubj") if c < cue]
        if len(subjects) != 2 or not self.stage.thinks(subjects[0]) or self.stage.thinks(subjects[1]):
            return []
        between = range(subjects[0] + 1, g.left[subjects[1]])
        timed = [k for k in between if g.dep[k] == "mark" and g.lower[k] in _OF_TIME]
        return subjects[:1] if timed else []

    def _apposed(self, cue: int) -> int | None:
        """Who was taken for an apposition of the object before him: `As Bush opened a new office, Vice President Gore said`."""
        g = self.g
        subject = g.child(cue, "nsubj")
        if subject is None or subject > cue or g.left[subject] == 0:
            return None
        opening = g.left[subject] - 1
        if g.dep[opening] != "advcl" or g.head[opening] != cue or g.child(opening, "dobj") is not None:
            return None
        return next((a for a in g.all_children(subject, "appos") if self.stage.thinks(a)), None)

    def _latest(self, cue: int) -> list[int] | None:
        """Who does what makes him one of a row: `He was the latest official to deny it`."""
        g = self.g
        noun = g.head[cue]
        if g.tag[cue] != "VB" or g.dep[cue] not in ("relcl", "acl") or noun > cue:
            return None
        if not any(g.lower[c] in _ROW for c in g.children[noun]) or not self.stage.thinks(noun):
            return None
        named = g.subjects(g.head[noun]) if g.dep[noun] == "attr" else []
        return named or [noun]

    def misread(self, cue: int) -> int | None:
        """The subject of a main verb that the parser took for a participle of it: `Murtha, a Democrat, called for ..., saying`."""
        g = self.g
        subject = g.head[cue]
        if g.dep[cue] != "acl" or g.tag[cue] not in ("VBN", "VBD"):
            return None
        above = g.head[subject]
        alone = subject == cue - 1 and not any(
            g.tag[k] in ("VBD", "VBZ", "VBP", "MD") and k != cue and g.dep[k] not in ("oprd", "acomp")
            for k in range(*g.sents[g.sent[cue]])
        )
        if g.dep[subject] == "ROOT" and (g.lower[cue - 1] == "," or alone):
            told = g.pos[subject] in ("NOUN", "PROPN")
            return (
                subject if told and self.stage.thinks(subject) else None
            )  # `The union, which ..., called on the mayor`
        if (
            g.dep[above] == "acl"
            and g.dep[g.head[above]] == "ROOT"
            and g.tag[above] == "VBG"
            and above < subject < cue
        ):
            return (
                g.head[above] if self.stage.thinks(g.head[above]) else None
            )  # `The envoy presenting it called it a farce`
        taken = (
            g.dep[subject] == "nsubj"
            and g.tag[above] == "VBG"
            and above > cue
            and g.child(above, "aux") is None
        )
        return subject if taken and self.stage.thinks(subject) else None

    def is_passive(self, cue: int) -> bool:
        """Whether a cue verb is passive, a misread main verb aside."""
        return self.g.is_passive(cue) and self.misread(cue) is None

    def _quoted(self, saying: int) -> list[int]:
        """Whom another quotes: `Tass quoted the minister as saying`."""
        g = self.g
        quoting = g.head[g.head[saying]]
        if g.lower[g.head[saying]] != "as" or g.lemma[quoting] not in ("quote", "cite", "report"):
            return []
        return g.objects(quoting)

    def _opening(self, doing: int) -> list[int]:
        """Who a gerund in an opening phrase is about: `After years of criticizing the law, the senator voted for it`."""
        g = self.g
        noun = g.head[g.head[doing]]
        v = g.verb_over(noun) if noun != g.head[doing] else noun
        return [x for x in g.subjects(v) if self.stage.thinks(x)] if g.is_verb(v) and v > doing else []

    def _clipped(self, cue: int) -> bool:
        """Whether the noun before a cue was taken for one more object: `he hid his returns but records show he paid`."""
        g = self.g
        k = cue - 1
        return (
            g.dep[cue] == "conj"
            and g.dep[k] == "conj"
            and g.lower[k - 1] in ("and", "but")
            and g.pos[k] == "NOUN"
            and g.tag[cue] in ("VBP", "VBZ", "VBD")
            and g.child(cue, "nsubj", "nsubjpass") is None
            and self.stage.thinks(k)
        )

    def _saying(self, quoting: int) -> list[int]:
        """The gerund of `quoted the minister as saying`."""
        g = self.g
        return [
            k
            for p in g.all_children(quoting, "prep")
            for k in g.all_children(p, "pcomp")
            if g.lemma[k] == "say"
        ]

    def reduced(self, cue: int) -> list[int]:
        """The subject that a reduced relative before the cue has taken: `officials briefed on the inquiry said`."""
        g = self.g
        before = [c for c in g.all_children(cue, "ccomp") if c < cue and g.tag[c] in ("VBD", "VBN")]
        if not before or g.child(cue, "nsubj", "nsubjpass") is not None:
            return []
        c = before[-1]
        subject = g.child(c, "nsubj")
        if subject is None or subject > c:
            return []
        marks = [k for k in range(subject, cue) if self.stage.is_mark(k)]
        apart = len(marks) == 2 and marks[1] == cue - 1 and g.tag[marks[0] + 1] in ("WP", "WDT", "VBN", "VBG")
        return [subject] if not marks or apart else []

    def _reporting(self, cue: int) -> int | None:
        """The verb of saying whose source a participle behind a comma shares: `said Moscow would veto it, calling it useless`."""
        g = self.g
        h = g.head[cue]
        if (
            g.tag[cue] == "VBG"
            and g.dep[cue] in ("ccomp", "xcomp", "acl")
            and g.pos[cue - 1] == "PUNCT"
            and self.cues.takes("quote", g.lemma[cue])
        ):  # which the parser hung on what was said, or on whom it was said to
            above = g.head[h] if g.dep[cue] == "acl" else h
            spoken = self.cues.takes("quote", g.lemma[above]) and above < cue and g.is_verb(above)
            if spoken and g.dep[h] != "nsubj" and any(self.stage.thinks(s) for s in g.subjects(above)):
                return above
        if (
            g.tag[cue] != "VBG"
            or g.dep[cue] != "advcl"
            or not g.is_verb(h)
            or g.dep[h] != "ccomp"
            or h > cue
            or g.lower[g.left[cue] - 1] != ","
            or not (self.cues.takes("quote", g.lemma[cue]) or self.cues.takes("predicate", g.lemma[cue]))
        ):
            return None
        above = g.head[h]
        told = self.cues.takes("quote", g.lemma[above]) and above < h
        return above if told and any(self.stage.thinks(s) for s in g.subjects(above)) else None

    def _shared(self, cue: int) -> list[int]:
        """The subject of the cue verb before, of one that the parser gave to a thing: `the row eased after he denied it and said ...`."""
        g = self.g
        if (
            g.dep[cue] != "conj"
            or g.lower[cue - 1] != "and"
            or g.child(cue, "nsubj", "nsubjpass") is not None
        ):
            return []
        first = g.sents[g.sent[cue]][0]
        for k in range(cue - 2, first, -1):
            if (
                g.tag[k] == g.tag[cue]
                and g.lemma[k] in self.cues.every_verb
                and g.dep[k] in ("advcl", "ccomp", "relcl")
            ):
                own = g.all_children(k, "nsubj")
                return own if own and self.stage.thinks(own[0]) else []
        return []

    def apart(self, cue: int) -> list[int]:
        """The source between a comma and a cue at the end, which the parser hung on what is before: `..., a cabinet source said`."""
        g = self.g
        k = cue - 1
        if (
            g.pos[k] not in ("NOUN", "PROPN")
            or g.tag[cue] not in ("VBD", "VBZ", "VBP")
            or not self.stage.thinks(k)
        ):
            return []
        first = k
        while first > 0 and g.pos[first - 1] in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            first -= 1
        closed = cue + 1 >= g.n or self.stage.is_mark(cue + 1)
        return [k] if closed and g.lower[first - 1] in (",", *CLOSING) else []

    def _of_nearer_clause(self, cue: int) -> list[int]:
        """The subject of the clause right before a participle that the parser hung on a thing's: `The talks failed when the rebels left, insisting`."""
        g = self.g
        if g.tag[cue] != "VBG" or g.lower[cue - 1] != ",":
            return []
        for k in range(cue - 2, g.sents[g.sent[cue]][0], -1):
            told = g.tag[k] in ("VBD", "VBZ", "VBP") and g.is_verb(k) and not self.stage.in_quote[k]
            subject = g.child(k, "nsubj")
            if told and subject is not None and g.tag[subject] not in ("WP", "WDT"):
                return [s for s in g.subjects(k) if self.stage.thinks(s)]
        return []

    def _just_before(self, cue: int) -> list[int]:
        """The head of a person's name that stands just before a cue which the parser gave to a thing."""
        g = self.g
        k = cue - 1
        bracketed = g.lower[k] == ")"
        if bracketed:  # `Sen. Tim Kaine (D-Va.) said`, `The African Union (AU) said`
            k = next((x - 1 for x in range(k, max(k - 9, 0), -1) if g.lower[x] == "("), k)
        while k > 0 and g.pos[k] in ("AUX", "ADV", "PUNCT") and g.sent[k] == g.sent[cue] and k > cue - 4:
            k -= 1
        for mention in self.mentions.covering(k):
            named = bool(mention.actors) if bracketed else any(a.kind == "person" for a in mention.actors)
            if named and mention.last == k:
                return [mention.head]
        return []

    def _before_insertion(self, cue: int) -> list[int]:
        """Who stands before a clause or a name between commas, which the parser kept from its verb.

        `Gentiloni, who met Kerry on Sunday, said`, `one of them, Mahantha Thakur, says`.
        """
        g = self.g
        if g.lower[cue - 1] != "," or g.tag[cue] not in ("VBD", "VBZ"):
            return []
        first, k = g.sents[g.sent[cue]][0], cue - 2
        while k > first and g.pos[k] == "PROPN":
            k -= 1
        if cue - 2 - k > 1 and g.lower[k] == "," and not self.mentions.covering(cue - 2):
            return [cue - 2]
        for k in range(cue - 2, first + 1, -1):
            if g.lower[k] in ("who", "whose", "whom") and g.lower[k - 1] == ",":
                return [k - 2] if g.pos[k - 2] in ("PROPN", "NOUN") and self.stage.thinks(k - 2) else []
        return []
