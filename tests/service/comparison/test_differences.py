from service.comparison.differences import differences
from service.comparison.records import Empty, Row, Voice
from tests.service.comparison.tables import amount


def test_most_and_least_are_named_first_then_what_cannot_be_compared_and_what_is_missing() -> None:
    said = differences(
        (
            amount("Granby", "500"),
            amount("Älvmo", "700"),
            amount("Storby", "600"),
            amount("Lillby", "900", status="förslag", empty=Empty.NOT_DECIDED),
            Row("Tystberga", (), Empty.NOTHING_FOUND),
        )
    )

    assert said == (
        "Belopp: högst Älvmo 700 kr, Storby 600 kr, lägst Granby 500 kr. Inte jämförbart: Lillby 900 kr (inget beslut). "
        "Nämns utan beslut: Lillby; sökt men inget funnet: Tystberga."
    )


def test_agreement_is_said() -> None:
    assert differences((amount("Granby", "500"), amount("Älvmo", "500"))) == "Belopp: Granby och Älvmo har detsamma, 500 kr."


def test_of_many_the_ends_and_the_middle_are_said() -> None:
    said = differences(tuple(amount(f"Kommun{number:02}", str(100 * number)) for number in range(1, 21)))

    assert "högst Kommun20 2 000 kr, 18 kommuner däremellan (medianen av alla 20 är 1 050 kr), lägst Kommun01 100 kr" in said


def test_what_others_say_of_a_municipality_is_never_set_beside_its_own() -> None:
    said = differences((amount("Granby", "500"), amount("Älvmo", "700", voice=Voice.OTHER, empty=Empty.SECOND_HAND)))

    assert "högst" not in said
    assert "Uppgift bara i andra hand: Älvmo" in said


def test_where_nothing_was_found_only_that_is_said() -> None:
    assert differences((Row("Granby", (), Empty.NOT_INDEXED),)) == "Inga handlingar indexerade: Granby."
