"""Write `seen_in_office.tsv`: which foreign leaders visited the United States, in which office, and when.

The input is the folder of the State Department's public-domain visit records (`visits/*.xml`, one file a
decade). Every visit from 1985 on becomes a sighting of a person in an office on a day; sightings of the same
person in the same office become one row with the first and the last day. A person whom `holders.tsv` has in
office at the time is spelt as there. People without a row there, and spellings that it lacks, are reported.

    python tools/seen_in_office.py PATH/TO/us-state-department
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pycountry
from rapidfuzz import fuzz

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "actors" / "data"
FIRST_DAY = "1985-01-01"
HEADER = ("country", "office", "title", "name", "first", "last", "source")

# Titles as the records write them (longest first), the plain title, and the office it names.
TITLES = {
    "Chairman of the Presidency": ("Chairman of the Presidency", "presidency-member"),
    "Provisional President": ("President", "head-of-state"),
    "Interim Prime Minister": ("Prime Minister", "head-of-government"),
    "Interim President": ("President", "head-of-state"),
    "Acting President": ("President", "head-of-state"),
    "President-elect": ("President-elect", "head-of-state-elect"),
    "President-Elect": ("President-elect", "head-of-state-elect"),
    "President": ("President", "head-of-state"),
    "Prime Minister-elect": ("Prime Minister-elect", "head-of-government-elect"),
    "Prime Ministere": ("Prime Minister", "head-of-government"),
    "Prime Minister": ("Prime Minister", "head-of-government"),
    "Prime Minster": ("Prime Minister", "head-of-government"),
    "Vice Premier": ("Vice Premier", "deputy-prime-minister"),
    "Premier": ("Premier", "head-of-government"),
    "Federal Chancellor": ("Chancellor", "head-of-government"),
    "Chancellor-elect": ("Chancellor-elect", "head-of-government-elect"),
    "Chancellor": ("Chancellor", "head-of-government"),
    "Taoiseach": ("Taoiseach", "head-of-government"),
    "General Secretary": ("General Secretary", "party-leader"),
    "Chairman": ("Chairman", "head-of-state"),
    "Crown Prince": ("Crown Prince", "crown-prince"),
    "Foreign Minister": ("Foreign Minister", "foreign-minister"),
    "Emperor": ("Emperor", "head-of-state"),
    "King": ("King", "head-of-state"),
    "Queen": ("Queen", "head-of-state"),
    "Amir": ("Amir", "head-of-state"),
    "Emir": ("Amir", "head-of-state"),
    "Sultan": ("Sultan", "head-of-state"),
    "Pope": ("Pope", "head-of-state"),
}
# Titles that name another office in this country than elsewhere.
LOCAL_OFFICES = {("ESP", "President"): "head-of-government"}
# Offices whose holders may be met under another title: the name is looked for in all of these.
HIGH_OFFICES = {
    "head-of-state",
    "head-of-government",
    "president",
    "party-leader",
    "crown-prince",
    "presidency-member",
    "deputy-prime-minister",
    "acting-head-of-state",
}
# Country ids of the records that pycountry does not know by name.
COUNTRIES = {
    "bahamas": "BHS",
    "bosnia-herzegovina": "BIH",
    "brunei": "BRN",
    "burma": "MMR",
    "cape-verde": "CPV",
    "congo-democratic-republic": "COD",
    "congo-republic": "COG",
    "cote-divoire": "CIV",
    "czech-republic": "CZE",
    "czechoslovakia": "CSK",
    "german-democratic-republic": "DDR",
    "guinea-bissau": "GNB",
    "holy-see": "VAT",
    "korea": "KOR",
    "korea-south": "KOR",
    "kosovo": "XKX",
    "macedonia": "MKD",
    "micronesia": "FSM",
    "russia": "RUS",
    "saint-kitts-nevis": "KNA",
    "saint-vincent-grenadines": "VCT",
    "antigua-barbuda": "ATG",
    "somoa": "WSM",
    "swaziland": "SWZ",
    "timor-leste": "TLS",
    "turkey": "TUR",
    "turkiye": "TUR",
    "yugoslavia": "YUG",
}
# Former states that the records file under a present one: until this day, that code.
FORMER = {
    "RUS": ("1991-12-25", "SUN"),
    "COD": ("1997-05-17", "ZAR"),
}
# Two words are the same name from this similarity on (spelling systems differ), one of at least this length.
SAME_WORD = 82
LONG_WORD = 4
# A visit may fall this many days outside the dates that holders.tsv gives to the year or the month.
SLACK = 370
# Words that too many people share to tell them apart.
COMMON_WORDS = {"abdul", "abdel", "abdullah", "mohammed", "muhammad", "mohamed", "mohammad", "ahmed"}


@dataclass(frozen=True)
class Tenure:
    """One row of `holders.tsv`, of a country."""

    office: str
    name: str
    first: date
    last: date
    spellings: tuple[str, ...]


@dataclass
class Sightings:
    """The visits of one person in one office."""

    titles: set[str] = field(default_factory=set)
    days: list[str] = field(default_factory=list)
    entries: list[tuple[str, str]] = field(default_factory=list)


def fold(text: str) -> str:
    """Lower-case ASCII letters and single spaces."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z]+", " ", ascii_text.lower().replace("'", "")).split())


