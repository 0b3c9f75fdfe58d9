"""How the record lies in its tables: columns derived from the models, so that the two never differ.

`readings`      one row a reading: the document's metadata, its text, the whole reading as JSON, and every list of
                facts as a nested column, so that engines that know nothing of Dragoman can query it. A batch of rows is
                one commit.
`occurrences`   derived from the readings, one row an occurrence, a partition a year.
`judgements`    corrections by people, one row each.
"""

from __future__ import annotations

import types
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dragoman.schema import Reading
from dragoman.schema.record import Judgement, Occurrence

# Raised whenever a column below, or a model it derives from, changes; `migration` rebuilds older records.
VERSION: Final = 1

FACTS: Final = (
    "actors",
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "memberships",
    "profiles",
    "warnings",
)

Structure = str | list[Any] | dict[str, Any]

_SCALARS: Final[dict[object, str]] = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", bool: "BOOLEAN"}


def structure(annotation: Any) -> Structure:
    """The shape of a model's field as DuckDB's `from_json` takes it: a type's name, `[item]`, `{field: shape}`.

    Raises `TypeError` for an annotation that no column can hold.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        return structure(get_args(annotation)[0])
    if origin is Literal:
        return "VARCHAR"
    if origin in (Union, types.UnionType):
        (inner,) = (a for a in get_args(annotation) if a is not type(None))
        return structure(inner)
    if origin is list:
        return [structure(get_args(annotation)[0])]
    if origin is tuple:
        return [structure(get_args(annotation)[0])]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {f.alias or name: structure(f.annotation) for name, f in annotation.model_fields.items()}
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    raise TypeError(f"no column can hold {annotation!r}")


def sql_type(shape: Structure) -> str:
    """The DuckDB type of a shape.

    >>> sql_type({"id": "VARCHAR", "span": ["INTEGER"]})
    'STRUCT("id" VARCHAR, "span" INTEGER[])'
    """
    if isinstance(shape, str):
        return shape
    if isinstance(shape, list):
        return f"{sql_type(shape[0])}[]"
    return "STRUCT(" + ", ".join(f'"{name}" {sql_type(inner)}' for name, inner in shape.items()) + ")"


def facts_structure() -> dict[str, Structure]:
    """The shapes of a reading's lists of facts."""
    return {name: structure(Reading.model_fields[name].annotation) for name in FACTS}


def occurrence_structure() -> dict[str, Structure]:
    """The shape of an occurrence."""
    shape = structure(Occurrence)
    assert isinstance(shape, dict)
    return shape


def judgement_structure() -> dict[str, Structure]:
    """The shape of a judgement."""
    shape = structure(Judgement)
    assert isinstance(shape, dict)
    return shape


# Columns of `readings` before the facts. `source` is where the document came from: a newer row of one source supersedes
# the older. `fingerprint` digests text and metadata: the same fingerprint is the same document.
_HEAD: Final = {
    "source": "VARCHAR",
    "document": "VARCHAR",
    "fingerprint": "VARCHAR",
    "added": "VARCHAR",
    "batch": "VARCHAR",
    "reader": "VARCHAR",
    "title": "VARCHAR",
    "publisher": "VARCHAR",
    "url": "VARCHAR",
    "published": "DATE",
    "language": "VARCHAR",
    "translated_from": "VARCHAR",
    "sha256": "VARCHAR",
    "signature": "INTEGER[]",
    "text": "VARCHAR",
    "reading": "VARCHAR",
}


def readings_columns() -> dict[str, str]:
    """The columns of `readings` with their DuckDB types."""
    return {**_HEAD, **{name: sql_type(shape) for name, shape in facts_structure().items()}}


# Columns of `occurrences` that are not an occurrence's own: what queries and refreshes look it up by.
_LOOKUP: Final = {
    "year": "INTEGER",  # of its start; 0 when undated
    "keys": "VARCHAR[]",  # sides and ids of all participants
    "links": "VARCHAR[]",  # what it has in common with every report that can be of it (see `sides.links_of`)
    "documents": "VARCHAR[]",  # that tell of it
    "sharp_start": "DATE",  # the widest interval of its reports that are dated exactly or by their document
    "sharp_end": "DATE",
    "vague_start": "DATE",  # the widest interval of its vague reports
    "vague_end": "DATE",
}


def occurrences_columns() -> dict[str, str]:
    """The columns of `occurrences` with their DuckDB types."""
    own = {name: sql_type(shape) for name, shape in occurrence_structure().items()}
    own["start"] = own["end"] = "DATE"
    return {**_LOOKUP, **own}


def judgements_columns() -> dict[str, str]:
    """The columns of `judgements` with their DuckDB types."""
    return {name: sql_type(shape) for name, shape in judgement_structure().items()}


def columns_of(table: str) -> dict[str, str]:
    """The columns of a table by its name."""
    return {
        "readings": readings_columns,
        "occurrences": occurrences_columns,
        "judgements": judgements_columns,
    }[table]()


def typed(table: str, given: str) -> str:
    """A query for the rows of `given`, whose column `row` holds each as JSON, with the columns of a table."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in columns_of(table).items())
    return f"SELECT unnest(CAST(row::JSON AS STRUCT({columns}))) FROM {given}"


TABLES: Final = ("readings", "occurrences", "judgements")
