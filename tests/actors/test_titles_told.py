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


@pytest.mark.parametrize(("text", "published", "expected"), JOINED + NAMESAKES, ids=lambda x: str(x)[:40])
def test_titles(
    read: Callable[..., Doc],
    who: Callable[[Doc, str], str | None],
    text: str,
    published: str,
    expected: dict[str, str],
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