def words(text: str) -> list[str]:
    """The words of a folded name that tell people apart."""
    return [word for word in fold(text).split() if len(word) >= LONG_WORD and word not in COMMON_WORDS]


def read_day(text: str, *, end: bool) -> date:
    """The first or last day of a date of any precision; empty or `?` is far away."""
    if text in {"", "?"}:
        return date(9999, 12, 31) if end else date(1, 1, 1)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    return date(parts[0], parts[1] if len(parts) > 1 else (12 if end else 1), 28 if end else 1)


def read_tenures(path: Path) -> dict[str, list[Tenure]]:
    """The rows of `holders.tsv` by country (or other owner of the office)."""
    tenures: dict[str, list[Tenure]] = defaultdict(list)
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    columns = next(lines).split("\t")
    for line in lines:
        row = dict(zip(columns, line.split("\t"), strict=True))
        owner, _, office = row["office"].partition(":")
        aliases = [alias for alias in row["aliases"].split(";") if alias and not alias.startswith("surname=")]
        plain = re.sub(r" \(.*\)", "", row["name"])
        first, last = read_day(row["from"], end=False), read_day(row["until"], end=True)
        tenures[owner].append(Tenure(office, row["name"], first, last, (row["name"], plain, *aliases)))
    return tenures


def country_code(identifier: str, day: str) -> str:
    """The code of the country that a visitor came from, on that day."""
    code = COUNTRIES.get(identifier)
    if code is None:
        code = str(pycountry.countries.lookup(identifier.replace("-", " ")).alpha_3)
    until, former = FORMER.get(code, ("", code))
    return former if day < until else code


def split_visitors(text: str) -> Iterator[tuple[str, str, str]]:
    """The title as written, plain title and name of each visitor that an entry names."""
    text = re.sub(r"\s*-\s+elect\b", "-elect", text)
    starts = "|".join(TITLES)
    for part in re.split(rf"\s+and\s+(?=(?:{starts})\b)", text):
        for written in TITLES:
            if part.startswith(written):
                yield TITLES[written][1], TITLES[written][0], clean_name(part.removeprefix(written))
                break
        else:
            yield "", "", clean_name(part)


def clean_name(text: str) -> str:
    """A name without nicknames in brackets, initials in the middle, courtesy titles and stray marks."""
    text = re.sub(r"\([^)]*\)", " ", text)
    text = re.sub(r"^\s*(Dr\.|Dato' Seri)\s+", "", text)
    text = re.sub(r",?\s*\b(Jr|Sr)\.?$", r" \1.", text)
    text = re.sub(r",?\s*\b3rd$", " III", text)
    text = re.sub(r"(?<=\w)(\s+[A-Z]\.)+(?=\s)", "", text)
    text = re.sub(r"\b(al|el)-\s+", r"\1-", text)
    text = re.sub(r"^\s*(Sheikh|Shaikh)\s+(?=\S+ (bin|al|Al|Sabah|Jaber))", "", text)
    return " ".join(text.split()).strip(" ,")


def find_holder(tenures: Iterable[Tenure], office: str, title: str, name: str, day: date) -> Tenure | None:
    """The tenure of this person: the same spelling, or alike words in a high office at that time."""
    wanted = {fold(name), fold(f"{title} {name}")}
    best: tuple[float, Tenure] | None = None
    for tenure in tenures:
        distance = max((tenure.first - day).days, (day - tenure.last).days, 0)
        same_office = tenure.office == office.removesuffix("-elect")
        near = distance <= SLACK and (same_office or tenure.office in HIGH_OFFICES)
        score = 0.0
        if any(fold(spelling) in wanted for spelling in tenure.spellings) and (near or " " in fold(name)):
            score = 300.0
        elif near and office:
            score = alike(name, tenure.spellings, least=1 if same_office else 2)
        if not score:
            continue
        # The office of the title and the exact time decide between namesakes and families.
        score += 40 * same_office + 60 * (distance == 0) - min(distance, SLACK) / 10
        if best is None or score > best[0]:
            best = (score, tenure)
    return best[1] if best else None


