"""Parses anew what is set into a long sentence and what stands around it, where the parse runs across the commas.

A parser of little depth hangs the verb behind an inset on a word of the inset: `Kenya, after two of its workers were
seized, has sent troops` gets no sender. Where a parse does so, `nesting` tells what is set into what, each part is
parsed by itself, and its tree takes the place of what was there. Other sentences keep the parse that they have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.language.interposed import Interposed, interposed, subject_first
from dragoman.language.lists import circles, words
from dragoman.language.marks import CLOSES
from dragoman.language.nesting import FINITE, NOUNS, Level, UnclearError, Unit

_DASHES: Final = frozenset({"-", "–", "—", "--"})
_ENDS: Final = frozenset({";", ":", "–", "—", "--"})
_STOPS: Final = frozenset({".", "!", "?"})
_MARKS: Final = frozenset({",", "``", "''", "-LRB-", "-RRB-", ".", ":", "HYPH", "_SP"})
# Labels of what a verb cannot be without: nothing that is set in has one.
_OF_HOST: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS: Final = frozenset({"dobj", "dative", "attr", "acomp", "ccomp"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "oprd", "ccomp", "xcomp"})
_ATTRIBUTES: Final = frozenset({"acl", "amod", "compound"})
_SET_ON_VERB: Final = {"phrase": "prep", "aside": "parataxis"}
_SHORTEST = 7  # words of a sentence that is worth it
_LONGEST_ASIDE = 16  # words between brackets or dashes
_NAME = "dragoman_insets"


class _Parse(NamedTuple):
    """The parse of a doc as lists, while it is mended."""

    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]

    def noun_before(self, i: int) -> int | None:
        """The noun that ends what stands before the comma before `i`."""
        k = i - 1
        while k >= 0 and (self.lower[k] in (",", "(") or self.tag[k] in ("CC", "''", "-RRB-")):
            k -= 1
        return k if k >= 0 and self.tag[k] in NOUNS else None

    def exits(self, level: Level) -> list[int]:
        """The words of a level that hang on none of it."""
        own = set(level.own)
        return [k for k in level.own if self.head[k] not in own or self.head[k] == k]

    def content_exits(self, level: Level) -> list[int]:
        """Those of them that are nouns or verbs: one, if all is well."""
        return [k for k in self.exits(level) if self.tag[k] in NOUNS or self._verbal(k)]

    def troubled(self, level: Level) -> bool:
        """Whether what is said of a level cannot be right."""
        if level.anew or any(self.tag[k] not in FINITE and self.dep[k] in _ATTRIBUTES for k in level.verbs):
            return True
        if level.subject and not any(self._acts(k) for k in level.subject):
            return True
        gaps = [range(k + 1, j) for k, j in pairwise(level.own) if j > k + 1]
        whole = all(self.lower[k] == "," for gap in gaps for k in gap)
        if level.kind == "main" and whole and any(self._names_beside(gap) for gap in gaps):
            return False  # nothing is set into it, but it holds a row of names
        finite = any(self.tag[k] in FINITE for k in level.own)
        if level.kind == "clause" and finite and self.dep[level.own[0]] == "prep":
            return True
        exits = self.content_exits(level)
        if len(exits) != 1:
            return bool(exits)
        return level.kind == "main" and finite and not self._verbal(exits[0])

    def broken_at(self, aside: range) -> bool:
        """Whether the verb right behind what is set in does not go on with what stands before it."""
        verb = aside.stop
        if self.tag[verb] == "VBN":
            return True
        subject = any(self.head[k] == verb and self.dep[k] in _OF_HOST for k in range(aside.start))
        return (
            self.tag[verb] in ("VBD", "VBZ", "VBP")
            and self.dep[verb] not in ("aux", "auxpass")
            and not subject
        )

    def lacks_object(self, one: Interposed) -> bool:
        """Whether a verb has no object behind the times and places there, and what stands there is no subject."""
        own = any(
            self.head[k] == one.verb and self.dep[k] in _COMPLEMENTS for k in range(one.at, len(self.head))
        )
        noun = one.at
        while self.tag[noun] not in NOUNS and self.head[noun] > noun:
            noun = self.head[noun]
        return not own and self.dep[noun] not in _OF_HOST

    def are_objects(self, told: list[Interposed]) -> bool:
        """Whether what stands behind times and places is what the verbs before them are done to."""
        tops = [(self._top(one.at, one.verb), one.verb) for one in told]
        return all(self.head[k] == verb and self.dep[k] in ("dobj", "dative", "ccomp") for k, verb in tops)

    def is_done_by(self, verb: int, first: int) -> bool:
        """Whether a verb is that of a sentence, done by whom a word opens, to something or in words that follow."""
        top = self._top(first, verb)
        told = any(
            self.head[k] == verb and self.dep[k] in ("dobj", "ccomp", "prep")
            for k in range(first, len(self.head))
        )
        return self.head[verb] == verb and self.head[top] == verb and self.dep[top] == "nsubj" and told

    def put_back(self, told: list[Interposed]) -> None:
        """Hang times and places on the verbs that they stand behind."""
        for one in told:
            for phrase in one.phrases:
                last = max(k for k in phrase if self.tag[k] not in _MARKS)
                opened = self.lower[phrase.start] in ("on", "in")
                for k in phrase:
                    self.head[k], self.dep[k] = last, "punct" if self.tag[k] in _MARKS else "compound"
                first = phrase.start if opened else last
                self.head[last], self.dep[last] = (first, "pobj") if opened else (one.verb, "npadvmod")
                if opened:
                    self.head[first], self.dep[first] = one.verb, "prep"

    def _top(self, k: int, verb: int) -> int:
        """The word below a verb that another hangs on, directly or not; the top of its tree where it hangs elsewhere."""
        while self.head[k] != k and self.head[k] != verb:
            k = self.head[k]
        return k

    def attach_aside(self, level: Level) -> None:
        """Hang what brackets or dashes set in on the noun before them."""
        noun = self._whole(level.own[0] - 1)
        for k in self.exits(level):
            if self.tag[k] not in _MARKS:
                plain = self.head[k] != k and self.dep[k] not in _OF_HOST
                self.head[k] = noun
                if not plain:
                    self.dep[k] = "appos" if self.tag[k] in NOUNS else "parataxis"

    def _acts(self, k: int) -> bool:
        """Whether a word is a subject, or another name of one."""
        while self.dep[k] in ("appos", "conj") and self.head[k] < k:
            k = self.head[k]
        return self.dep[k] in _OF_HOST

    def attach(self, level: Level, levels: list[Level], roots: list[int]) -> None:
        """Hang what was parsed by itself on what it is set into."""
        if not roots:
            return
        first = roots[0]
        for other in roots[1:]:
            self.head[other], self.dep[other] = first, "dep"
        if level.host is None:
            self.head[first], self.dep[first] = first, "ROOT"
            return
        if level.governor is not None:
            self.head[first], self.dep[first] = level.governor, "dobj"
            return
        host = levels[level.host].own
        noun = self.noun_before(level.own[0])
        verbs = [k for k in host if self._verbal(k)]
        verb = min(verbs, key=lambda k: abs(k - level.own[0]), default=host[0] if host else None)
        before = noun is not None and verb is not None and verb > noun
        if noun is not None and before:
            noun = self._whole(noun)
        if level.kind == "relative" and noun is not None:
            self.head[first], self.dep[first] = noun, "relcl"
        elif level.kind == "name" and noun is not None:
            self.head[first], self.dep[first] = noun, "appos"
        elif level.kind == "participle" and before and noun is not None and self.tag[first] != "VBG":
            self.head[first], self.dep[first] = noun, "acl"
        elif verb is not None:
            self.head[first], self.dep[first] = verb, _SET_ON_VERB.get(level.kind, "advcl")

    def reattach(self, level: Level, levels: list[Level]) -> None:
        """Hang what keeps its tree on what it is set into, where it hung on something else there."""
        if level.host is None:
            return
        exits = [k for k in self.exits(level) if self.tag[k] not in _MARKS]
        if not exits:
            return
        first, host = exits[0], set(levels[level.host].own)
        above = self.head[first]
        if level.governor is not None:
            if not any(self.head[k] == level.governor and self.dep[k] in _OBJECTS for k in exits):
                self.attach(level, levels, exits[:1])
        elif not (self.dep[first] == "conj" and above in host):
            if above == first or above not in host or self.dep[first] in _OF_HOST:
                self.attach(level, levels, exits)

    def part_circles(self) -> None:
        """Make a root of a word that hangs on itself by way of others."""
        for k in circles(self.head):
            self.head[k], self.dep[k] = k, "ROOT"

    def _whole(self, noun: int) -> int:
        """The noun that a phrase is about, of whose owner a noun is the name: `the [Council] of the League`."""
        while (
            self.dep[noun] == "pobj"
            and self.lower[self.head[noun]] == "of"
            and self.tag[self.head[self.head[noun]]] in NOUNS
        ):
            noun = self.head[self.head[noun]]
        return noun

    def _verbal(self, k: int) -> bool:
        return _is_verbal(self.tag[k])

    def _names_beside(self, gap: range) -> bool:
        return self.tag[gap[0] - 1][:3] == self.tag[gap[-1] + 1][:3] == "NNP"


class InsetParser:
    """The component; parses with the components of its pipeline that stand before it."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Mend the parse of a doc."""
        parse = _Parse(
            [t.lower_ for t in doc], [t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc]
        )
        lifted = self._turn_inverted(doc, parse)
        lifted |= self._lift_interposed(doc, parse)
        apart = self._set_asides_apart(doc, parse)
        units = self._units(doc, parse, apart)
        read = [levels for unit in units if (levels := _levels(unit, parse)) is not None]
        anew = [[level for level in levels if level.own and parse.troubled(level)] for levels in read]
        broken = [any(level.governor is not None for level in levels) for levels in read]
        if not any(anew) and not any(broken) and not apart and not lifted:
            return doc
        pieces = [(level, levels) for found, levels in zip(anew, read, strict=True) for level in found]
        if pieces:
            self._parse(doc, parse, pieces)
        for found, levels in zip(anew, read, strict=True):
            done = {id(level) for level in found}
            for level in levels:
                if level.own and id(level) not in done and (found or level.governor is not None):
                    parse.reattach(level, levels)
        parse.part_circles()
        self._write(doc, parse)
        return doc

    def _lift_interposed(self, doc: Doc, parse: _Parse) -> bool:
        """Parse sentences without what stands between a verb and its object; whether that found any object."""
        found = False
        for tokens in self._sentences(doc, parse):
            told = [one for one in interposed(parse.lower, parse.tag, tokens) if parse.lacks_object(one)]
            within = {k for one in told for phrase in one.phrases for k in phrase}
            own = [k for k in tokens if k not in within]
            if told and self._parse_so(doc, parse, own, partial(parse.are_objects, told)):
                parse.put_back(told)
                found = True
        return found

    def _turn_inverted(self, doc: Doc, parse: _Parse) -> bool:
        """Parse sentences that begin with their verb with the subject before it; whether any became one so."""
        found = False
        for tokens in self._sentences(doc, parse):
            order = subject_first(parse.lower, parse.tag, tokens)
            if order is None or any(parse.dep[k] in _OF_HOST and parse.head[k] == tokens[1] for k in tokens):
                continue
            found |= self._parse_so(doc, parse, order, partial(parse.is_done_by, tokens[1], order[1]))
        return found

    def _parse_so(self, doc: Doc, parse: _Parse, own: list[int], holds: Callable[[], bool]) -> bool:
        """Parse words in the order given, and keep that where it holds."""
        before = [(parse.tag[k], parse.dep[k], parse.head[k]) for k in own]
        main = Level("main", None, own=own)
        self._parse(doc, parse, [(main, [main])])
        kept = holds()
        if not kept:
            for k, (tag, dep, head) in zip(own, before, strict=True):
                parse.tag[k], parse.dep[k], parse.head[k] = tag, dep, head
        return kept

    def _set_asides_apart(self, doc: Doc, parse: _Parse) -> set[int]:
        """Parse sentences without what brackets or dashes set into them, where the parse runs across that; the words set in."""
        pieces: list[tuple[Level, list[Level]]] = []
        for tokens in self._sentences(doc, parse):
            asides = list(_asides(doc, tokens, parse))
            within = {k for aside in asides for k in aside}
            main = Level("main", None, own=[k for k in tokens if k not in within])
            if asides and (parse.troubled(main) or any(parse.broken_at(aside) for aside in asides)):
                pieces.append((main, [main, *(Level("name", 0, own=list(aside)) for aside in asides)]))
        if pieces:
            self._parse(doc, parse, pieces)
        for _, (_, *asides_of) in pieces:
            for level in asides_of:
                parse.attach_aside(level)
        return {k for _, (_, *asides_of) in pieces for level in asides_of for k in level.own}

    def _sentences(self, doc: Doc, parse: _Parse) -> Iterator[list[int]]:
        """The words of sentences that are long enough; one that the parser cut is whole again."""
        tokens: list[int] = []
        for sent in doc.sents:
            tokens += [k for k in range(sent.start, sent.end) if parse.tag[k] != "_SP"]
            end = sent.end
            cut = parse.lower[end - 1] not in _STOPS and parse.tag[end - 1] != "_SP"
            if cut and end < len(doc) and doc[end].is_lower:
                continue
            if len(tokens) >= _SHORTEST:
                yield tokens
            tokens = []

    def _units(self, doc: Doc, parse: _Parse, apart: set[int]) -> Iterator[list[int]]:
        """What stands between stronger marks than commas, without what was set apart."""
        for tokens in self._sentences(doc, parse):
            unit: list[int] = []
            for k in tokens:
                if k in apart:
                    continue
                if parse.lower[k] in _ENDS:
                    yield unit
                    unit = []
                else:
                    unit.append(k)
            yield unit

    def _parse(self, doc: Doc, parse: _Parse, pieces: list[tuple[Level, list[Level]]]) -> None:
        """Parse levels by themselves, each as a sentence, and put their trees in the place of the old ones."""
        sentences = [_sentence(level, parse) for level, _ in pieces]
        flat = [k for tokens in sentences for k in tokens]
        new = Doc(
            doc.vocab,
            words=[doc[k].text for k in flat],
            spaces=[bool(doc[k].whitespace_) for k in flat],
            sent_starts=[n == 0 for tokens in sentences for n in range(len(tokens))],
        )
        for name in self.nlp.pipe_names:
            if name == _NAME:
                break
            if name != "dragoman_layout":
                new = self.nlp.get_pipe(name)(new)
        tags, deps = [t.tag_ for t in new], [t.dep_ for t in new]
        heads = [t.head.i for t in new]
        at = 0
        for (level, levels), tokens in zip(pieces, sentences, strict=True):
            own = set(level.own)
            here = range(at, at + len(tokens))
            roots = [
                k
                for n, k in zip(here, tokens, strict=True)
                if k in own and (heads[n] == n or heads[n] not in here)
            ]
            at = here.stop
            verbal = any(_is_verbal(tags[n]) and heads[n] == n for n in here)
            if level.kind in ("main", "clause") and not verbal:
                continue  # the parser made no sentence of it either
            for n, k in zip(here, tokens, strict=True):
                if k in own:
                    above = heads[n] if heads[n] in here else n
                    parse.tag[k], parse.dep[k], parse.head[k] = tags[n], deps[n], tokens[above - here.start]
            if level.kind == "clause" and tokens[0] != level.own[0]:
                parse.head[level.own[0]], parse.dep[level.own[0]] = roots[0], "mark"
            parse.attach(level, levels, roots)

    def _write(self, doc: Doc, parse: _Parse) -> None:
        array: Any = doc.to_array([HEAD, DEP, TAG])
        strings = doc.vocab.strings
        for i, (head, dep, tag) in enumerate(zip(parse.head, parse.dep, parse.tag, strict=True)):
            array[i] = ((head - i) % 2**64, strings.add(dep), strings.add(tag))
        doc.from_array([HEAD, DEP, TAG], array)


