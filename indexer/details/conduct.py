"""What members do within a §: declare jäv, leave, come, stay out of a decision, reserve themselves, abstain, vote by name.

Each is a fact of its own, read sentence by sentence from the parts that tell of this meeting: what the background tells
was at another one.
"""

import re
from collections.abc import Iterator, Sequence

from indexer import persons
from indexer.details import votes
from indexer.documents import Block, BlockKind
from indexer.particulars import Fact, FactKind, Vote
from indexer.persons import Person
from indexer.spans import Span

_TOLD_HERE = frozenset(BlockKind) - {
    BlockKind.ARENDEBESKRIVNING,
    BlockKind.BESLUTSUNDERLAG,
    BlockKind.EXPEDIERING,
    BlockKind.FORSLAG,
}
_QUOTE = re.compile(r"[”\"»][^”\"»]{0,2000}[”\"»]")
_SENTENCE = re.compile(r"\S(?:.(?!\n[ \t]*\n))*?(?:(?<![A-ZÅÄÖ]\b)(?<!\bp)[.!?](?=\s|$)|.(?=\n[ \t]*\n)|.$)", re.DOTALL)
_NOBODY = re.compile(r"\b(?:ingen|inga|inget|inte någon)\b.{0,40}\bjäv", re.IGNORECASE | re.DOTALL)
_JAV = re.compile(r"\bjäv(?:ig|iga|sanmälan|sförhållande)?\b", re.IGNORECASE)
_RESERVES = re.compile(
    r"\breserver(?:ar|ade|at)\s+sig\b|\breservation(?:er)?\s+(?:har\s+)?(?:lämnats|lämnas|anmäls|inlämnas)\b", re.IGNORECASE
)
_IN_FAVOUR = re.compile(r"\b(?:till\s+förmån|med\s+motivering|mot|enligt|för\s+eget|till\s+stöd)\b", re.IGNORECASE)
_STAYS_OUT = re.compile(
    r"\bdel(?:tar|tog)\s+(?:inte|ej|varken)\s+i\s+(?:\w+\s+){0,3}?(?:beslut|handläggning|överläggning|ärende|behandling|del)", re.IGNORECASE
)
_ABSTAINS = re.compile(
    r"\bavst(?:år|od)\s+(?:från\s+)?(?:att\s+)?(?:rösta|röstning|delta)|\blägger\s+ned\s+(?:sin\s+röst|sina\s+röster)", re.IGNORECASE
)
_LEAVES = re.compile(r"\b(?:lämna(?:r|de)\s+(?:sammanträdet|mötet|salen|lokalen|rummet|sessionssalen)|avvek|avviker)\b", re.IGNORECASE)
_COMES = re.compile(r"\b(?:anländ(?:er|e)|ankom(?:mer)?|inträd(?:er|de)|inställ(?:er|de)\s+sig|återkom(?:mer)?)\b", re.IGNORECASE)
_ADJUSTS = re.compile(r"\b(?:utses|utsågs|väljs|valdes)\s+(?:att\s+)?(?:jämte\s+\w+\s+)?(?:justera\b|till\s+justerare\b)", re.IGNORECASE)
_TO_ADJUST = re.compile(r"\b(?:justera|justerare)\b[^.]{0,60}\b(?:utses|väljs)\b", re.IGNORECASE)
_BY = r"(?:-röst(?:er)?)?\s*(?:röstar|avges\s+av|lämnas\s+av)?\s*:"
_VOTED = (
    (FactKind.JA, re.compile(rf"^ja{_BY}|\bröstar\s+ja\b", re.IGNORECASE)),
    (FactKind.NEJ, re.compile(rf"^nej{_BY}|\bröstar\s+nej\b", re.IGNORECASE)),
    (FactKind.AVSTOD, re.compile(r"^(?:avst(?:år|od)|nedlagda?\s+röst(?:er)?)\s*:", re.IGNORECASE)),
)
_PROPOSITION = re.compile(r"^(?:den|de|ledamot|ledamöter)\s+som\b", re.IGNORECASE)
_CHAIR = re.compile(r"\bordföranden?\s+$", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:öppnar|öppnade|avslutar|avslutade|förklarar|hälsar|önskar|tackar)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\s{1,3}(?:\w+[- ]?)?(?:yrkande|förslag|motion|tilläggsyrkande|ändringsyrkande|reservation)\w*", re.IGNORECASE)