def alike(name: str, spellings: Iterable[str], *, least: int) -> float:
    """How alike a name is to the best of several spellings; 0 if fewer than `least` telling words agree."""
    best = 0.0
    mine = words(name)
    for spelling in spellings:
        pairs = [max((fuzz.ratio(word, other) for other in words(spelling)), default=0.0) for word in mine]
        agreeing = [ratio for ratio in pairs if ratio >= SAME_WORD]
        if len(agreeing) >= least and (len(agreeing) > 1 or len(mine) <= 2 or pairs[-1] >= SAME_WORD):
            best = max(best, sum(agreeing) / len(agreeing) + 10 * len(agreeing))
    return best


def read_visits(folder: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """File, entry id, day, country id and visitor of every visit in the time covered."""
    for path in sorted(folder.glob("*.xml")):
        for visit in ElementTree.parse(path).getroot():
            day = (visit.findtext("start-date") or "").strip()
            origin = visit.find("from")
            if day >= FIRST_DAY and origin is not None:
                visitor = " ".join((visit.findtext("visitor") or "").split())
                yield path.stem, (visit.findtext("id") or "").strip(), day, origin.get("id", ""), visitor


def collect(folder: Path, tenures: dict[str, list[Tenure]]) -> dict[tuple[str, str, str], Sightings]:
    """The sightings by country, office and name; what cannot be placed is reported."""
    found: dict[tuple[str, str, str], Sightings] = defaultdict(Sightings)
    spellings: dict[tuple[str, str], str] = {}
    for file, entry, day, origin, visitor in read_visits(folder):
        code = country_code(origin, day)
        for given_office, title, name in split_visitors(visitor):
            office = LOCAL_OFFICES.get((code, title), given_office)
            tenure = find_holder(tenures.get(code, []), office, title, name, date.fromisoformat(day))
            if tenure is None:
                print(f"no holder\t{code}\t{office}\t{name}\t{day}", file=sys.stderr)
                if not office:
                    continue
                # Another spelling of the same words is the same person: the first one stays.
                person = spellings.setdefault((code, fold(name)), name)
            else:
                if fold(name) not in {fold(spelling) for spelling in tenure.spellings}:
                    print(f"alias\t{tenure.name}\t{name}\t{code}\t{day}", file=sys.stderr)
                person, office = tenure.name, office or tenure.office
            sightings = found[code, office, person]
            sightings.titles.add(title or "-")
            sightings.days.append(day)
            sightings.entries.append((day, f"visits/{file}.xml#{entry}"))
    return found


def write(found: dict[tuple[str, str, str], Sightings], path: Path) -> None:
    """Write the rows, sorted; the source is the first and the last entry."""
    lines = [
        "# Foreign leaders seen in office on visits to the USA. Written by tools/seen_in_office.py.",
        "# Source: visit records of the U.S. Department of State, Office of the Historian (public domain).",
        "\t".join(HEADER),
    ]
    for (code, office, name), seen in sorted(
        found.items(), key=lambda item: (*item[0][:2], min(item[1].days), item[0][2])
    ):
        entries = [entry for _, entry in sorted(seen.entries)]
        source = ";".join(dict.fromkeys((entries[0], entries[-1])))
        titles = ";".join(sorted(seen.titles - {"-"}))
        lines.append("\t".join((code, office, titles, name, min(seen.days), max(seen.days), source)))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(found)} rows in {path.name}")


def main() -> None:
    """Read the arguments and write the table."""
    parser = argparse.ArgumentParser(description="Write seen_in_office.tsv from records of state visits.")
    parser.add_argument("folder", type=Path, help="the folder that holds visits/*.xml")
    parser.add_argument("--holders", type=Path, default=DATA / "holders.tsv")
    parser.add_argument("--output", type=Path, default=DATA / "seen_in_office.tsv")
    arguments = parser.parse_args()
    write(collect(arguments.folder / "visits", read_tenures(arguments.holders)), arguments.output)


if __name__ == "__main__":
    main()