def _asides(doc: Doc, tokens: list[int], parse: _Parse) -> Iterator[range]:
    """What a pair of brackets or dashes sets in behind a noun, the marks included."""
    dashes = [
        k for k in tokens if parse.lower[k] in _DASHES and doc[k - 1].whitespace_ and doc[k].whitespace_
    ]
    pairs = [(dashes[0], dashes[1])] if len(dashes) == 2 else []
    opened: int | None = None
    for k in tokens:
        if parse.lower[k] == "(":
            opened = k
        elif parse.lower[k] == ")" and opened is not None:
            pairs.append((opened, k))
            opened = None
    for start, end in pairs:
        inside = tokens[0] < start and end + 1 < tokens[-1] and 1 < end - start <= _LONGEST_ASIDE
        if inside and parse.tag[start - 1] in NOUNS and doc[end + 1].is_lower:
            yield range(start, end + 1)


def _is_verbal(tag: str) -> bool:
    return tag in FINITE or tag[:2] == "VB"


def _levels(unit: list[int], parse: _Parse) -> list[Level] | None:
    """What is set into what in a unit, `None` where nothing is or the words do not tell; who says a quotation stands elsewhere."""
    if any(parse.lower[k] in CLOSES and parse.lower[k - 1] == "," for k in unit):
        return None
    try:
        levels = Unit(parse.lower, parse.tag, unit).read() if unit else []
    except UnclearError:
        return None
    return levels if len(levels) > 1 else None


def _sentence(level: Level, parse: _Parse) -> list[int]:
    """The words of a level as they are parsed: with commas that part nothing set in, with the noun that it tells of."""
    own, out = level.own, level.own[:1]
    for before, k in pairwise(own):
        if parse.lower[k - 1] == "," and (k == before + 2 or k in level.commas):
            out.append(k - 1)
        out.append(k)
    if level.kind == "relative":
        noun = parse.noun_before(own[0])
        return out if noun is None else [noun, *out]
    opened = level.kind == "clause" and parse.lower[own[0]] in words("subordinators")
    return out[1:] if opened and len(out) > 1 else out


@Language.factory(_NAME, assigns=["token.head", "token.dep", "token.tag"])
def make_insets(nlp: Language, name: str) -> InsetParser:
    """Make the component that parses insets by themselves."""
    return InsetParser(nlp)
