import pytest

from indexer.documents import CaseNumber
from tests.indexer.bundles import documents
from tests.indexer.heads_made import HEADS, Made
from tests.indexer.heads_run_together import RUN_TOGETHER
from tests.indexer.heads_varied import VARIED


def shown(case: CaseNumber | None) -> str | None:
    """The Dnr as written without its class code; None where its number is lost."""
    if case is None or case.serial is None:
        return None
    return case.as_written.removesuffix(case.code or "").rstrip(" .-")


@pytest.mark.parametrize("head", (*HEADS, *RUN_TOGETHER, *VARIED), ids=lambda head: head.name)
def test_a_head_says_whose_meeting_it_is_and_what_stands_on_its_list(head: Made) -> None:
    found = documents(head.text)
    first = found[0]
    numbered = {section.number: section.case for document in found for section in document.sections if section.number}

    assert (first.municipality, first.body, first.date) == (head.municipality, head.body, head.date)
    assert {number: shown(case) for number, case in numbered.items() if number in head.sections} == head.sections
    assert [number for number in numbered if number not in head.sections] in ([], ["4"])
