from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from indexer.documents import Given
from indexer.index import Access, Filters, Index
from service.openends import exports, shown
from service.openends.records import EndKind, OpenEnds, State, Sureness
from service.openends.story import open_ends
from service.resources import Resources
from tests.service.made import NoVectors
from tests.service.minutes import COUNCIL, entry, filled

TODAY = date(2033, 1, 1)

ORDERED = """KF § 3   KS-2033/00001
Utredning om badhuset

Beslut
Kommunfullmäktige beslutar

•   att ge tekniska nämnden i uppdrag att utreda badhusets läckande tak senast i mars 2032.

KF § 4   KS-2033/00002
Försäljning av bryggan

Beslut
Kommunfullmäktige beslutar

•   att bordlägga ärendet.

KF § 5
Anmälan av motioner och medborgarförslag

Beslut
Kommunfullmäktige överlämnar följande till kommunstyrelsen för beredning:

- motion från Cia Lind (M) om en ny brygga, Dnr KS-2031/00071
- medborgarförslag om grillplats vid sjön, Dnr KS-2031/00072
"""
REPORTED = """KF § 30   KS-2033/00001
Redovisning av utredning om badhuset

Beslut
Kommunfullmäktige tar del av redovisningen.

Ärendebeskrivning
Tekniska nämnden fick i uppdrag 2031-09-03 § 3 att utreda badhusets läckande tak. Utredningen redovisas nu: taket läggs om.
"""


def council(day: str, first: int, last: int, sections: str) -> str:
    return COUNCIL.format(date=day, first=first, last=last, sections=sections)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = filled(str(tmp_path_factory.mktemp("open")))
    with index.writer() as writer:
        writer.put(entry("granby_kf_2031-09-03.txt", council("2031-09-03", 3, 5, ORDERED)))
        writer.put(entry("älvmo.txt", council("2031-09-03", 3, 5, ORDERED).replace("GRANBY", "ÄLVMO"), Given(municipality="Älvmo")))
        writer.put(entry("granby_kf_2032-02-04.txt", council("2032-02-04", 30, 30, REPORTED)))
    yield index
    index.close()


def found(index: Index, *kinds: EndKind, access: Access | None = None, **filters: Sequence[str]) -> OpenEnds:
    chosen = Filters(**{name: tuple(values) for name, values in filters.items()})  # type: ignore[arg-type]
    return open_ends(chosen, kinds, Resources(index, NoVectors()), access or Access.public(), TODAY)


def told(ends: OpenEnds) -> list[tuple[str, str | None, str]]:
    return [(line.title.split(",")[0], line.evidence.section, str(line.sureness)) for line in ends.lines]


def test_an_initiative_is_open_until_the_council_answers_it(index: Index) -> None:
    assert told(found(index, EndKind.MOTION, municipalities=["Granby"])) == [
        ("Motion om cykelställ vid badhuset", "§ 20", "trolig"),
        ("motion från Cia Lind (M) om en ny brygga", "§ 5", "möjlig"),
    ]


def test_a_medborgarforslag_is_never_surer_than_possible_for_a_board_may_have_answered(index: Index) -> None:
    (line,) = found(index, EndKind.MEDBORGARFORSLAG, municipalities=["Granby"]).lines
    assert line.sureness is Sureness.POSSIBLE


def test_an_assignment_is_reported_back_by_the_section_that_names_it(index: Index) -> None:
    (line,) = found(index, EndKind.ASSIGNMENT, municipalities=["Granby"]).lines
    assert (line.to, line.deadline, line.state, line.sureness) == ("tekniska nämnden", "2032-03-31", State.REPORTED, Sureness.PROBABLE)
    assert line.latest is not None
    assert line.latest.section == "§ 30"


def test_without_later_minutes_nobody_can_say(index: Index) -> None:
    (line,) = found(index, EndKind.ASSIGNMENT, municipalities=["Älvmo"]).lines
    assert (line.state, line.sureness) == (State.OPEN, Sureness.UNKNOWN)
    assert line.reason == "Tiden gick ut 2032-03-31. Senare protokoll från kommunfullmäktige finns inte här."


def test_what_was_put_off_and_not_taken_up_again_is_open(index: Index) -> None:
    assert told(found(index, EndKind.PUT_OFF, municipalities=["Granby"])) == [
        ("Bro över Lillån", "§ 12", "oviss"),
        ("Försäljning av bryggan", "§ 4", "möjlig"),
    ]


def test_every_line_quotes_words_of_its_own_section(index: Index) -> None:
    for line in found(index).lines:
        stored = index.file(line.evidence.file, Access.public())
        assert stored is not None
        assert line.evidence.quote in " ".join(stored.source.text.split())


def test_what_is_withdrawn_stands_in_no_line(index: Index) -> None:
    hidden = Access(frozenset({"public"}), withdrawn_strings=frozenset({"en ny brygga"}))
    assert told(found(index, EndKind.MOTION, access=hidden, municipalities=["Granby"])) == [
        ("Motion om cykelställ vid badhuset", "§ 20", "trolig")
    ]


def test_bodies_and_time_restrict_the_lines_and_not_what_answers_them(index: Index) -> None:
    lines = open_ends(
        Filters(bodies=("Kommunfullmäktige",), date_to="2031-06-30"), (), Resources(index, NoVectors()), Access.public(), TODAY
    ).lines
    assert [line.evidence.section for line in lines] == ["§ 20"]


def test_exports_say_the_same_as_the_list_and_hold_no_formula(index: Index) -> None:
    ends = found(index, municipalities=["Granby"])
    lines = exports.FORMS["csv"](ends).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(ends.lines)
    assert lines[0].split(";")[:3] == ["Kommun", "Organ", "Vad"]
    assert exports.FORMS["md"](ends).decode().count("\n- ") == len(ends.lines)
    assert exports.FORMS["xlsx"](ends)[:2] == b"PK"
    assert shown.told(ends)["count"] == len(ends.lines)


RETURNED = """KF § 6   KS-2033/00009
Badplatsens omklädningsrum

Beslut
Kommunfullmäktige beslutar

•   att ärendet återremitteras till kommunstyrelsen för att pröva en annan plats. Utredningen ska redovisas senast i maj 2034.
"""


def test_what_is_put_off_by_an_order_is_listed_once_with_who_is_to_act(tmp_path: Path) -> None:
    index = filled(str(tmp_path))
    with index.writer() as writer:
        writer.put(entry("granby_kf_2033-02-03.txt", council("2033-02-03", 6, 6, RETURNED)))
    (line,) = [one for one in found(index).lines if one.since == "2033-02-03"]
    index.close()
    assert (line.kind, line.to, line.deadline) == (EndKind.ASSIGNMENT, "kommunstyrelsen", "2034-05-31")


def test_what_was_reported_back_is_counted_by_itself(index: Index) -> None:
    assert exports.counted(found(index, EndKind.ASSIGNMENT, municipalities=["Granby"]).lines) == "1 återrapporterat uppdrag"
    assert exports.counted(found(index, municipalities=["Granby"]).lines).endswith(" öppna ärenden och 1 återrapporterat uppdrag")
    assert exports.counted(found(index, EndKind.ASSIGNMENT, municipalities=["Älvmo"]).lines) == "1 öppet ärende"
