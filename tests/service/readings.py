"""Invented papers read by the reader itself, and questions put to them: for what depends on §, points and tables as read."""

from indexer import passages, swedish
from indexer.documents import Given, Page, Source
from indexer.index import Access, Filters
from indexer.reading import of_source
from service.answering.drafting import Draft, draft
from service.finding.reranking import find
from service.material import Material
from service.places import files_of
from service.question import understand
from service.resources import Resources
from service.understanding.wanted import wanted
from tests.service.fake_index import FakeIndex
from tests.service.made import TODAY, NoVectors


def indexed(*papers: tuple[str, str]) -> FakeIndex:
    """An index of papers, each the name of a municipality and a text whose pages are parted by form feeds."""
    given = [Given(municipality=municipality) for municipality, _ in papers]
    pages = [[Page(number, page) for number, page in enumerate(text.split("\f"), 1)] for _, text in papers]
    read = [
        of_source(Source.of(f"{at}.txt", str(at), "text", own), about) for at, (own, about) in enumerate(zip(pages, given, strict=True))
    ]
    made = [
        one
        for found, about in zip(read, given, strict=True)
        for one in passages.passages(found.source, found.furniture, found.documents, about)
    ]
    documents = [(found.source.file, document) for found in read for document in found.documents]
    return FakeIndex(made, swedish.document_tokens, None, [found.source for found in read], documents)


def material(question: str, filled: FakeIndex) -> Material:
    """A question with what is found for it."""
    access = Access.public()
    understood = understand(question, Filters(), filled.facets(Filters(), access), TODAY)
    hits = find(understood, Resources(filled, NoVectors()), access)
    words = wanted(understood.searched, filled, access)
    return Material(understood, words, hits, filled, access, files_of(filled, access), TODAY)


def answered(question: str, filled: FakeIndex) -> Draft:
    """What the papers answer."""
    return draft(material(question, filled))
