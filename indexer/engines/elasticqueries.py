"""What is asked of Elasticsearch, as the plain objects that it takes, and how its answers are read. No I/O."""

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.engines.filtering import Conditions
from indexer.engines.ranking import MOST
from indexer.index import Facets, Vector

Json = dict[str, Any]
"""A request or an answer of Elasticsearch; does not leave this engine."""

_FACETS = {"municipalities": "municipality", "bodies": "body", "kinds": "kind", "statuses": "status"}
_DISTINCT = {"files": "file", "documents": "document_id"}
_COUNTED_EXACTLY = 40_000  # the most that Elasticsearch offers; beyond it the numbers are some per cent off
_YEAR = 10_000  # of a day, written as a number: 20240507
_LEAST_CANDIDATES = 200


def filter_query(conditions: Conditions) -> Json:
    """What a passage must meet, without any score."""
    must: list[Json] = [{"terms": {field: list(values)}} for field, values in conditions.among]
    must += [
        {"bool": {"should": [{"range": {"day": {"gte": first, "lte": last}}} for first, last in periods]}} for periods in conditions.periods
    ]
    query: Json = {"filter": must}
    must_not: list[Json] = [{"terms": {"file": list(conditions.withdrawn)}}] if conditions.withdrawn else []
    for file, section in conditions.withdrawn_sections:
        must_not.append({"bool": {"filter": [{"term": {"file": file}}, {"term": {"section": section}}]}})
    if must_not:
        query["must_not"] = must_not
    return {"bool": query}


def lexical_query(weights: Mapping[tuple[str, str], float], conditions: Conditions, required: Sequence[tuple[str, str]] = ()) -> Json:
    """Any of the terms, each BM25 score times its weight, among what meets the conditions and holds one of those required."""
    terms = [{"term": {field: {"value": token, "boost": weight}}} for (field, token), weight in weights.items()]
    among = [filter_query(conditions)]
    if required:
        held = [{"term": {field: token}} for field, token in required]
        among.append({"bool": {"should": held, "minimum_should_match": 1}})
    return {"bool": {"should": terms, "minimum_should_match": 1, "filter": among}}


def nearest_search(vector: Vector, conditions: Conditions, size: int) -> Json:
    """The filter stands inside: outside, it would take away from the nearest instead of looking further."""
    return {
        "field": "vector",
        "query_vector": vector.tolist(),
        "k": size,
        "num_candidates": min(MOST, max(_LEAST_CANDIDATES, 2 * size)),
        "filter": filter_query(conditions),
    }


def cosine(score: float) -> float:
    """Elasticsearch scores (1 + cosine) / 2."""
    return 2 * score - 1


def facet_aggregations() -> Json:
    """Counts by value and by year."""
    aggregations: Json = {name: {"terms": {"field": field, "size": MOST}} for name, field in _FACETS.items()}
    aggregations["years"] = {"histogram": {"field": "day", "interval": _YEAR, "min_doc_count": 1}}
    for name, field in _DISTINCT.items():
        aggregations[name] = {"cardinality": {"field": field, "precision_threshold": _COUNTED_EXACTLY}}
    return aggregations


def facets(answer: Json) -> Facets:
    """The answer to `facet_aggregations`."""
    found = answer["aggregations"]
    counts = {
        name: {each["key"]: each["doc_count"] for each in sorted(found[name]["buckets"], key=lambda each: each["key"])} for name in _FACETS
    }
    years = {str(int(each["key"]) // _YEAR): each["doc_count"] for each in found["years"]["buckets"]}
    files, documents = (int(found[name]["value"]) for name in _DISTINCT)
    return Facets(passages=answer["hits"]["total"]["value"], years=years, files=files, documents=documents, **counts)
