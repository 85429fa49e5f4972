from dataclasses import replace

from service.comparison.differences import differences
from service.comparison.population import with_sums_per_inhabitant
from service.comparison.records import Empty, Row, Voice
from tests.service.comparison.tables import amount, decided


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


def test_how_one_matter_ended_does_not_read_over_what_others_decided() -> None:
    said = differences(
        (
            decided("Granby", "Motionen avslås.", "avslag"),
            decided("Älvmo", "1. att bussen är avgiftsfri för den som har fyllt 80 år,"),
            decided("Storby", "Medborgarförslaget avslås.", "avslag"),
        )
    )

    assert said == "Avslag: Granby och Storby. Älvmo: ”att bussen är avgiftsfri för den som har fyllt 80 år”."


def test_who_decided_without_a_figure_is_named_beside_those_that_have_one() -> None:
    said = differences((amount("Granby", "500"), amount("Älvmo", "700"), decided("Storby", "Avgiften är oförändrad.")))

    assert said == "Belopp: högst Älvmo 700 kr, lägst Granby 500 kr. Utan belopp: Storby ”Avgiften är oförändrad”."


def test_of_several_figures_none_is_set_beside_others_and_that_is_said() -> None:
    several = amount("Storby", "500", written="500 kr; 550 kr")
    open_value = replace(several, cells=(several.cells[0], replace(several.cells[1], value=None)))

    said = differences((amount("Granby", "500"), amount("Älvmo", "700"), open_value))

    assert said.endswith("Inte jämförbart: Storby 500 kr; 550 kr (flera värden).")


def test_sums_are_told_for_each_inhabitant_where_that_is_known_of_all_that_are_compared() -> None:
    rows = [
        with_sums_per_inhabitant(amount(name, cost), {"Granby": 1000, "Älvmo": 4000})
        for name, cost in (("Granby", "50000"), ("Älvmo", "80000"))
    ]

    assert differences(rows) == "Kronor per invånare: högst Granby 50 kr, lägst Älvmo 20 kr."
    assert differences((*rows, amount("Storby", "60000"))).startswith("Belopp: högst Älvmo")
