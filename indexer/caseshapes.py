"""The shapes in which Swedish municipalities write a Dnr, each with its example: what they look like, not yet what they mean."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Order(Enum):
    """Which of two numbers is the year; PAIR is open, and is decided from the text's other numbers."""

    KNOWN = auto()
    PAIR = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to write a Dnr. `labelled`: only after "Dnr" or the like; `alone`: or as the only thing on its line.

    `needs` is a part of every such number, quick to look for: most texts have no Dnr of most shapes.
    """

    name: str
    needs: re.Pattern[str]
    pattern: re.Pattern[str]
    order: Order = Order.KNOWN
    labelled: bool = False
    alone: bool = False


_BEFORE = r"(?<![\w/.:=%§-])"
# KS, KSKF, SÄN, Ks, Sn; of mixed case only two letters, or "Vid 2024/00123" would name a registry.
_REGISTRY = r"(?!DNR\b|En\b)(?P<registry>[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][nsf])"
_YEAR_DAY = r"(?:19|20)\d\d-\d\d-\d\d"
_YEAR = r"(?P<first>(?:19[89]|20[0-4])\d)"
_CODE = r"(?:(?:[ \u00a0]{1,2}|[ ]?-[ ]?)(?P<code>\d{3})(?=[ \t]*$|[ ]?[,.;)]))?"
_AFTER = r"(?![\w/]|[-:.]\d)"

SHAPES = (
    # 2011/KS 0206 001; 2018/KS 0290 10; 2023/KS 0362
    Shape(
        "year/BODY serial",
        re.compile(r"/[A-ZÅÄÖ]"),
        re.compile(rf"{_BEFORE}{_YEAR}/{_REGISTRY}[ ](?P<second>\d{{1,5}})(?:[ ](?P<code>\d{{2,3}})(?=[ \t]*$|[,.;)]))?{_AFTER}", re.M),
    ),
    # 2011BNS0306; 2016KSM1221.042; 2013 KS0012
    Shape(
        "yearBODYserial",
        re.compile(r"\d[ ]?[A-ZÅÄÖ][A-ZÅÄÖnsf]+\d"),
        re.compile(rf"{_BEFORE}{_YEAR}[ ]?{_REGISTRY}(?P<second>\d{{4,5}})(?:\.(?P<code>\d{{2,3}}))?{_AFTER}"),
    ),
    # KS/2018:298 - 001; KS/2011:224-209; KSKF/2014:1; SÄN/2012:3
    Shape(
        "BODY/year:serial",
        re.compile(r"/\d{4}:\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}/{_YEAR}:(?P<second>\d{{1,5}})(?:[ ]?-[ ]?(?P<code>\d{{2,3}}))?{_AFTER}"),
    ),
    # KS2031.0122; FN 2031.044
    Shape(
        "BODY year.serial",
        re.compile(r"[ A-ZÅÄÖnsf]\d{4}\.\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?{_YEAR}\.(?P<second>\d{{3,5}}){_CODE}{_AFTER}", re.M),
    ),
    # KU.2017.3; KS.2012.79 041
    Shape(
        "BODY.year.serial",
        re.compile(r"\.\d{4}\.\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}\.{_YEAR}\.(?P<second>\d{{1,5}}){_CODE}{_AFTER}", re.M),
    ),
    # SLK-2023-01047
    Shape("BODY-year-serial", re.compile(r"-\d{4}-\d"), re.compile(rf"{_BEFORE}{_REGISTRY}-{_YEAR}-(?P<second>\d{{1,6}}){_AFTER}")),
    # KS 2022/00061; BUN042 2022/00017; BUN2022/00208; Ks2013/0324  294; KS-2020/983; KS- 2020/920; SKR2022/00417
    Shape(
        "BODY year/serial",
        re.compile(r"[12]\d\d\d/\d"),
        re.compile(rf"{_BEFORE}(?:{_REGISTRY}(?:(?P<class>[0O]\d\d)[ ])?[ ]?(?:-[ ]?)?){_YEAR}/(?P<second>\d{{1,6}}){_CODE}{_AFTER}", re.M),
    ),
    # 2022/00314; 2016/000964 622; bare only where the serial is padded or long, for "2024/25" is a school year
    Shape("year/serial", re.compile(r"[12]\d\d\d/\d"), re.compile(rf"{_BEFORE}{_YEAR}/(?P<second>\d{{3,6}}){_CODE}{_AFTER}", re.M)),
    # Dnr 2016/32-550; Dnr 2023/154
    Shape(
        "year/serial, short",
        re.compile(r"[12]\d\d\d/\d"),
        re.compile(rf"{_BEFORE}{_YEAR}/(?P<second>\d{{1,2}}){_CODE}{_AFTER}", re.M),
        labelled=True,
    ),
    # Dnr 2017-000030
    Shape("year-serial", re.compile(r"-\d\d\d"), re.compile(rf"{_BEFORE}{_YEAR}-(?P<second>\d{{3,6}}){_AFTER}"), labelled=True),
    # Dnr BUN/2031/0021
    Shape(
        "BODY/year/serial",
        re.compile(r"/\d{4}/\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}/{_YEAR}/(?P<second>\d{{1,6}}){_AFTER}"),
    ),
    # Dnr 123/2031; Dnr SN 46/2031-600
    Shape(
        "serial/year",
        re.compile(r"\d/\d{4}"),
        re.compile(rf"{_BEFORE}(?:{_REGISTRY}[ ]?)?(?P<second>\d{{1,5}})/{_YEAR}(?:-(?P<code>\d{{3}}))?{_AFTER}"),
        labelled=True,
    ),
    # Dnr MBN 2031-310
    Shape(
        "BODY year-serial",
        re.compile(r"[ ]\d{4}-\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]{_YEAR}-(?P<second>\d{{1,6}}){_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # 1.5.3-219-2012; 7-742-2011
    Shape(
        "class-serial-year",
        re.compile(r"-\d+-\d{4}"),
        re.compile(rf"{_BEFORE}(?P<code>\d(?:\.\d{{1,2}}){{0,3}})-(?P<second>\d{{1,5}})-{_YEAR}{_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # Diarienummer 2481-2021
    Shape(
        "serial-year",
        re.compile(r"-\d\d\d\d"),
        re.compile(rf"{_BEFORE}(?P<second>[1-9]\d{{2,5}})-{_YEAR}{_AFTER}"),
        alone=True,
        labelled=True,
    ),
    # KS217-23 106; SN094-22 730; KS 02-820 107
    Shape(
        "BODY a-b",
        re.compile(r"[A-ZÅÄÖnsf][ ]?\d+-\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?(?P<first>\d{{1,5}})-(?P<second>\d{{2,5}}){_CODE}{_AFTER}(?![ ]\d\d[ ]\d\d)", re.M),
        Order.PAIR,
    ),
    # KS 15/6; KS 12/324; KS 07/38
    Shape(
        "BODY a/b",
        re.compile(r"/\d"),
        re.compile(rf"{_BEFORE}{_REGISTRY}[ ]?(?P<first>\d{{2}})/(?!(?:19|20)\d\d\b)(?P<second>\d{{1,4}}){_AFTER}"),
        Order.PAIR,
    ),
    # Dnr 0263/19; Dnr 31/16; Vårt dnr 22/00731
    Shape(
        "a/b", re.compile(r"/\d"), re.compile(rf"{_BEFORE}(?P<first>\d{{1,5}})/(?P<second>\d{{2,5}}){_AFTER}"), Order.PAIR, labelled=True
    ),
)

# BUNO41 2022/00118, 2O22/OO118: the letters O, o, l and I for digits, believed only after a label.
DAMAGED = re.compile(rf"{_REGISTRY}?(?P<class>[0O]\d\d)?[ ]?(?P<first>[2][0OolI\d]{{3}})/(?P<second>[0OolI\d]{{3,6}})(?!\w)")
# KFKS 2015/; Dnr 2017/; Dnr 0093/; T 2010-313-01743; 316-259/2012: kept as written, without a key.
UNREADABLE = re.compile(rf"(?:{_REGISTRY}[ ]?|[A-Z][ ])?(?!{_YEAR_DAY})(?:\d{{3,5}}/(?!\d)|\d{{1,4}}-\d{{1,4}}[-/]\d{{2,5}}(?!\d))")
NO_REGISTRY = frozenset(
    {"SOU", "DS", "SFS", "PROP", "BET", "HT", "VT", "ISO", "EU", "EG", "TEL", "FAX", "KL", "NR", "DEN", "KAP", "ÅR", "AU", "LSS"}
)
"""Capitals before a number that are no registry."""
