"""What somebody is said to have done and denies, what he only insists is so, what the press asks him."""

import pytest

from dragoman import Document, Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def acts(reader: Reader, text: str) -> set[str]:
    return {e.act for e in reader.read(Document(text=text, published="2013-08-24")).events}


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Iran denied accusations that it had attacked the tanker.", "ASSAULT"),
        ("Iran denied accusations of attacking the tanker.", "ASSAULT"),
        ("Kenya refuted the charge that its troops killed ten civilians in Somalia.", "ASSAULT"),
        ("Turkey condemned claims that it had armed the rebels.", "AID"),
        ("Rwanda has denied accusations that Kigali supports the M23.", "SUPPORT"),
        ("Rwanda has dismissed as false reports that Kigali supports the M23.", "SUPPORT"),
        ("The claim that Iranian troops attacked the tanker is false.", "ASSAULT"),
        ("Sudan rejected allegations that it had bombed Kauda and expelled two envoys.", "SANCTION"),
        ("Iran has always insisted on the peaceful nature of its reactors.", "REQUEST"),
        ("Questioned about a raid in Kashmir, the Indian spokesman said it was a joke.", "ACCUSE"),
        ("Mr. Kirby: Thank you.", "SUPPORT"),
    ],
)
def test_no_event(reader: Reader, text: str, left_out: str) -> None:
    assert left_out not in acts(reader, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Egypt confirmed reports that it had expelled two envoys.", "SANCTION"),
        ("Egypt did not deny reports that it had expelled two envoys.", "SANCTION"),
        ("Ghana condemned the attack that killed ten soldiers.", "ASSAULT"),
        ("Serbia dismissed reports, and its army shelled the town.", "ASSAULT"),
        ("Kenya insisted on the return of the troops.", "REQUEST"),
        ("Police questioned the Iranian envoy about the bombing.", "ACCUSE"),
        ("Putin thanked China for its help.", "SUPPORT"),
    ],
)
def test_near_misses(reader: Reader, text: str, kept: str) -> None:
    assert kept in acts(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda rejected the claim that Kigali supports the M23.",
        "The Bolivian president said that the US is getting ready for a coup in Venezuela.",
    ],
)
def test_what_others_say_is_no_stance(reader: Reader, text: str) -> None:
    found = reader.read(Document(text=text, published="2013-08-24")).positions
    assert not [p for p in found if p.stance == "supports"]
