"""How a line may look that begins a §, or that shows a list of contents: patterns, each with its examples."""

import re

from indexer.damage import compiled

_REST = r"(?P<rest>(?:[\s.:,(]|$).*|[A-ZÅÄÖ][a-zåäö].*)"
_NUMBER = r"(?P<number>\d{1,4})(?:\s?(?P<letter>[a-z])(?=\s|$))?(?:\s?/\s?(?P<year>\d{4}|\d{2}))?"
# With its sign, shapes such as § 84 Dnr 2031/00190 and §117 Titel and KF § 102 DNR: KU.2031.3 and § 230/31   Dnr: KS 2031/0594
SIGNED = re.compile(rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,5}}(?:\s?[Aa][Uu])?)\s+)?§\s?{_NUMBER}{_REST}")
# "Ä 12 Dnr KS032-31 041", "Ä 19 a  Dnr KS567-31 023"
MATTER = re.compile(rf"Ä\s?{_NUMBER}{_REST}")
# "Ks 60 Dnr KS 2031/1", "26 Dnr KS 2031/14", "Sn 50 Au 84 Dnr 2031/": no sign, but a label; other bodies' § between
UNSIGNED = re.compile(
    rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,5}})\s+)?{_NUMBER}(?:\s[A-ZÅÄÖ][A-Za-zåäö]{{1,4}}\s\d{{1,4}})*(?P<rest>\s+(?:[Dd]nr|DNR)\b.*)"
)
# "84 Dnr 2031/00324" for § 4, "g§171 Dnr 2031/00032" for § 171: a scan's readings of the sign
DAMAGED = re.compile(r"(?:g§|8§|§8|[8gS])\s?(?P<number>\d{1,3})(?P<rest>\s+Dnr\b.*)")
# A line of a series (see there): "KS 226", "KS 228 KS 2011/0425", "KSAU 130/2014", "30 Muntlig information"
COUNTED = re.compile(rf"(?:(?P<body>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,4}}(?:\s?[Aa][Uu])?)\s)?{_NUMBER}(?P<rest>(?:\s.*)?)")
LABEL_LINE = compiled(r"(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr)[.:;]{0,2}(?:\s.*)?")
LEADER = re.compile(r"\.{3,}\s*\d{0,3}$|…\s*\d{0,3}$|\t\d{1,3}$")
