"""Threats told by what is said: what will come upon another, or be done to it (codebook THREATEN)."""

from __future__ import annotations

from dragoman.coding.coded import Coded
from dragoman.coding.ontology import HOSTILE, governed
from dragoman.coding.participants import Found, nameless, nouns, wrongs
from dragoman.coding.said.common import WILL, Voices
from dragoman.language import Grammar

_HOSTILE = HOSTILE | {"MOBILIZE"}
_CONDITIONAL = _HOSTILE | {"PROTEST"}  # "will call a strike if"
_FRIENDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"})
_AHEAD = WILL | {"may", "might", "could"}
_THEY = frozenset({"it", "they", "you"})
_NEEDED = frozenset({"all", "every", "any", "necessary", "needed", "appropriate", "resolute"})
_FORCEFUL = frozenset({"all", "military", "every"})
_HANDLING = frozenset({"deal", "confront", "tackle"})  # hostile only where a party is dealt with
_NOW = frozenset({"risk", "await", "loom"})  # verbs that look ahead by themselves


class Threats:
    """Codes what a speaker announces to another as a threat.

    `said that Israel will pay a price`, `there will be consequences if`, `we shall respond in kind`, `any attack will
    be met with force`, `they will be treated as enemies`, `the talks will be over if`.
    """

    def __init__(self, voices: Voices) -> None:
        self.voices = voices
        self.g: Grammar = voices.g

    def threat(self, v: int) -> Coded | None:
        """The threat that the verb at token `v` tells, else `None`."""
        g, words = self.g, wrongs()
        lemma = g.lemma[v]
        deed = self._warned_deed(v)
        if lemma not in words["threatening"] and not deed:
            return None
        option = self._open_option(v) or self._under_review(v)
        marked = self._marked(v)
        ahead = bool({g.lower[a] for a in g.auxiliaries(v)} & _AHEAD) or lemma in _NOW or option
        ahead = ahead or (marked is not None and g.tag[v] in ("VBP", "VBZ", "VBD"))
        if not ahead:
            return None
        speaker = self.voices.speaker(v)
        if speaker is None or speaker.actor.sector == "NGO":
            return None  # "the villagers will pay the price, aid agencies warned"
        clauses = self.voices.conditions(v)
        blamed = self.voices.others([f for c in clauses for f in self.voices.parties_of(c)], speaker)
        if not blamed:  # "would start work on missiles if it learned that the Americans had"
            told = (f for c in clauses for k in g.complements(c) for f in self.voices.parties_of(k))
            blamed = self.voices.others(told, speaker)
        if option:
            found: tuple[str | None, list[Found]] | None = ("restrict" if self._under_review(v) else None, [])
        elif g.is_negated(v):
            found = self._unpunished(v)
        elif marked is not None:
            found = "violence", marked
        elif g.is_passive(v) and lemma in ("force", "compel", "oblige"):
            found = self._forced(v, blamed, speaker)
        elif g.is_passive(v):
            found = self._ruined(v) if lemma in words["turning"] else self._treated(v, speaker)
            found = found or self._broken_off(v, blamed)
        elif lemma in words["regarding"]:
            found = self._regarded(v, speaker)
        elif lemma in words["retaliating"]:
            found = self._answer(v, speaker, blamed)
        elif lemma in words["taking"]:
            found = self._measures(v, speaker, blamed)
        elif lemma in words["arming"]:
            found = self._armament(v, speaker, blamed)
        elif lemma in words["harming"]:
            found = self._harm(v, speaker, clauses, blamed)
        elif lemma in words["suffering"]:
            found = self._suffered(v, speaker)
        elif lemma in words["losing"]:
            found = self._lost(v, speaker)
        elif lemma in words["amounting"]:
            found = self._warlike(v)
        elif lemma == "see" and g.complements(v):
            found = self._seen(v)
        elif lemma in words["bringing"]:
            found = self._brought(v, speaker, blamed)
        elif lemma in words["turning"]:
            found = self._ruined(v)
        elif lemma in words["awaiting"]:
            found = self._awaiting(v)
        elif lemma == "become":
            found = self._ruined(v)
        elif lemma == "be":
            found = self._warlike(v) or self._there_will_be(v, clauses)
        else:
            found = None
        if found is None and deed:
            found = self._own_deed(v, speaker, blamed)
        if found is None:
            return None
        mode, others = found
        told_of = g.is_passive(v) or lemma in words["taking"]  # "countermeasures" are no event beside it
        others = self.voices.others(others, speaker) or blamed or self.voices.answered(v, speaker)
        return self.voices.told(
            "threaten.told", ("THREATEN", mode), v, [speaker], others, "announced to another party",
            over=[
                k
                for c in (*clauses, *(m for _, m in g.prepositions(v)), *(g.objects(v) if told_of else ()))
                for k in range(g.left[c], g.right[c] + 1)
            ],
        )  # fmt: skip

    def conditional(self, one: Coded) -> bool:
        """Whether a speaker says of a hostile act of his own side that it will be done if others act."""
        g, v = self.g, one.trigger
        if (
            one.kind != "verb"
            or one.act not in _CONDITIONAL
            or one.status.status not in ("future", "hypothetical")
        ):
            return False
        if not {g.lower[a] for a in g.auxiliaries(v)} & _AHEAD:
            return False
        speaker = self.voices.speaker(v)
        if speaker is None or any(self.voices.other(f, speaker) for f in one.actors):
            return False
        if speaker.actor.id.startswith("unnamed-"):
            return False  # an official who is not named tells what would happen
        if self.voices.conditions(v):
            return True
        done_to = [
            *g.objects(v),
            *(k for _, k in g.prepositions(v)),
            *(m for k in g.objects(v) for _, m in g.prepositions(k)),
        ]
        return any(g.lower[k] in wrongs()["whoever"] for k in done_to)

    def captor(self, one: Coded) -> Found | None:
        """The armed men who say what will be done to those they hold: `the hostages will be killed if the army attacks`."""
        g, v = self.g, one.trigger
        if (
            one.act != "ASSAULT"
            or one.kind != "verb"
            or not nameless(one.actors)
            or not self.voices.conditions(v)
        ):
            return None
        held = g.is_passive(v) and any(g.lemma[k] in nouns()["captive"] for k in g.objects(v))
        speaker = self.voices.speaker(v) if held else None
        return speaker if speaker is not None and speaker.actor.sector in ("REB", "UAF") else None

    def warned(self, one: Coded) -> list[Found]:
        """The parties of the conditions of a threat that names none but the speaker's own people, or nobody.

        `If Armenia does not leave, we will drive them out`.
        """
        speaker = self.voices.speaker(one.trigger)
        if speaker is None or self.voices.others(one.recipients, speaker):
            return []
        clauses = self.voices.conditions(one.trigger)
        return self.voices.others([f for c in clauses for f in self.voices.parties_of(c)], speaker)

    def _warned_deed(self, v: int) -> bool:
        """Whether a verb tells what one warns that he will do himself: `warned that it could raise the price of its gas`."""
        g, words = self.g, wrongs()
        if g.is_negated(v) or g.is_passive(v) or g.lemma[v] in words["befalling"]:
            return False
        if not {g.lower[a] for a in g.auxiliaries(v)} & _AHEAD or self.voices.cue(v) not in words["warning"]:
            return False
        return (self.voices.act_at(v) or ("",))[0] not in _FRIENDLY

    def _own_deed(self, v: int, speaker: Found, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        g = self.g
        if not self.voices.own(g.subjects(v), speaker):
            return None
        clauses = [
            c
            for k in (v, *g.objects(v))
            for m in (k, *g.prep_objects(k, "of"))
            for c in g.all_children(m, "relcl")
        ]
        related = self.voices.others(
            [f for c in clauses for f in self.voices.counterparts.below.named(c)], speaker
        )
        found = blamed or self._behind(v, speaker) or related
        return (self._mode_of(v), found) if found or speaker.actor.sector != "BUS" else None

    def _forced(self, v: int, blamed: list[Found], speaker: Found) -> tuple[str | None, list[Found]] | None:
        """`Ankara would be forced to act if Washington did not keep its word`."""
        g = self.g
        acts = [k for k in g.complements(v) if g.lemma[k] in wrongs()["retaliating"] | wrongs()["taking"]]
        if not acts or not blamed or not self.voices.own(g.objects(v), speaker):
            return None
        return None, blamed

    def _answer(self, v: int, speaker: Found, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        """`we shall respond in kind`, `his country would act firmly if`: one's own response."""
        g, words = self.g, wrongs()
        if not self.voices.own(g.subjects(v), speaker):
            return None
        against = [f for k in g.prep_objects(v, "against", "at") for f in self.voices.people.of(k)]
        struck = [f for k in g.objects(v) for f in self.voices.people.of(k)]
        hit = g.lemma[v] in words["striking"]
        back = "back" in g.particles(v) or any(g.lower[c] == "back" for c in g.children[v])
        manner = any(g.lower[k] in words["hard"] for c in g.all_children(v, "advmod") for k in g.conjuncts(c))
        kind = any(
            k in words["hard"]
            for o in (v, *g.objects(v))
            for m in g.prep_objects(o, "in", "with", "by")
            for k in (g.lemma[m], *(g.lower[c] for c in g.all_children(m, "amod")))
        )
        hard = g.lemma[v] in words["avenging"] or manner or kind or (hit and back)
        others = self.voices.others([*against, *struck], speaker)
        if hit and self.voices.conditions(v):
            return "violence", others or blamed
        struck_first = any(
            (self.voices.act_at(k) or ("",))[0] in _HOSTILE for k in (*g.prep_objects(v, "to"), *g.objects(v))
        )
        if struck_first and not hit and g.lemma[v] not in _HANDLING:
            return None, others or blamed or self._behind(v, speaker)  # "will respond to any raid"
        if not (blamed and not hit) and not others and (not hard or g.lemma[v] in ("act", "move")):
            return None
        violent = hit or g.lemma[v] in ("avenge", "crush") or (kind and self._armed(v))
        found = others or blamed or self._behind(v, speaker)
        if g.lemma[v] in _HANDLING and not found:
            return None  # "will tackle corruption firmly"
        return ("violence" if violent else None), found

    def _behind(self, v: int, speaker: Found) -> list[Found]:
        return self.voices.others(self.voices.counterparts.below.named(v, top=True), speaker)

    def _armament(self, v: int, speaker: Found, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        """`Moscow would start work on new missiles if`, `would reduce its commitments if`: what one will make, or not keep."""
        g, words = self.g, wrongs()
        things = [
            k for o in (*g.objects(v), *g.prep_objects(v, "on")) for k in (o, *g.prep_objects(o, "on", "of"))
        ]
        armed = any(g.lemma[k] in words["arms"] for k in things)
        kept = any(g.lemma[k] in words["commitments"] for k in things) and g.lemma[v] in words["cutting"]
        provoked = blamed or any(g.is_negated(c) for c in self.voices.conditions(v))
        if not provoked or not (armed or kept) or not self.voices.own(g.subjects(v), speaker):
            return None
        return ("violence" if armed else None), blamed

    def _lost(self, v: int, speaker: Found) -> tuple[str | None, list[Found]] | None:
        """`Budapest could lose its European money`, `would cost Jakarta the loans`: of what the speaker's side gives."""
        g, people = self.g, self.voices.people
        gone = [k for k in g.objects(v) if g.lemma[k] in wrongs()["benefits"]]
        if g.lemma[v] == "cost":
            hit = [f for k in g.datives(v) for f in people.of(k)]
            return ("relations", hit) if gone and self.voices.others(hit, speaker) else None
        sources = [
            m
            for k in gone
            for m in (*g.prep_objects(k, "from", "of"), *g.all_children(k, "amod", "compound"))
        ]
        sources += g.prep_objects(v, "from")
        given = [f for m in sources for f in people.of(m, owner=False)]
        common = speaker.actor.sector == "IGO"  # "European money", by a commissioner
        own = any(not self.voices.other(f, speaker) or (common and f.actor.sector == "IGO") for f in given)
        hit = [f for s in g.subjects(v) for f in people.of(s)]
        warned = self.voices.cue(v) in wrongs()["warning"] and bool(gone)
        if not own and not (
            warned and (common or (self._in_power(speaker) and bool(self.voices.conditions(v))))
        ):
            return None
        return "relations", hit

    def _warlike(self, v: int) -> tuple[str | None, list[Found]] | None:
        """`any attack would amount to a declaration of war`: what one will take for war."""
        g = self.g
        told = [*g.objects(v), *g.prep_objects(v, "to"), *g.all_children(v, "attr")]
        war = any(
            g.lemma[k] == "declaration" and any(g.lemma[m] == "war" for m in g.prep_objects(k, "of"))
            for k in told
        )
        acts = any(
            g.lemma[k] == "act" and any(g.lemma[m] in ("war", "aggression") for m in g.prep_objects(k, "of"))
            for k in told
        )
        if not (war or acts):
            return None
        doers = [f for s in g.subjects(v) for f in self.voices.people.owner(s)]
        return "violence", doers

    def _seen(self, v: int) -> tuple[str | None, list[Found]] | None:
        """`they will see their own envoys sent home`: what others will see done to them."""
        g = self.g
        others = [f for s in g.subjects(v) for f in self.voices.people.of(s)]
        act = next((a for c in g.complements(v) if (a := self.voices.act_at(c)) is not None), None)
        return (
            (governed("threaten", act)[1], others)
            if others and act is not None and act[0] in HOSTILE
            else None
        )

    def _under_review(self, v: int) -> bool:
        """Whether a clause says that penalties are thought of: `further punitive steps are under review`, `are being weighed`."""
        g, words = self.g, wrongs()
        if g.is_negated(v):
            return False
        things = g.objects(v) if g.is_passive(v) else g.subjects(v)
        hostile = any(
            g.lemma[k] in words["penalties"]
            or (
                g.lemma[k] in words["measures"]
                and any(g.lower[c] in words["hard"] for c in g.all_children(k, "amod"))
            )
            for k in things
        )
        weighed = (
            g.is_passive(v)
            and g.lemma[v] in words["weighing"]
            and any(g.lower[a] == "being" for a in g.auxiliaries(v))
        )
        under = g.lemma[v] == "be" and any(
            g.lemma[k] in words["weighed"] for k in g.prep_objects(v, "under", "in")
        )
        return hostile and (weighed or under)

    def _armed(self, v: int) -> bool:
        g = self.g
        return any(g.lemma[k] in ("force", "weapon", "fire", "arms") for k in g.prep_objects(v, "with", "by"))

    def _harm(
        self, v: int, speaker: Found, clauses: list[int], blamed: list[Found]
    ) -> tuple[str | None, list[Found]] | None:
        """`Ankara may shut the camps if the money did not arrive`: what one's own side does should others (not) act."""
        g = self.g
        if not self.voices.own(g.subjects(v), speaker):
            return None
        if g.lemma[v] == "march" and g.prep_objects(v, "on"):  # "his men would march on the capital"
            return "territory", blamed
        untoward = any(g.is_negated(c) or g.is_passive(c) for c in clauses) or self._at_anyone(v)
        untoward = untoward or any(self.voices.own(g.objects(c), speaker) for c in clauses)
        if not (blamed or untoward) or (
            g.lemma[v] == "defend"
            and not any(g.lower[k].endswith("selves") or g.lower[k].endswith("self") for k in g.objects(v))
        ):
            return None
        named = self.voices.others([f for k in g.objects(v) for f in self.voices.people.of(k)], speaker)
        return self._mode_of(v), named or blamed

    def _at_anyone(self, v: int) -> bool:
        """Whether what is done is done to whoever does something: `will shoot anyone who crosses`."""
        g = self.g
        done_to = [k for c in (v, *g.all_children(v, "xcomp")) for k in g.objects(c)]
        return any(
            g.lower[k] in wrongs()["whoever"] and g.child(k, "relcl", "acl") is not None for k in done_to
        )

    def _mode_of(self, v: int) -> str | None:
        """The mode of a threat by the verb of what is threatened."""
        lemma, words = self.g.lemma[v], wrongs()
        if lemma in words["striking"] or lemma in words["crushing"]:
            return "violence"
        if lemma in words["leaving"]:
            return "relations"
        return "restrict" if lemma in words["restricting"] else None

    def _measures(self, v: int, speaker: Found, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        """`Egypt will take all necessary measures if`, `will take tough action against`."""
        g, words = self.g, wrongs()
        taken = [k for k in g.objects(v) if g.lemma[k] in words["measures"]]
        own = self.voices.own(g.subjects(v), speaker)
        if g.lemma[v] == "use" and own and any(g.lemma[k] in words["arms"] for k in g.objects(v)):
            return "violence", blamed  # "could use nuclear weapons"
        if not taken or not own:
            return None
        hard = any(g.lower[c] in words["hard"] for c in g.all_children(v, "advmod")) or any(
            g.lower[c] in words["hard"] for k in taken for c in g.all_children(k, "amod", "compound")
        )
        where = [m for k in (v, *taken) for m in g.prep_objects(k, "against")]
        against = [f for m in where for f in self.voices.people.of(m)]
        by_themselves = any(g.lemma[k] in words["counter"] for k in taken)
        hard = hard or (by_themselves and bool(self.voices.conditions(v))) or self._for_sovereignty(v, taken)
        if not (hard or blamed or self.voices.others(against, speaker)):
            return None
        return None, against

    def _for_sovereignty(self, v: int, taken: list[int]) -> bool:
        """`will take all necessary measures to defend its territory`: what states say when they threaten."""
        g, words = self.g, wrongs()
        if not any(g.lower[c] in _NEEDED for k in taken for c in g.children[k]):
            return False
        aims = [c for k in (v, *taken) for c in g.all_children(k, "advcl", "xcomp", "acl", "relcl")]
        return any(
            g.lemma[o] in words["inviolable"]
            for c in aims
            if g.lemma[c] in words["safeguarding"]
            for o in g.objects(c)
        )

    def _suffered(self, v: int, speaker: Found) -> tuple[str | None, list[Found]] | None:
        """`Israel will pay a price`, `any aggressor will regret it`, `Minsk risked sanctions`: what comes upon them."""
        g, words = self.g, wrongs()
        met = [*g.objects(v), *[m for _, m in g.prepositions(v)]]
        evils = [k for o in met for k in (o, *g.prep_objects(o, "of")) if g.lemma[k] in words["consequences"]]
        jailed = [k for o in met for k in (o, *g.prep_objects(o, "in")) if g.lemma[k] in words["jailing"]]
        if jailed and self._in_power(speaker) and any(self._such(s) for s in g.subjects(v)):
            return "arrest", []
        alone = g.lemma[v] in words["rueing"] or (
            g.lemma[v] == "pay" and any(g.lower[c] in ("dearly", "heavily") for c in g.children[v])
        )
        if not (evils or alone):
            return None
        hit = g.subjects(v)
        others = self.voices.others([f for s in hit for f in self.voices.people.of(s)], speaker)
        if not others and any(g.lower[s] in _THEY for s in hit):
            others = self.voices.addressees(v, speaker)  # "told Vilnius it would pay a price"
        clauses = [k for c in g.all_children(v, "csubj") for k in g.subjects(c)]  # "whoever attacks us"
        if not others and not any(self._whoever(s) for s in (*hit, *clauses)):
            return None
        return self._mode(evils), others

    @staticmethod
    def _in_power(speaker: Found) -> bool:
        return speaker.actor.kind == "state" or speaker.actor.sector in ("GOV", "MIL", "COP", "PRM")

    def _such(self, s: int) -> bool:
        """Whether a subject stands for those who do something: `people who still hold guns`, `anyone who protests`."""
        return self.g.pos[s] in ("NOUN", "PRON") and self.g.child(s, "relcl", "acl") is not None

    def _whoever(self, s: int) -> bool:
        """Whether a subject stands for anyone who acts against the speaker: `any aggressor`, `whoever`, `the enemy`."""
        g, words = self.g, wrongs()
        if g.lemma[s] in words["foes"] or g.lower[s] in words["whoever"]:
            return True
        return g.pos[s] == "NOUN" and any(g.lower[c] == "any" for c in g.all_children(s, "det"))

    def _mode(self, evils: list[int]) -> str | None:
        g, words = self.g, wrongs()
        if any(g.lemma[k] in words["penalties"] for k in evils):
            return "restrict"
        return "violence" if any(g.lemma[k] in words["blows"] for k in evils) else None

    def _brought(self, v: int, speaker: Found, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        """`an invasion would bring sanctions`: what a deed of another will bring upon it."""
        g, words = self.g, wrongs()
        told = [*g.objects(v), *g.prep_objects(v, "to", "in", "with")]
        evils = [k for k in told if g.lemma[k] in words["consequences"]]
        if not evils:
            return None
        subjects = g.subjects(v)
        doers = [
            f for s in subjects for f in (*self.voices.people.of(s), *self.voices.counterparts.below.named(s))
        ]
        others = (
            self.voices.addressees(v, speaker)
            or self.voices.others(self._befallen(v, evils), speaker)
            or self.voices.others(doers, speaker)
        )
        if not others and not blamed and not any(self._whoever(s) for s in subjects):
            return None
        return self._mode(evils), others

    def _befallen(self, v: int, evils: list[int]) -> list[Found]:
        """Whom consequences are said to be for: `consequences for Ankara`, `for relations with Washington`."""
        g, people = self.g, self.voices.people
        hit = [k for e in (v, *evils) for k in g.prep_objects(e, "for", "on")]
        return [
            f
            for k in hit
            for f in people.of(k) or [f for m in g.prep_objects(k, "with") for f in people.of(m)]
        ]

    def _awaiting(self, v: int) -> tuple[str | None, list[Found]] | None:
        """`revenge awaits the murderers`: what is to come upon others, as a subject."""
        g, words = self.g, wrongs()
        evils = [k for k in g.subjects(v) if g.lemma[k] in words["consequences"]]
        if g.lemma[v] == "follow" and not (self.voices.conditions(v) and self._mode(evils)):
            return None  # "further action will follow"
        hit = [*g.objects(v), *g.prep_objects(v, "over", "for")]
        return (self._mode(evils), [f for k in hit for f in self.voices.people.of(k)]) if evils else None

    def _open_option(self, v: int) -> bool:
        """Whether a clause says that `all options remain on the table`."""
        g = self.g
        if g.lemma[v] not in ("be", "remain", "stay") or g.is_negated(v):
            return False
        options = [k for k in g.subjects(v) if g.lemma[k] == "option"]
        armed = any(g.lower[c] in _FORCEFUL for k in options for c in g.all_children(k, "det", "amod"))
        tabled = any(g.lemma[k] == "table" for k in g.prep_objects(v, "on"))
        opened = armed and any(g.lemma[k] == "open" for k in g.all_children(v, "acomp"))
        return opened or (tabled and bool(options))

    def _ruined(self, v: int) -> tuple[str | None, list[Found]] | None:
        """`we will turn Seoul into a sea of fire`, `would be reduced to ashes`: what is said to be left of a place."""
        g, people = self.g, self.voices.people
        back = [c for c in g.children[v] if g.lower[c] == "back"]  # "back to the Stone Age"
        told = [m for k in (v, *back) for m in g.prep_objects(k, "into", "to")]
        told += g.all_children(v, "attr")
        left = [m for k in told for m in (k, *g.prep_objects(k, "of"))]
        names = {
            n for k in left for n in (g.lemma[k], *(f"{g.lower[c]} {g.lemma[k]}" for c in g.children[k]))
        }
        if not names & wrongs()["ruins"]:
            return None
        hit = g.subjects(v) if g.lemma[v] == "become" else g.objects(v)
        return "violence", [f for k in hit for f in people.host_state(k) or people.of(k)]

    def _marked(self, v: int) -> list[Found] | None:
        """Whose something is that is called fair game: `Western bases there are legitimate targets`; `None` if nothing is."""
        g, people, words = self.g, self.voices.people, wrongs()
        if g.lemma[v] not in words["becoming"] or g.is_negated(v):
            return None
        targets = [k for k in g.all_children(v, "attr") if g.lemma[k] in words["targets"]]
        targets = [k for k in targets if not g.prep_objects(k, "for")]  # "for advertisers"
        if not any(g.lower[c] in words["fair"] for k in targets for c in g.all_children(k, "amod")):
            return None
        hit = g.subjects(v)
        return [f for s in hit for f in people.owner(s) or self.voices.counterparts.below.named(s)]

    def _treated(self, v: int, speaker: Found) -> tuple[str | None, list[Found]] | None:
        """`will be met with force`, `would be treated as enemies`, `will be crushed`: what will be done to them."""
        g, words = self.g, wrongs()
        done = g.objects(v)
        others = self.voices.others([f for s in done for f in self.voices.people.of(s)], speaker)
        whoever = others or any(self._whoever(s) for s in done)
        if self.voices.own(done, speaker) or not (whoever or g.lemma[v] == "bear"):
            return None
        if g.lemma[v] == "bear":  # "all consequences shall be borne by Seoul"
            bearers = [f for s in g.subjects(v) for f in self.voices.people.of(s)]
            told = any(g.lemma[k] in words["consequences"] for k in done)
            return (None, bearers) if told and self.voices.others(bearers, speaker) else None
        if g.lemma[v] == "meet":
            evils = [k for k in g.prep_objects(v, "with", "by") if g.lemma[k] in words["consequences"]]
            return (self._mode(evils), others) if evils else None
        if g.lemma[v] in words["regarding"]:
            seen = g.prep_objects(v, "as") + g.all_children(v, "oprd", "attr", "acomp")
            seen += [m for k in seen for m in g.prep_objects(k, "of")]  # "as an act of aggression"
            return (
                ("violence", others)
                if any(g.lemma[k] in words["foes"] | words["warlike"] for k in seen)
                else None
            )
        if g.lemma[v] == "hold":
            answerable = [
                *g.prep_objects(v, "to"),
                *g.all_children(v, "oprd", "acomp", "xcomp", "ccomp", "advcl"),
            ]
            return (
                (None, others)
                if others and any(g.lemma[k] in words["answerable"] for k in answerable)
                else None
            )
        return ("violence", others) if g.lemma[v] in words["crushing"] else None

    def _regarded(self, v: int, speaker: Found) -> tuple[str | None, list[Found]] | None:
        """`would treat any plane as hostile`: as what one will take what others do."""
        g, words = self.g, wrongs()
        met = g.objects(v)
        others = self.voices.others([f for k in met for f in self.voices.people.of(k)], speaker)
        if not self.voices.own(g.subjects(v), speaker) or not (others or any(self._whoever(k) for k in met)):
            return None
        over = [
            v,
            *(c for k in met for c in g.all_children(k, "acl", "relcl")),
        ]  # "any plane entering its sky as hostile"
        slots = [
            k for c in over for p in g.all_children(c, "prep") if g.lower[p] == "as" for k in g.children[p]
        ]
        seen = [*slots, *g.all_children(v, "oprd")]
        seen += [m for k in seen for m in g.prep_objects(k, "of")]  # "as an act of aggression"
        hostile = any(g.lemma[k] in words["foes"] | words["warlike"] for k in seen)
        return ("violence", others) if hostile else None

    def _broken_off(self, v: int, blamed: list[Found]) -> tuple[str | None, list[Found]] | None:
        """`the negotiations will be stopped if`, `relations would be affected if`: what another's act will put an end to."""
        g, words = self.g, wrongs()
        if not blamed or g.subjects(v) or g.lemma[v] not in words["breaking"]:
            return None
        broken = any(
            g.lemma[k] in words["endable"]
            or (self.voices.act_at(k) or ("",))[0] in ("CONSULT", "COOPERATE", "AID")
            for k in g.objects(v)
        )
        return ("relations", blamed) if broken else None

    def _unpunished(self, v: int) -> tuple[str | None, list[Found]] | None:
        """`the attack will not go unpunished`."""
        g = self.g
        left = g.all_children(v, "acomp", "oprd", "xcomp", "advcl")
        if g.lemma[v] not in ("go", "remain", "be") or not any(
            g.lower[k] in wrongs()["unpunished"] for k in left
        ):
            return None
        return None, [f for s in g.subjects(v) for f in self.voices.people.of(s)]

    def _there_will_be(self, v: int, clauses: list[int]) -> tuple[str | None, list[Found]] | None:
        """`there will be consequences`, `the response will be harsh`, `the talks will be over if`."""
        g, words = self.g, wrongs()
        told = g.all_children(v, "attr", "nsubj")
        said = [
            *g.all_children(v, "acomp", "advmod", "prt", "attr"),
            *(p for p in g.children[v] if g.dep[p] == "prep"),
        ]
        if any(self.voices.parties_of(c) for c in clauses) and any(g.lower[k] in words["over"] for k in said):
            ended = [
                k for k in g.all_children(v, "nsubj") if (a := self.voices.act_at(k)) and a[0] == "CONSULT"
            ]
            ended += [k for k in g.all_children(v, "nsubj") if g.lemma[k] in words["endable"]]
            return ("relations", []) if ended else None
        named = [k for k in told if g.lemma[k] in words["consequences"]]
        harsh = any(g.lemma[k] in words["hard"] for k in g.all_children(v, "acomp"))
        there = any(g.dep[c] == "expl" for c in g.children[v])
        if not named or not (there or harsh):
            return None
        if any(g.lower[c] == "no" for k in named for c in g.all_children(k, "det")):
            return None
        return self._mode(named), []
