"""What the rules say: the knowledge entry behind the `rule` of a fact, for people who ask why."""

from __future__ import annotations

import re

from dragoman.coding.lexicon import Condition, Entry, Lexicon, builtin_lexicon
from dragoman.facts.agreements import known_agreements

_MECHANISMS = {
    "request.must": "A saying verb with a clause in which somebody else must, should or needs to act: a request to them.",
    "speech.quotation": "A quotation with a reporting verb beside it; the verb's subject is the source.",
    "speech.running": "A quotation or clause whose source the text leaves out: the source running in this paragraph or the one before.",
    "speech.clause": "A cue verb with a finite clause as its content.",
    "speech.fronted": "Content before a parenthetical cue: `The talks failed, officials said.`",
    "speech.noun": "A cue verb with a noun phrase as its content: `stressed the need for a ceasefire`.",
    "speech.preposition": "A cue verb with its content after a preposition: `called for restraint`.",
    "speech.light": "A light-verb cue: `made it clear that`, `expressed confidence that`.",
    "speech.according": "`According to X`, `in the words of X`: the rest of the clause is the content.",
    "speech.view": "`In his view`, `by her own account`: the rest of the clause is the content.",
    "speech.as": "`As he put it`: the rest of the sentence is the content.",
    "speech.told": "Somebody is told to do something; the content is what is to be done: `urged Kyiv to sign`.",
    "speech.wished": "Somebody is wanted or expected to do something: `wants the parliament to vote`.",
    "speech.infinitive": "An infinitive of the source's own: `vowed to retaliate`.",
    "speech.object": "A cue verb with a noun phrase as what was said, thought or wanted: `denied the report`.",
    "speech.particle": "A cue verb with its particle: `ruled out a second vote`.",
    "speech.judgement": "A judgement of a thing: `called the vote a mistake`, `the talks, which he called useful`.",
    "speech.estimate": "A figure that somebody puts: `put the number of dead at forty`.",
    "speech.impersonal": "A passive that names no source: `is expected to win`.",
    "speech.nominal": "A noun of saying or thinking with its owner and content: `the minister's claim that`.",
    "speech.adjective": "An adjective of the thinker: `is confident that`, `was worried about`.",
    "speech.stance": "`Is against`, `is in favour of`: the object is the content.",
    "speech.adverb": "`Reportedly`: the clause is somebody's whom the text does not name.",
    "speech.turn": "A name and a colon, in a headline or a transcript, or a text below the line that announces it: what follows is the named one's.",
    "count.ordinal": "An ordinal beside a contact: which in its row it is.",
    "count.cardinal": "A figure beside contacts: how many there were.",
    "agreement.unnamed": "An agreement without a known name, of which the text says what became of it.",
    "designation.parenthesis": "A label that an editor put in brackets after a name.",
    "designation.verb": "A verb of designating or banning with a terrorist label.",
}
_FAMILIES = {
    "log": "An entry of a contact log: the log itself says who, when and where.",
    "position": "A stance word (speech/data/stances.yml) whose subject holds it towards its content.",
    "membership": "A word of belonging (member, co-chair, guarantor ...) beside a group, or a state joining one.",
    "profile": "A verb of founding, merging, leading or basing about a group.",
}


def describe(rule: str, lexicon: Lexicon | None = None) -> str | None:
    """The knowledge entry (of the built-in lexicon, or another) or mechanism behind a rule id; `None` for an unknown id."""
    entry = (lexicon or builtin_lexicon()).entries.get(rule)
    if entry is not None:
        return describe_entry(entry)
    if rule in _MECHANISMS:
        return _MECHANISMS[rule]
    family, _, name = rule.partition(".")
    if family == "agreement":
        for known in known_agreements().values():
            if known.id == name:
                parties = f" between {', '.join(known.parties)}" if known.parties else ""
                return f"The named agreement {known.name!r}{parties} (facts/data/agreements.tsv)."
    return _FAMILIES.get(family)


def _conditions(conditions: tuple[Condition, ...]) -> str:
    return "; ".join(f"{c.slot} is {' or '.join(c.tests)}" for c in conditions)


def describe_entry(entry: Entry) -> str:
    """An entry in words: lemmas, act, frame, conditions, source."""
    lines = [
        f"{entry.kind} {', '.join(entry.lemmas)}",
        f"codes {entry.act}{'/' + entry.mode if entry.mode else ''}"
        + (f" ({entry.governs} of what it governs)" if entry.governs else ""),
        f"actor from {', '.join(entry.frame.actor)}"
        + (f"; recipient from {', '.join(entry.frame.recipient)}" if entry.frame.recipient else "")
        + ("; reciprocal" if entry.frame.reciprocal else ""),
    ]
    if entry.when:
        lines.append(f"when {_conditions(entry.when)}")
    if entry.unless:
        lines.append(f"unless {_conditions(entry.unless)}")
    lines.append(f"source: {re.sub(r'^usage$', 'newswire usage', entry.source)}; {entry.file}:{entry.line}")
    return "\n".join(lines)
