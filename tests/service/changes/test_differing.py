import pytest

from service.changes.aligning import compared, verdict
from service.changes.differing import change, introduction, pieces
from service.changes.records import Change, Part, Verdict


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Avgiften är 450 kronor.", "avgiften är 450 kronor", Change.SAME),
        ("Utskottet föreslår nämnden att anta planen.", "att anta planen", Change.SAME),
        ("Nämnden föreslår kommunfullmäktige att godkänna rapporten.", "Rapporten godkänns.", Change.REWORDED),
        ("Avgiften höjs till 450 kronor.", "Avgiften höjs till 460 kronor.", Change.CHANGED),
        ("Avgiften gäller från 1 maj 2031.", "Avgiften gäller från 1 juni 2031.", Change.CHANGED),
        ("Förskolan byggs med fyra avdelningar.", "Förskolan byggs med sex avdelningar.", Change.CHANGED),
        ("Tiderna fastställs enligt alternativ A.", "Tiderna fastställs enligt alternativ B.", Change.CHANGED),
        ("Nämnden föreslås lägga rapporten till handlingarna", "Namnden féreslas lagga rapporten till handlingarna.", Change.SAME),
        ("att avslå motionen", "Motionen bifalls delvis.", Change.CHANGED),
        ("att tillstyrka bron", "att inte tillstyrka bron", Change.CHANGED),
        ("Avgiften höjs från 62 till 68 kronor.", "Avgiften är 68 kronor.", Change.REWORDED),
        ("Avgiften gäller från maj.", "Avgiften gäller från juni.", Change.CHANGED),
        ("Bron byggs av trä.", "Bron byggs av sten.", Change.CHANGED),
        ("Priserna lämnas oförändrade.", "Priserna är oförändrade.", Change.REWORDED),
        ("Bron byggs av trä.", "Bron byggs av trä med räcken och belysning.", Change.CHANGED),
    ],
)
def test_a_point_is_changed_by_what_it_says_not_by_how(before: str, after: str, expected: Change) -> None:
    assert change(before, after) is expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Arbetsutskottet föreslår kommunstyrelsen att föreslå kommunfullmäktige att avslå motionen.", "avslå motionen."),
        ("Nämnden begär hos kommunfullmäktige att en bro byggs.", "en bro byggs."),
        ("Skolnämnden föreslås begära hos kommunfullmäktige att en bro byggs.", "en bro byggs."),
        ("Skolnämnden föreslås lägga rapporten till handlingarna.", "lägga rapporten till handlingarna."),
        ("att bron byggs", "bron byggs"),
        ("Bron byggs.", "Bron byggs."),
    ],
)
def test_who_proposes_to_whom_is_no_part_of_what_is_proposed(text: str, rest: str) -> None:
    assert text[introduction(text) :] == rest


def test_the_pieces_hold_every_word_of_both_texts_in_order() -> None:
    before, after = "58 mnkr anvisas år 2031 till bron.", "61,5 mnkr anvisas år 2031 och 2032 till bron."
    found = pieces(before, after)
    assert " ".join(piece.text for piece in found if piece.part is not Part.REMOVED) == after
    assert [piece.text for piece in found if piece.part is Part.REMOVED] == ["58"]
    assert [piece.text for piece in found if piece.part is Part.ADDED] == ["61,5", "och 2032"]


def test_points_find_their_counterparts_wherever_they_stand() -> None:
    before = ["Bron byggs vid Lillån.", "Avgiften för båtplatser är 900 kronor."]
    after = ["Avgiften för båtplatser är 950 kronor.", "Räcket målas grönt.", "Bron byggs vid Lillån."]
    found = compared(before, after, passes_all=True)
    assert [(one.change, one.before, one.after) for one in found] == [
        (Change.CHANGED, 1, 0),
        (Change.ADDED, None, 1),
        (Change.SAME, 0, 2),
    ]
    assert verdict(found) is Verdict.CHANGED


def test_a_point_that_is_lacking_later_was_struck_or_stayed_with_its_body() -> None:
    before, after = ["Bron byggs vid Lillån.", "Förvaltningen utreder färgen."], ["Bron byggs vid Lillån."]
    struck, kept = (compared(before, after, passes_all=passes)[-1].change for passes in (True, False))
    assert (struck, kept) == (Change.REMOVED, Change.OWN)
    assert verdict(compared(before, after, passes_all=False)) is Verdict.UNCHANGED