def facts(text: str, blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """What the members do in a §, by its blocks."""
    found: dict[tuple[FactKind, Span, str | None], Fact] = {}
    for block in blocks:
        if block.kind in _TOLD_HERE:
            for fact in _of_block(text, block):
                found.setdefault((fact.kind, fact.person or fact.span, fact.party), fact)
    return tuple(sorted(found.values(), key=lambda fact: (fact.span, fact.person or fact.span, fact.kind)))


def counts(text: str, blocks: Sequence[Block]) -> tuple[Vote, ...]:
    """The numbers of the votes in a §."""
    return tuple(vote for block in blocks if block.kind in _TOLD_HERE for vote in votes.votes(block.span.of(text), block.span.start))


def _of_block(text: str, block: Block) -> Iterator[Fact]:
    words = _QUOTE.sub(lambda match: "\0" * len(match[0]), block.span.of(text))
    said = False
    for match in _SENTENCE.finditer(words):
        for fact in _of_sentence(match[0], block.span.start + match.start(), block.kind):
            said = True
            yield fact
    if block.kind is BlockKind.RESERVATION and not said:
        yield from _named(FactKind.RESERVATION, persons.with_party(words, block.span.start), block.span)


def _of_sentence(sentence: str, at: int, kind: BlockKind) -> Iterator[Fact]:
    span = Span(at, at + len(sentence))
    people = [person for person in persons.with_party(sentence, at) if not _WHOSE.match(sentence, person.span.end - at)]
    reserves = _RESERVES.search(sentence)
    if reserves:
        yield from _reservations(sentence, at, reserves, people)
    if _is_jav(sentence, kind):
        yield from _named(FactKind.JAV, people, span) if people else iter((Fact(FactKind.JAV, span),))
    for fact_kind, pattern in (
        (FactKind.DELTOG_INTE, _STAYS_OUT),
        (FactKind.AVSTOD, _ABSTAINS),
        (FactKind.GICK, _LEAVES),
        (FactKind.KOM, _COMES),
    ):
        act = pattern.search(sentence)
        if act:
            yield from _named(fact_kind, [person for person in people if person.span.end <= at + act.start()], span)
    if _ADJUSTS.search(sentence) or _TO_ADJUST.search(sentence):
        yield from _named(FactKind.JUSTERARE, people, span)
    yield from _by_name(sentence, people, span)
    if people and _CHAIR.search(sentence[: people[0].name.start - at]) and _OPENS.search(sentence):
        yield from _named(FactKind.ORDFORANDE, people[:1], span)


def _is_jav(sentence: str, kind: BlockKind) -> bool:
    """Whether somebody declares jäv: said so, or staying out under that heading."""
    if _NOBODY.search(sentence):
        return False
    return bool(_JAV.search(sentence)) or (kind is BlockKind.JAV and bool(_STAYS_OUT.search(sentence)))


def _reservations(sentence: str, at: int, verb: re.Match[str], people: Sequence[Person]) -> Iterator[Fact]:
    """Who reserves: named before the verb; after it where the sentence begins with what it is against."""
    span = Span(at, at + len(sentence))
    turned = sentence.lower().startswith("mot ") or not any(person.span.end <= at + verb.start() for person in people)
    limit = _IN_FAVOUR.search(sentence, verb.end())
    first, last = (verb.end(), limit.start() if limit else len(sentence)) if turned else (0, verb.start())
    named = [person for person in people if at + first <= person.name.start and person.span.end <= at + last]
    yield from _named(FactKind.RESERVATION, named, span)
    if not named:
        for party in dict.fromkeys(persons.parties(sentence[: verb.start()])):
            yield Fact(FactKind.RESERVATION, span, None, party)


def _by_name(sentence: str, people: Sequence[Person], span: Span) -> Iterator[Fact]:
    """ "Ja: Anna Ek (S), Bo Alm (C)"; never the sentence that says what yes means."""
    if _PROPOSITION.match(sentence):
        return
    for kind, pattern in _VOTED:
        if pattern.search(sentence):
            yield from _named(kind, people, span)
            return


def _named(kind: FactKind, people: Sequence[Person], span: Span) -> Iterator[Fact]:
    return (Fact(kind, span, person.name, person.party) for person in people)
