import pytest

from service.checking.stated import claimed, stated


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Kostnaden är 2,5 mkr.", "Kostnaden är 2 500 000 kr."),
        ("Kostnaden är 2 500 000 kronor.", "Kostnaden är 2,5 mnkr."),
        ("Kostnaden är 2 500 tkr.", "Belopp i tkr\nDrift\t2 500"),
        ("Avgiften är 12,50 kr.", "Avgiften är 12,5 kronor."),
        ("Andelen är 2.5 procent.", "Andelen är 2,50 %."),
        ("Beslutet togs 2024-03-12.", "Sammanträde den 12 mars 2024"),
        ("Beslutet togs 12 mars 2024.", "2024-03-12"),
        ("Mötet är den 12 mars.", "Mötet är 2024-03-12."),
        ("Det gäller år 2024.", "Sammanträde 2024-03-12"),
        ("Det gäller från augusti 2024.", "Från 2024-08-01"),
        ("Det gäller från augusti.", "Från den 1 augusti"),
        ("Se § 12.", "Enligt §§ 11–13"),
        ("Se § 4 i lagen.", "lagens 4 §"),
        ("Dnr 2023/154", "Dnr KS 2023/00154"),
        ("Enligt Tekniska nämnden.", "tekniska nämndens förslag"),
        ("Det gäller i november 2025.", "Det gäller i oktober och november 2025."),
        ("Det gäller i oktober 2025.", "Det gäller i oktober och november 2025."),
        ("Det gäller i november 2025.", "Det gäller november månad 2025."),
        ("Det gäller i november.", "Det gäller i november 2025."),
        ("Det gäller i november 2024.", "Det gäller från den 1 november.\nBudget 2024"),
        ("Det var 7 ledamöter.", "Det var sju ledamöter."),
        ("Det var sju ledamöter.", "Det var 7 ledamöter."),
        ("Höjningen är tjugofem procent.", "Höjningen är 25 %."),
        ("Det finns två avdelningar.", "Det finns tva avdelningar."),
        ("There are twenty-four places.", "Det finns 24 platser."),
        ("It was decided on 12 March 2024.", "Sammanträde 2024-03-12"),
        ("It was decided on March 12, 2024.", "den 12 mars 2024"),
        ("It was decided on the 12th of March.", "Sammanträde 2024-03-12"),
        ("It was decided on April 2, 2024.", "Sammanträde 2024-04-02"),
        ("It applies from August 2024.", "Det gäller från augusti 2024."),
        ("It may be raised.", "Den får höjas."),
    ],
)
def test_what_is_written_in_another_form_is_the_same(sentence: str, source: str) -> None:
    assert not stated(source).lacks(claimed(sentence))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Kostnaden är 2,6 mkr.", "Kostnaden är 2 500 000 kr."),
        ("Kostnaden är 2 500 kr.", "Kostnaden är 2 500 000 kr."),
        ("Kostnaden är 500 kr.", "Kostnaden är 2 500 kr."),
        ("Kostnaden är 31 kr.", "Se § 31."),
        ("Beslutet togs 2024-03-13.", "Sammanträde den 12 mars 2024"),
        ("Beslutet togs den 12 mars 2024.", "Sammanträde den 12 mars"),
        ("Mötet är den 12 april.", "Mötet är 2024-03-12."),
        ("Det gäller från augusti 2024.", "Från juli 2024, beslut 2024-06-12"),
        ("Se § 14.", "Enligt §§ 11–13. Det kostar 14 kronor."),
        ("Dnr BN 2023/154", "Dnr KS 2023/00154"),
        ("Dnr 2023/155", "Dnr KS 2023/00154"),
        ("Kommunstyrelsen beslutade.", "Kommunstyrelsens arbetsutskott beslutade."),
        ("Det gäller i november 2024.", "Det gäller i november 2025."),
        ("Det gäller i november 2024.", "Det gäller i november 2025, beslut 2024-06-12."),
        ("Det gäller i november månad 2024.", "Sammanträde 2025-11-03, budget 2024"),
        ("Det gäller i november 2024.", "Det gäller från november."),
        ("Höjningen är tjugo procent.", "Höjningen är 10 procent."),
        ("Höjningen är tjugo procent.", "Höjningen är tolv procent."),
        ("Tvåhundra platser inrättas.", "Det blir 20 platser."),
        ("There are twenty-four places.", "Det finns 20 platser."),
        ("It was decided on 12 May 2024.", "Sammanträde 2024-03-12"),
        ("It was decided on May 12, 2024.", "den 12 mars 2024"),
        ("It was decided on March 13.", "Sammanträde 2024-03-12, 13 ledamöter"),
        ("It applies from August 2024.", "Det gäller från augusti 2025, beslut 2024-06-12."),
    ],
)
def test_what_is_not_said_is_lacking(sentence: str, source: str) -> None:
    assert stated(source).lacks(claimed(sentence))


def test_numbers_of_two_cells_are_not_one() -> None:
    assert claimed("173071 134 991").numbers == {"173071", "134991"}
