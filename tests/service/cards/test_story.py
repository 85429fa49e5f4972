import io
import zipfile

import docx
import pytest

from indexer.index import Access
from service.cards import exports
from service.cards.records import Card
from service.cards.story import cards_of_case, cards_of_section
from service.errors import BadParameter, NotFound
from service.resources import Resources
from tests.service.made import NoVectors
from tests.service.readings import indexed

FRONT = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       {day}
                                                                     Sida 1 av 2

Plats och tid                     Rådhuset, {day} kl 13:00–15:20
Beslutande                        Anna Ek (S), ordförande
                                  Bo Alm (C), ej § 10 på grund av jäv
                                  Cia Lind (M)
Justerare                         Cia Lind (M)
Justeringens plats och tid        Rådhuset, {approved}
Paragrafer                        §§ 10–11

ANSLAG/BEVIS

Organ                             Kommunstyrelsen
Sammanträdesdatum                 {day}
Datum då anslaget sätts upp       {up}
Datum då anslaget tas ned         {down}

\f
"""
EARLIER = (
    FRONT.format(day="2030-03-12", approved="2030-03-15", up="2030-03-16", down="2030-04-07")
    + """§ 10 Dnr 2030/00011
Avgift för båtplatser

Kommunstyrelsens beslut

Avgiften för en båtplats är 700 kronor per säsong.

§ 11
Avslutning

Ordföranden tackar.
"""
)
LATER = (
    FRONT.format(day="2031-03-12", approved="2031-03-14", up="2031-03-17", down="2031-04-08")
    + """§ 10 Dnr 2031/00071
Avgift för båtplatser

Kommunstyrelsens beslut

1. Avgiften för en båtplats är 900 kronor per säsong.
2. Kommunstyrelsens beslut 2030-03-12 § 10 upphör att gälla.

Paragrafen förklaras omedelbart justerad.

Yrkande

Cia Lind (M) yrkar att avgiften är 800 kronor.

Votering

Omröstningen utfaller med 2 ja-röster och 1 nej-röst.

Reservation

Cia Lind (M) reserverar sig mot beslutet.

Jäv

Bo Alm (C) anmäler jäv och deltar inte i beslutet.

Protokollsanteckning

Anna Ek (S) lämnar en anteckning: ”Hyran borde ha höjts förr.”

Beslutsunderlag

Tjänsteskrivelse 2031-02-20

Beslutet skickas till

Hamnkontoret
Båtklubben

§ 11
Avslutning

