"""Drafts made of given hits."""

from indexer.documents import Role, Status
from indexer.index import Access, Filters
from service.answering.drafting import Draft, draft
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Claim, Hit
from service.understanding.wanted import wanted
from tests.service.made import PASSAGES, TODAY, passage, resources


def test_a_decision_asked_for_by_the_name_of_its_matter_need_not_repeat_it() -> None:
    text = "Avtalet med trafikbolaget förlängs till och med den 30 juni 2026."
    decided = passage(text, title="Skolskjuts", role=Role.BESLUT, status=Status.BESLUT, section="§ 60")
    index, access = resources(decided, *PASSAGES).index, Access.public()
    question = understand("Vad beslutades om skolskjuts?", Filters(), index.facets(Filters(), access), TODAY)
    words = wanted(question.searched, index, access)

    made = draft(Material(question, words, [Hit(decided, 1.0, 1)], index, access, files_of(index, access), TODAY))

    assert made.reason is None
    assert text in made.text


def test_the_value_in_front_begins_a_sentence() -> None:
    decided = passage("Utegymmet vid Norrviken får kosta högst 900 kronor.", title="Utegym", role=Role.BESLUT, status=Status.BESLUT)
    index, access = resources(decided).index, Access.public()
    question = understand("Vad får utegymmet vid Norrviken kosta?", Filters(), index.facets(Filters(), access), TODAY)
    words = wanted(question.searched, index, access)

    made = draft(Material(question, words, [Hit(decided, 1.0, 1)], index, access, files_of(index, access), TODAY))

    assert made.text.startswith("Högst 900 kronor. Beslut, ")


def test_where_a_matter_stands_comes_first_where_it_is_asked_and_how_much_is_quoted_last() -> None:
    made = Draft(
        (Claim("Taxan antas.", ("1",), verified=True),), status_note="Nämnden har beslutat. (1 av 2)", standing="Nämnden har beslutat."
    )

    assert made.text == "Nämnden har beslutat. Taxan antas. [1] (1 av 2)"


def test_figures_of_the_month_asked_about_are_quoted_though_others_are_found_first() -> None:
    old = passage("Besök i utegymmet: Januari 310 Mars 400", title="Statistik över besök i utegymmet", day="2023-12-01", file="old.txt")
    new = passage("Besök i utegymmet: Januari 320 Mars 410", title="Statistik över besök i utegymmet", day="2024-05-02", file="new.txt")
    index, access = resources(old, new).index, Access.public()
    question = understand("Hur många besök hade utegymmet i mars 2024?", Filters(), index.facets(Filters(), access), TODAY)
    words = wanted(question.searched, index, access)
    hits = [Hit(old, 1.0, 1), Hit(new, 0.98, 2)]

    made = draft(Material(question, words, hits, index, access, files_of(index, access), TODAY))

    assert made.reason is None
    assert {citation.file for citation in made.citations} == {"new.txt"}
