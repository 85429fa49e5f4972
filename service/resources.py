"""What the service needs opened: the index, the embedding model that filled it, a language model and a reranker where set."""

from dataclasses import asdict, dataclass, field

from indexer.embeddings import Embedder
from indexer.index import Index
from indexer.opening import open_with_model
from service.comparison.kept import Comparisons
from service.config import Config
from service.finding.crossencoder import CrossEncoderReranker, Reranker
from service.generate import LanguageModel
from service.registers.ledger import Ledger
from service.survey import Survey


@dataclass(frozen=True, slots=True)
class Resources:
    """Opened once, used by every request."""

    index: Index
    embedder: Embedder
    generator: LanguageModel | None = None
    reranker: Reranker | None = None
    ledger: Ledger = field(default_factory=Ledger, repr=False, compare=False)
    survey: Survey = field(default_factory=Survey, repr=False, compare=False)
    comparisons: Comparisons = field(default_factory=Comparisons, repr=False, compare=False)


def open_resources(config: Config) -> Resources:
    """Open what the settings name. Raises IndexProblem or ModelProblem with the next step."""
    index, embedder = open_with_model(asdict(config))
    return Resources(index, embedder, _generator(config), _reranker(config))


def _reranker(config: Config) -> Reranker | None:
    if not config.reranker:
        return None
    return CrossEncoderReranker(config.reranker, hits=config.reranker_hits, timeout_s=config.reranker_timeout_s)


def _generator(config: Config) -> LanguageModel | None:
    if not config.generator_url:
        return None
    # httpx2 costs 60 ms at start, and most installations have no language model
    from service.writing.breaker import Breaker
    from service.writing.chat import ChatModel

    model = ChatModel(
        url=config.generator_url,
        name=config.generator_model,
        key=config.generator_key,
        timeout_s=config.generator_timeout_s,
        context_tokens=config.generator_context_tokens,
    )
    return Breaker(model)