Ordföranden tackar.
"""
)
READING = Resources(indexed(("Granby", EARLIER), ("Granby", LATER)), NoVectors())
PUBLIC = Access.public()


def the_card(dnr: str = "2031/00071") -> Card:
    (found,) = cards_of_case(dnr, (), READING, PUBLIC)
    return found


def test_a_card_holds_the_points_with_the_place_of_each() -> None:
    card = the_card()
    assert [(point.label, point.quoted.text) for point in card.points] == [
        ("1", "Avgiften för en båtplats är 900 kronor per säsong."),
        ("2", "Kommunstyrelsens beslut 2030-03-12 § 10 upphör att gälla."),
    ]
    stored = READING.index.file(card.file, PUBLIC)
    assert stored is not None
    for point in card.points:
        first, last = point.quoted.lines
        shown = " ".join(" ".join(stored.source.text.split("\n")[first - 1 : last]).split())
        assert point.quoted.text in shown


def test_a_card_tells_what_members_did_and_how_the_vote_went() -> None:
    card = the_card()
    acts = {str(act.kind): [(member.name, member.party) for member in act.members] for act in card.acts}
    assert acts == {
        "reservation": [("Cia Lind", "M")],
        "jäv": [("Bo Alm", "C")],
        "deltog inte i beslutet": [("Bo Alm", "C")],
    }
    assert [(ballot.yes, ballot.no) for ballot in card.ballots] == [(2, 1)]
    assert [quote.text for quote in card.moved] == ["Cia Lind (M) yrkar att avgiften är 800 kronor."]
    assert "Hyran borde" in card.notes[0].text


def test_a_card_holds_the_days_the_papers_and_the_recipients() -> None:
    card = the_card()
    assert (card.approved, card.notice_up, card.notice_down) == ("2031-03-14", "2031-03-17", "2031-04-08")
    assert card.maturity == "omedelbart justerat"
    assert [quote.text for quote in card.basis] == ["Tjänsteskrivelse 2031-02-20"]
    assert [quote.text for quote in card.recipients] == ["Hamnkontoret", "Båtklubben"]


def test_the_reference_can_be_pasted_into_a_paper() -> None:
    assert the_card().reference == "Granby kommun, kommunstyrelsen 2031-03-12 § 10, Dnr 2031/00071"


def test_what_a_decision_replaces_is_bound_both_ways() -> None:
    later, earlier = the_card(), the_card("2030/00011")
    assert [bound.reference for bound in later.replaces] == [earlier.reference]
    assert [bound.reference for bound in earlier.replaced_by] == [later.reference]


def test_another_municipality_of_the_same_day_and_number_is_not_bound() -> None:
    other = EARLIER.replace("GRANBY", "ÄLVMO")
    reading = Resources(indexed(("Älvmo", other), ("Granby", LATER)), NoVectors())
    (card,) = cards_of_case("2030/00011", (), reading, PUBLIC)
    assert card.replaced_by == ()


def test_a_section_is_found_by_file_and_number() -> None:
    (card,) = cards_of_section(the_card().file, "§10", READING, PUBLIC)
    assert card == the_card()


@pytest.mark.parametrize(("file", "number", "said"), [("nowhere.txt", "§ 1", "nowhere.txt"), ("0.txt", "§ 99", "Där finns § 10, § 11")])
def test_what_is_not_here_is_refused_with_what_is(file: str, number: str, said: str) -> None:
    with pytest.raises(NotFound, match=said):
        cards_of_section(file, number, READING, PUBLIC)


def test_what_is_no_dnr_is_refused() -> None:
    with pytest.raises(BadParameter, match="diarienummer"):
        cards_of_case("båtplatser", (), READING, PUBLIC)


def test_what_is_withdrawn_is_on_no_card() -> None:
    hidden = Access(frozenset({"public"}), withdrawn=frozenset({the_card().file}))
    with pytest.raises(NotFound):
        cards_of_case("2031/00071", (), READING, hidden)


def test_a_draft_and_a_proposal_say_so_first() -> None:
    draft = LATER.replace("Kommunstyrelsens beslut\n\n1.", "Kommunstyrelsens förslag till kommunfullmäktige\n\n1.").replace(
        "2. Kommunstyrelsens beslut 2030-03-12 § 10 upphör att gälla.\n", ""
    )
    (card,) = cards_of_case("2031/00071", (), Resources(indexed(("Granby", draft)), NoVectors()), PUBLIC)
    assert card.cautions == ("Förslag till ett annat organ, inget beslut.",)


def test_every_form_of_a_card_says_the_same_and_no_source_makes_markup() -> None:
    sly = LATER.replace("Hamnkontoret", "<b>Hamnkontoret</b> | *alla* \x07")
    cards = cards_of_case("2031/00071", (), Resources(indexed(("Granby", sly)), NoVectors()), PUBLIC)
    paper = docx.Document(io.BytesIO(exports.FORMS["docx"](cards)))
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert cards[0].reference in said
    assert "<b>Hamnkontoret</b> | *alla*" in said
    assert "\\<b\\>Hamnkontoret\\</b\\> \\| \\*alla\\*" in exports.markdown(cards)
    assert any(cards[0].reference == line for line in exports.lines(cards))
    names = zipfile.ZipFile(io.BytesIO(exports.FORMS["docx"](cards))).namelist()
    assert not [name for name in names if "vba" in name.casefold() or "macro" in name.casefold()]
