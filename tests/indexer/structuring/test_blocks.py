from indexer.documents import BlockKind
from indexer.structuring.blocks import parts_of, points_of
from indexer.structuring.lines import lines_of
from tests.indexer.bundles import source

TEXT = """Kommunstyrelsens beslut

1. Taxan antas.

2. Avgiften sänks med
en tiondel. Beslutet gäller under förutsättning att medel finns.

Ärendebeskrivning

Taxan är gammal.

Förslag till beslut

Kommunfullmäktige beslutar

att anta taxan.

Utdrag till

Ekonomiavdelningen
"""


def test_headings_cut_a_section_into_blocks() -> None:
    parts = parts_of(lines_of(source(TEXT)))

    assert [part.block.kind for part in parts] == [
        BlockKind.BESLUT,
        BlockKind.ARENDEBESKRIVNING,
        BlockKind.FORSLAG,
        BlockKind.EXPEDIERING,
    ]
    assert parts[0].block.heading is not None
    assert parts[0].block.heading.of(TEXT) == "Kommunstyrelsens beslut"
    assert parts[1].block.span.of(TEXT) == "Taxan är gammal."


def test_who_decides_under_a_proposal_is_part_of_the_proposal() -> None:
    (proposal,) = [part for part in parts_of(lines_of(source(TEXT))) if part.block.kind is BlockKind.FORSLAG]

    assert proposal.block.span.of(TEXT).startswith("Kommunfullmäktige beslutar")


def test_points_keep_their_labels_and_conditions() -> None:
    decision = parts_of(lines_of(source(TEXT)))[0]
    first, second = points_of(decision, TEXT)

    assert (first.label, first.span.of(TEXT)) == ("1", "1. Taxan antas.")
    assert second.label == "2"
    assert [span.of(TEXT) for span in second.conditions] == ["Beslutet gäller under förutsättning att medel finns."]


def test_a_decision_without_marks_is_one_point() -> None:
    text = "Beslut\n\nInformationen läggs till\nhandlingarna.\n"
    (part,) = parts_of(lines_of(source(text)))

    assert [point.span.of(text) for point in points_of(part, text)] == ["Informationen läggs till\nhandlingarna."]


def test_a_label_on_the_line_begins_its_block_there() -> None:
    text = "Beslut: Presidiet tar kontakt\nmed skolan.\n"
    (part,) = parts_of(lines_of(source(text)))

    assert part.block.span.of(text) == "Presidiet tar kontakt\nmed skolan."


def test_points_are_worth_what_the_phrase_before_them_says() -> None:
    text = """Kommunstyrelsens beslut

Kommunstyrelsen beslutar för egen del
• att godkänna redovisningen.

Med hänvisning till remissvaren föreslår kommunstyrelsen att
kommunfullmäktige beslutar
• att anta taxan,
• att taxan gäller från den 1 maj.
"""
    part = parts_of(lines_of(source(text)))[-1]

    own, adopt, from_may = points_of(part, text)

    assert own.span.of(text) == "• att godkänna redovisningen."
    assert own.lead == ""
    assert adopt.lead == from_may.lead == "Med hänvisning till remissvaren föreslår kommunstyrelsen att kommunfullmäktige beslutar"


def test_a_whole_sentence_before_the_points_is_a_point_of_its_own() -> None:
    text = "Beslut\n\nNämnden godkänner rapporten.\n1. Rapporten skickas till revisorerna.\n"
    (part,) = parts_of(lines_of(source(text)))

    assert [(point.span.of(text), point.lead) for point in points_of(part, text)] == [
        ("Nämnden godkänner rapporten.", ""),
        ("1. Rapporten skickas till revisorerna.", ""),
    ]


def test_paragraphs_that_decide_by_themselves_are_points_and_conditions_stay_with_theirs() -> None:
    text = """Beslut

Upprättad plan
godkänns.

Planen träder i kraft den 1 maj 2031.

Nämnden ger förvaltningen i uppdrag att följa upp den.

Det ska ske under hösten.
"""
    (part,) = parts_of(lines_of(source(text)))

    assert [(point.span.of(text), len(point.conditions)) for point in points_of(part, text)] == [
        ("Upprättad plan\ngodkänns.\n\nPlanen träder i kraft den 1 maj 2031.", 1),
        ("Nämnden ger förvaltningen i uppdrag att följa upp den.\n\nDet ska ske under hösten.", 0),
    ]


def test_a_paragraph_that_names_nobody_is_worth_what_the_first_is() -> None:
    text = "Arbetsutskottets beslut\n\nKommunstyrelsen föreslås anta planen.\n\nTaxan fastställs.\n"
    (part,) = parts_of(lines_of(source(text)))

    assert [point.lead for point in points_of(part, text)] == ["", "Kommunstyrelsen föreslås anta planen."]


def test_points_whose_numbers_a_scan_has_set_apart_are_still_points() -> None:
    text = (
        "Beslut\n\n1.\n2.\n\nAvsägelsen godkänns.\n\n3. Ada Ek (X) utses till ledamot.\n\nBo Al (Y) utses till ersättare efter\nAda Ek.\n"
    )
    (part,) = parts_of(lines_of(source(text)))

    assert [(point.label, point.span.of(text)) for point in points_of(part, text)] == [
        (None, "Avsägelsen godkänns."),
        ("3", "3. Ada Ek (X) utses till ledamot."),
        (None, "Bo Al (Y) utses till ersättare efter\nAda Ek."),
    ]


def test_a_heading_torn_over_two_lines_is_one() -> None:
    text = "Beslut\nNämnden köper en buss.\n\nBesluts-\nunderlag\nSkrivelse om bussen\n"
    parts = parts_of(lines_of(source(text)))

    assert [part.block.kind for part in parts] == [BlockKind.BESLUT, BlockKind.BESLUTSUNDERLAG]
    assert [part.block.heading and part.block.heading.of(text) for part in parts] == ["Beslut", "Besluts-\nunderlag"]
    assert parts[1].block.span.of(text) == "Skrivelse om bussen"


def test_each_clause_of_a_decision_is_a_point_worth_what_leads_to_it() -> None:
    text = (
        "Beslut\nKommunstyrelsen beslutar för egen del\natt köpa en buss som går till skogen och till alla de sjöar som barnen vill se,\n"
        "att uppdra åt kommunchefen att teckna ett avtal om körningen till skogen som innebär\natt bussen går varje dag\n\n"
        "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt anslå 2 mkr\n"
    )
    part = parts_of(lines_of(source(text)))[-1]
    found = list(points_of(part, text))

    assert [point.span.of(text).split()[1] for point in found] == ["köpa", "uppdra", "anslå"]
    assert [point.lead for point in found] == ["", "", "Kommunstyrelsen föreslår kommunfullmäktige besluta"]


def test_a_sentence_broken_before_att_is_one_point() -> None:
    text = "Beslut\nNämnden beslutar att be skolan i skogen om ett svar som säger\natt bussen går varje dag under hela det år som kommer\n"

    assert len(list(points_of(parts_of(lines_of(source(text)))[0], text))) == 1
