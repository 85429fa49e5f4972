"""From settings to an open index and the model that fills it: the one place where the two are matched."""

from indexer import embeddings, swedish
from indexer.embeddings import Embedder
from indexer.engines.location import Connection, open_index
from indexer.index import Index, IndexVersion
from indexer.settings import Values


def version_of(embedder: Embedder) -> IndexVersion:
    """The version of an index that this program makes and reads with the model."""
    return IndexVersion(swedish.ANALYSIS, embedder.name, embedder.dimension)


def open_with_model(values: Values, *, create: bool = False) -> tuple[Index, Embedder]:
    """The index that the settings name, of this program's version. Raises IndexProblem and ModelProblem."""
    embedder = embeddings.load(str(values["model"]))
    return open_index(str(values["index"]), version_of(embedder), Connection.of(values), create=create), embedder
