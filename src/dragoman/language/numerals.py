"""Numbers that are written as words: `nineteen`, `forty`, `seventeenth`, `thirty-first`."""

from __future__ import annotations

from typing import Final

UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_UNITS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
CARDINALS: Final = {
    **{w: n for n, w in enumerate(UNITS)},
    **{w: 10 * n for n, w in enumerate(TENS, 2)},
    **{f"{t}{dash}{u}": 10 * n + k for n, t in enumerate(TENS, 2) for k, u in enumerate(UNITS[1:10], 1) for dash in "- "},
}  # fmt: skip
ORDINALS: Final = {
    **{w: n for n, w in enumerate(_ORDINAL_UNITS, 1)},
    **{f"twenty-{w}": 20 + n for n, w in enumerate(_ORDINAL_UNITS[:9], 1)},
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
# How often, or how many at once.
MULTIPLES: Final = {"once": 1, "twice": 2, "both": 2, "thrice": 3, "dozen": 12}
