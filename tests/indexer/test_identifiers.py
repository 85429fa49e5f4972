"""References become the same token however they are written."""

import pytest

from indexer.identifiers import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dnr 2024/00012", {"dnr:2024/12", "year:2024"}),
        ("Dnr KS 2024/00012", {"dnr:2024/12", "dnr:ks/2024/12", "year:2024"}),
        ("dnr 2024/12", {"dnr:2024/12", "year:2024"}),
        ("§ 84", {"par:84"}),
        ("§84", {"par:84"}),
        ("KS § 18/2024", {"par:18", "par:18/2024", "year:2024"}),
        ("Ä 19 a", {"par:ä19a"}),
        ("11 kap. 1 § SoL", {"law:sol:11:1"}),
        ("kommunallagen (2017:725)", {"sfs:2017:725", "year:2017"}),
        ("den 24 februari 2026", {"date:2026-02-24", "year:2026"}),
        ("2026-02-24", {"date:2026-02-24", "year:2026"}),
        ("2,5 mkr", {"amt:2500000"}),
        ("2 500 tkr", {"amt:2500000"}),
        ("2 500 000 kronor", {"amt:2500000"}),
        ("inga siffror alls", set()),
    ],
)
def test_references_have_one_normal_form(text: str, expected: set[str]) -> None:
    assert set(tokens(text)) == expected


def test_a_section_of_a_law_is_no_section_of_minutes() -> None:
    assert not [token for token in tokens("enligt 4 kap. 1 § socialtjänstlagen") if token.startswith("par:")]
