"""Finding passages: words and vectors searched apart, fused, ranked anew by what they hold, references first, the list made varied.

Touches the index and the embedder, and nothing else. The weights stand here, in one place; docs/evaluation.md says how
to measure a change.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer import swedish
from indexer.documents import CaseNumber, Passage
from indexer.embeddings import Embedder
from indexer.index import Access, Filters, Index, Scored, Term
from indexer.language.loose import common
from indexer.municipalities import kommun_name
from service.finding import fusion, grouping, ranking
from service.records import Hit, Question

FIELD_WEIGHTS: Mapping[str, float] = {"stems": 1.0, "parts": 0.5, "loose": 0.4, "ids": 2.0}
"""Weight of a term's BM25 score by field, measured one at a time on the development questions (the optimum is flat).
The header's words are in the body fields too, so that its own field adds nothing; `exact` is for phrases and quotes."""

OFFICIAL_WORTH = 0.8
"""Weight of the words of minutes for everyday ones: what was typed may stand in them too, and then says more."""

MEANINGS_WORTH = 0.5
"""Weight of an English word's less usual meanings; 1 is as good."""
SLIPS_WORTH = 0.5
"""Weight of what a mistyped word may have been."""
SYNONYMS_WORTH = 0.3
"""Weight of other words for the same. docs/swedish.md has the measurements of all three."""

PLACE_WORTH = 0.25
"""What the words for a municipality keep of their weight once the search is narrowed to it: all that is left is its own, and in
a large index, where its name is rare, they would outweigh what is asked about. Among 90,000 passages hit@5 is then what it is
among 900 (else 0.06 less); 0.1 to 0.5 are as good."""

CANDIDATES = 100
"""Passages taken from each search before fusing; the gold passage stood within 60 for nearly every question."""

NEAREST_WEIGHT = 0.05
"""What the neighbours by vector add, the best lexical score being 1. The bundled static model is weak: with equal weights the
result is worse than the words alone."""

NEAREST_STEEPNESS = 3
"""Rank at which a neighbour adds half as much: the first few say something, the others nothing. The ranking then finds more on SweFAQ,
by which nothing else of the service was tuned, than words or vectors alone, and most on the development questions (docs/models.md)."""

REFERENCE_BONUS = 10.0
"""A passage of the very Dnr asked for goes before every other."""

SECTION_BONUS = 0.5
"""A § number alone says little, for every meeting has a § 12."""

BODY_BONUS = 0.05
"""For passages of a body that the question names."""

BOARD_BONUS = 0.025
"""For passages of a board with the task of one that it names."""

ELSEWHERE = 0.7
"""What a passage of another municipality keeps of its score, where it names the one asked about."""

FETCHED = 60
"""Passages, the best of both searches, that are fetched for a list of usual length."""

PER_PLACE = 3
"""Passages fetched for each place of a longer list: several may share one."""

RANKED = 30
"""Candidates, the best by the searches, whose facts are looked at; the rest keep what their words are worth. 40 and 80 find no more,
20 half a point less."""

ATTEMPTS = 3
"""Searches begun for one question, where an index that changes meanwhile loses what was found."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the searches found, best first, with their fused scores and places by id; `complete` is whether every passage
    found was still there when it was fetched."""

    passages: tuple[Passage, ...]
    scores: Mapping[str, float]
    places: Mapping[str, Mapping[str, int]]
    complete: bool


def retrieve(
    question: Question, index: Index, embedder: Embedder, access: Access, limit: int = 20, weights: Mapping[str, float] = ranking.WEIGHTS
) -> list[Hit]:
    """The best passages, each group of the same thing shown once. A search that a writer overtook is made again."""
    for _ in range(ATTEMPTS):
        found = candidates(question, index, embedder, access, max(FETCHED, PER_PLACE * limit))
        if found.complete:
            break
    return ranked(question, found, limit, weights)


