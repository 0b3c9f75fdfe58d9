"""Tables in one piece answer as dicts do."""

import pickle

from dragoman.packed import Packed


def test_a_packed_table_answers_as_a_dict_does() -> None:
    texts = {f"town {n}": f"Stadt {n}\nVille {n} é" for n in range(500)} | {"": "no name", "bare": ""}
    packed = pickle.loads(pickle.dumps(Packed(texts)))
    assert {key: packed.get(key) for key in packed} == texts
    assert packed.get("town 500") == packed.get("town") == ""


def test_an_empty_table_has_nothing() -> None:
    assert Packed().get("town 1") == ""
    assert list(Packed()) == []
