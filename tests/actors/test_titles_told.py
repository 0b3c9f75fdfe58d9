"""Titles as the news has them: two for one person, ranks that namesakes abroad never had, first names, deputies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from .cases import Case

JOINED: list[Case] = [
    ("Cambodian Deputy Prime Minister and Interior Minister Sar Kheng met the Thai envoy.", "2006-03-02",
     {"Cambodian Deputy Prime Minister": "sar-kheng", "Interior Minister": "sar-kheng"}),
    ("Deputy Prime Minister and Foreign Minister of Vietnam Pham Binh Minh flew to Beijing.", "2014-08-26",
     {"Deputy Prime Minister": "pham-binh-minh"}),
    ("Vice President and Minister of Foreign Affairs of Panama Isabel Saint Malo came.", "2016-05-10",
     {"Vice President": "isabel-de-saint-malo"}),
    ("Lebanese Minister of Foreign Affairs and Emigrants Ravo Teluk came. Deputy Premier and Trade Minister Anton Brok "
     "of Slovakia went home.", "2016-05-10", {"Emigrants": "ravo-teluk", "Deputy Premier": "anton-brok"}),
    # Two people side by side.
    ("The president and Foreign Minister Sergei Lavrov flew to Baku. Russian President and Foreign Minister Sergei Lavrov came.",
     "2009-05-10", {"Russian President": "dmitry-medvedev", "Foreign Minister Sergei Lavrov": "sergey-lavrov"}),
    ("Qatari Prime Minister and Foreign Minister Sheikh Hamad bin Jassem visited Cairo. The prime minister and foreign "
     "minister Sergei Lavrov met.", "2009-05-10",
     {"Qatari Prime Minister": "hamad-bin-jassim-al-thani", "foreign minister Sergei Lavrov": "sergey-lavrov",
      "prime minister": "hamad-bin-jassim-al-thani"}),
    # A deputy is of what he is deputy of.
    ("Ren Haiquan, deputy chief of general staff of the Chinese People's Liberation Army, met Vietnamese officers.",
     "2011-06-10", {"Ren Haiquan": "ren-haiquan"}),
]  # fmt: skip

NAMESAKES: list[Case] = [
    ("COLOMBO (Reuters) - Colonel Charles and Major Blair were killed in Mannar, the military said.", "2008-01-06",
     {"Colonel Charles": "charles", "Major Blair": "blair"}),
    ("Syrian troops arrested Captain Sarkozy in Homs.", "2012-02-03", {"Captain Sarkozy": "sarkozy"}),
    ("General Musharraf met Colonel Gaddafi and General Powell.", "2001-11-06",
     {"General Musharraf": "pervez-musharraf", "Colonel Gaddafi": "muammar-gaddafi", "General Powell": "colin-powell"}),
    ("Lao Prime Minister Bouasone Bouphavanh met Thai Prime Minister Samak Sundaravej. Prime Minister Bouasone thanked "
     "Prime Minister Samak.", "2008-03-02",
     {"Prime Minister Bouasone#2": "bouasone-bouphavanh", "Prime Minister Samak#2": "samak-sundaravej"}),
    ("Prime Minister Thongsing of Laos met the Chinese premier. Prime Minister Thongsing thanked him.", "2011-12-20",
     {"Prime Minister Thongsing#2": "thongsing-thammavong"}),
]  # fmt: skip

STRANGERS: list[Case] = [
    # Somebody of the text before his namesake of the base.
    ("Ibrahim Karzai, a shopkeeper, was killed in Kandahar. Karzai had two sons.", "2014-12-15", {"Karzai#2": "ibrahim-karzai"}),
    ("President Hamid Karzai met Ahmed Karzai, his cousin. Karzai said so.", "2011-12-15", {"Karzai#3": "hamid-karzai"}),
    ("Obama met Merkel in Washington.", "2014-12-15", {"Obama": "barack-obama", "Merkel": "angela-merkel"}),
    # Who heads a part of a group does not lead it.
    ("An envoy met the international relations chief of Hezbollah.", "2010-12-15", {"international relations chief": None}),
    ("An envoy met the chief of Hezbollah.", "2010-12-15", {"chief of Hezbollah": "hassan-nasrallah"}),
    ("Afghan Chief Executive Officer Abdullah Abdullah met Kamilov.", "2018-08-28", {"Abdullah Abdullah": "abdullah-abdullah"}),
]  # fmt: skip

SECRETARIES: list[Case] = [
    ("Nepali Foreign Secretary Rato Gurung met Indian Foreign Secretary Kanwal Sibal. The Pakistani foreign secretary stayed at home.",
     "2002-12-06", {"Nepali Foreign Secretary Rato Gurung": "rato-gurung", "Indian Foreign Secretary": "kanwal-sibal"}),
    ("Foreign Secretary Robin Cook met the Irish foreign minister in London. Defence Secretary George Robertson was there.",
     "1998-05-04", {"Foreign Secretary Robin Cook": "robin-cook", "Defence Secretary": "george-robertson"}),
    ("COLOMBO - Defence Secretary Gotabaya Rajapaksa met Foreign Secretary Palitha Kohona.", "2008-10-04",
     {"Defence Secretary": "gotabaya-rajapaksa", "Foreign Secretary": "palitha-kohona"}),
]  # fmt: skip

COUNTRIES: list[tuple[str, str, str, str | None]] = [
    # A body that somebody serves is of his state, whatever the part of it deals with and whomever he meets.
    ("TOKYO - Shinsuke Kato, head of the foreign ministry's Korean affairs division, met officials on Friday. Japan will wait.",
     "2012-05-11", "Kato", "JPN"),
    ("ANKARA - Omer Telik, deputy director of the foreign ministry's Syrian desk, said Turkey would wait.", "2012-05-11",
     "foreign ministry", "TUR"),
    # Nobody is of a state because he went there.
    ("Security adviser Ravo Telun met rebel leaders. Telun said he flew to Malaysia on Tuesday. Malaysia was thanked.",
     "2013-03-06", "Telun", None),
    ("KAMPALA - Presidential adviser Tumo Ngala flew to Kenya on Monday. Kenya will help.", "2010-06-16", "Ngala", "UGA"),
    ("Kenyan adviser Juma Otieno flew to Kenya.", "2010-06-16", "Otieno", "KEN"),
    ("Police chief Tumo Ngala travelled to the north of Kenya to meet herders.", "2010-06-16", "Ngala", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "wording", "country"), COUNTRIES, ids=lambda x: str(x)[:40])
def test_countries(
    read: Callable[..., Doc], text: str, published: str, wording: str, country: str | None
) -> None:
    doc = read(text, published)
    at = text.index(wording)
    (found,) = {a.country for m in doc._.mentions.items if m.start <= at < m.end for a in m.actors}
    assert found == country


def test_two_leaders_of_one_state(read: Callable[..., Doc], who: Callable[[Doc, str], str | None]) -> None:
    doc = read(
        "KATHMANDU - Maoist chief Prachanda met Prime Minister Girija Prasad Koirala. Nothing was signed, rebel spokesman "
        "Krishna Bahadur Mahara said. The two leaders talked for two hours.",
        "2006-06-16",
    )
    assert who(doc, "two leaders") == "girija-prasad-koirala+pushpa-kamal-dahal"


@pytest.mark.parametrize(
    ("text", "published", "expected"), JOINED + NAMESAKES + STRANGERS + SECRETARIES, ids=lambda x: str(x)[:40]
)
def test_titles(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str,
    expected: dict[str, str | None],
) -> None:
    doc = read(text, published)
    assert {wording: who(doc, wording) for wording in expected} == expected


def test_a_deputy_is_of_the_state_of_whom_he_is_deputy(read: Callable[..., Doc]) -> None:
    doc = read(
        "Ren Haiquan, deputy chief of general staff of the Chinese People's Liberation Army, met Vietnamese officers.",
        "2011-06-10",
    )
    assert [a.country for a in doc._.mentions.items[0].actors] == ["CHN"]


def test_a_state_is_nobody_whose_first_name_it_is(read: Callable[..., Doc]) -> None:
    doc = read("Nepal's army said so. Brigadier General Nepal Bhusan Chand spoke.", "2006-03-04")
    assert doc._.mentions.items[0].actors[0].kind != "person"