def candidates(question: Question, index: Index, embedder: Embedder, access: Access, fetched: int = FETCHED) -> Candidates:
    """The passages that words, vectors and references find, before any look at them."""
    filters = narrowed(question)
    asked = lightened(question_terms(question), filters.municipalities)
    elsewhere: dict[str, float] = {}
    found: dict[str, Passage] = {}
    if filters == question.filters:
        lexical = index.lexical(asked, filters, access, CANDIDATES)
    else:
        lexical, elsewhere, found = _of_places(question, asked, index, access)
    nearest = _nearest(question.searched, filters, index, embedder, access)
    referred = _referred(question, asked, filters, index, access)
    fused = fusion.fuse(lexical, nearest, nearest_weight=NEAREST_WEIGHT, steepness=NEAREST_STEEPNESS)
    # the rest could not come among the first hits, and to fetch it takes time
    scores = {scored.id: scored.score for scored in fusion.in_order(fused)[:fetched]}
    for scored in referred:
        scores.setdefault(scored.id, fused.get(scored.id, 0.0))
    scores |= elsewhere
    found |= {passage.id: passage for passage in index.passages([one for one in scores if one not in found], access)}
    places = {"lexical": fusion.ranks(lexical), "nearest": fusion.ranks(nearest), "reference": fusion.ranks(referred)}
    ordered = tuple(found[scored.id] for scored in fusion.in_order(scores) if scored.id in found)
    return Candidates(ordered, scores, places, complete=scores.keys() <= found.keys())


def ranked(question: Question, found: Candidates, limit: int, weights: Mapping[str, float]) -> list[Hit]:
    """The candidates in order of what they are worth, each group of the same thing shown once."""
    facts = _facts(question, found)
    bonuses = {passage.id: bonus(question, passage) for passage in found.passages}
    reasons = {one: {**ranking.shares(known, weights), "asked for": bonuses[one]} for one, known in facts.items()}
    scores = {one: sum(shares.values()) for one, shares in reasons.items()}
    by_id = {passage.id: passage for passage in found.passages}
    groups = grouping.group([by_id[scored.id] for scored in fusion.in_order(scores)], limit)
    return [_hit(members, rank, reasons, found.places) for rank, members in enumerate(groups, 1)]


def _facts(question: Question, found: Candidates) -> dict[str, ranking.Facts]:
    near = found.passages[:RANKED]
    looked_at = dict(zip([passage.id for passage in near], ranking.facts(question, near, found.scores), strict=True))
    return {passage.id: looked_at.get(passage.id, {ranking.WORDS: found.scores[passage.id]}) for passage in found.passages}


def narrowed(question: Question) -> Filters:
    """The caller's filters; where these leave the municipality open, the ones that the question names."""
    if question.filters.municipalities or not question.municipalities:
        return question.filters
    return replace(question.filters, municipalities=question.municipalities)


def question_terms(question: Question) -> list[Term]:
    """The question's own words, then what they may mean besides, with less weight; each token once a field."""
    found = _own_terms(question.swedish or question.text, 1) + _own_terms(" ".join(question.official), OFFICIAL_WORTH)
    for worth, tokens in (
        (MEANINGS_WORTH, swedish.question_tokens(" ".join(question.meanings))),
        (SLIPS_WORTH, swedish.near_tokens(question.searched)),
        (SYNONYMS_WORTH, swedish.synonym_tokens(question.searched)),
    ):
        found += terms(tokens, {field: worth * FIELD_WEIGHTS[field] for field in ("stems", "parts")})
    return list({(term.field, term.token): term for term in reversed(found)}.values())[::-1]


def _own_terms(text: str, worth: float) -> list[Term]:
    tokens = swedish.question_tokens(text)
    weights = {field: worth * weight for field, weight in FIELD_WEIGHTS.items()}
    return terms({**tokens, "loose": [piece for piece in tokens["loose"] if piece not in common()]}, weights)


def lightened(asked: Sequence[Term], places: Sequence[str]) -> list[Term]:
    """The same terms, with those that only name the municipalities searched weighing less."""
    if not places:
        return list(asked)
    named = " ".join(f"{place} {place}s" for place in places) + " kommun kommuns kommunen"
    light = {(field, token) for field, tokens in swedish.question_tokens(named).items() for token in tokens}
    return [replace(term, weight=term.weight * PLACE_WORTH) if (term.field, term.token) in light else term for term in asked]


