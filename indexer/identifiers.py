"""What a text refers to by number, as tokens: "dnr:2024/12", "par:84", "year:2024"."""

import re

_SECTION = re.compile(r"§§?\s{0,3}(\d{1,3})(?:\s?([a-z])\b)?")  # § 84, §43, § 19 a
_CASE = re.compile(r"(?:\b([A-ZÅÄÖ]{2,5})[ /-]{0,2})?\b((?:19|20)\d\d)/0*(\d{1,6})\b")  # 2024/00012, KS 2024/12
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def tokens(text: str) -> list[str]:
    """Tokens for all the references found, kind by kind."""
    found = [f"par:{match[1]}{match[2] or ''}" for match in _SECTION.finditer(text)]
    for match in _CASE.finditer(text):
        found.append(f"dnr:{match[2]}/{match[3]}")
        if match[1]:
            found.append(f"dnr:{match[1].casefold()}/{match[2]}/{match[3]}")
    found += [f"year:{match[0]}" for match in _YEAR.finditer(text)]
    return found