def terms(tokens: Mapping[str, Iterable[str]], weights: Mapping[str, float] = FIELD_WEIGHTS) -> list[Term]:
    """The terms of a search, each token once a field."""
    return [Term(field, token, weight) for field, weight in weights.items() for token in dict.fromkeys(tokens.get(field, ()))]


def bonus(question: Question, passage: Passage) -> float:
    """What a passage is worth for being the very thing asked for: its Dnr, § or body."""
    worth = 0.0
    if any(is_of_case(passage, case) for case in question.cases):
        worth += REFERENCE_BONUS
    if passage.section in question.sections:
        worth += SECTION_BONUS
    if passage.body in question.bodies:
        worth += BODY_BONUS
    elif passage.body in question.boards:
        worth += BOARD_BONUS
    return worth


def is_of_case(passage: Passage, case: CaseNumber) -> bool:
    """Whether the passage belongs to the matter; a Dnr typed without its registry may be that of any."""
    return bool(passage.case_key) and case.may_match(case_of(passage.case_key or ""))


def case_of(key: str) -> CaseNumber:
    """The Dnr of a key of this index."""
    municipality, registry, year, serial = key.split("|")
    return CaseNumber(key, municipality or None, registry or None, int(year), int(serial))


def _hit(members: Sequence[Passage], rank: int, reasons: Mapping[str, Mapping[str, float]], places: Mapping[str, Mapping[str, int]]) -> Hit:
    head = members[0]
    return Hit(
        passage=head,
        score=sum(reasons[head.id].values()),
        rank=rank,
        ranks={name: by_id[head.id] for name, by_id in places.items() if head.id in by_id},
        members=tuple(member.id for member in members[1:]),
        reasons={name: value for name, value in reasons[head.id].items() if value},
    )


def _nearest(text: str, filters: Filters, index: Index, embedder: Embedder, access: Access) -> list[Scored]:
    vector = embedder.query(text)
    return index.nearest(vector, filters, access, CANDIDATES) if vector.any() else []


def _referred(question: Question, asked: Sequence[Term], filters: Filters, index: Index, access: Access) -> list[Scored]:
    """Passages that hold the references asked for, though no other word of the question."""
    if not (question.cases or question.sections):
        return []
    ids = [Term("ids", term.token) for term in asked if term.field == "ids" and term.token.startswith("dnr:")]
    found = index.lexical(ids, filters, access, CANDIDATES) if ids else []
    if question.sections and not filters.sections:
        found += index.lexical(asked, replace(filters, sections=question.sections), access, CANDIDATES)
    return found


def naming(name: str) -> tuple[Term, ...]:
    """Of these one stands in every passage that names the municipality: its longest word, with -s, and that before "kommun" (Falu)."""
    spelt = (name, kommun_name(name).removesuffix(" kommun"))
    word, before = (max(swedish.text_tokens(each)["exact"], key=len, default="") for each in spelt)
    return tuple(Term("exact", form) for form in dict.fromkeys((word, f"{word}s", before)))


def _of_places(
    question: Question, asked: Sequence[Term], index: Index, access: Access
) -> tuple[list[Scored], dict[str, float], dict[str, Passage]]:
    """What the words find of the municipalities that the question names; scores of what others hold that names them, for a
    neighbour's or the region's papers may answer; the passages. One search: the header of each of their own names them too."""
    forms = [form for name in question.municipalities for form in naming(name)]
    found = index.lexical(asked, question.filters, access, CANDIDATES, forms)
    passages = {passage.id: passage for passage in index.passages([scored.id for scored in found], access)}
    others = {one for one, passage in passages.items() if passage.municipality not in question.municipalities}
    own = [scored for scored in found if scored.id not in others]
    told = [scored for scored in found if scored.id in others and _names(passages[scored.id], question.municipalities)]
    return own, {scored.id: ELSEWHERE * scored.score / own[0].score for scored in told if own}, passages


def _names(passage: Passage, municipalities: Sequence[str]) -> bool:
    return any(name in passage.text for name in municipalities)
