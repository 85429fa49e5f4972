"""What can go wrong while answering; each carries the HTTP status and the stable `code` of the JSON error.

ServiceProblem (indexer.errors.ParagrafError)
├── BadQuestion       400 bad_question        empty, too long, or not text
├── BadParameter      400 bad_parameter       a parameter that cannot be honoured
│   └── NotIndexed    400 bad_parameter       a municipality or body that is not indexed
├── Forbidden         403 forbidden           from another site's page, or without the key
├── NotFound          404 not_found           no such document, section or page
├── TooMany           429 too_many            more than is taken in a minute
├── Busy              503 busy                as many long things are made already as the machine can make at once
├── NoIndex           503 no_index            no index that this version can read
├── GeneratorProblem  502 generator_problem   the language model fails (the extractive answer is given instead)
│   ├── UnusableReply                         it answers, and the answer cannot be shown
│   ├── ContextOverflow                       the prompt is longer than the model reads (a shorter one is sent)
│   └── GeneratorRests                        it failed several times in a row and is not asked for a while
└── RerankerProblem   500 internal            the reranker fails or takes too long (hits stay in their order)

StoreProblem (indexer.errors.ParagrafError)   503 store_problem: what the service itself keeps cannot be read or written
"""

from indexer.errors import ParagrafError


class ServiceProblem(ParagrafError):
    """A problem with a request or what it needs; `technical` is a program's own English for who looks after the service."""

    http_status = 500
    code = "internal"

    def __init__(self, message: str = "", technical: str = "") -> None:
        super().__init__(message)
        self.technical = technical


class BadQuestion(ServiceProblem):
    """The question is empty, too long, or not text."""

    http_status = 400
    code = "bad_question"
    exit_code = 2


class BadParameter(ServiceProblem):
    """A parameter cannot be honoured."""

    http_status = 400
    code = "bad_parameter"
    exit_code = 2


class NotIndexed(BadParameter):
    """A municipality or body of which nothing is indexed."""


class Forbidden(ServiceProblem):
    """The request comes from another site's page, or needs a key."""

    http_status = 403
    code = "forbidden"


class TooMany(ServiceProblem):
    """More than is taken in a minute."""

    http_status = 429
    code = "too_many"


class Busy(ServiceProblem):
    """As many long things are made already as the machine can make at once."""

    http_status = 503
    code = "busy"


class NotFound(ServiceProblem):
    """What was asked for is not there, or may not be seen."""

    http_status = 404
    code = "not_found"


class NoIndex(ServiceProblem):
    """There is no index that this version can read."""

    http_status = 503
    code = "no_index"
    exit_code = 4


class GeneratorProblem(ServiceProblem):
    """The language model does not give a usable answer."""

    http_status = 502
    code = "generator_problem"
    exit_code = 5


class UnusableReply(GeneratorProblem):
    """The language model answers, and what it writes cannot be shown: endless, uncited, in another language."""


class ContextOverflow(GeneratorProblem):
    """The prompt is longer than the model reads."""


class GeneratorRests(GeneratorProblem):
    """The language model failed several times in a row and is not asked for a while."""


class RerankerProblem(ServiceProblem):
    """The reranker fails or takes too long."""


class StoreProblem(ParagrafError):
    """What the service itself keeps cannot be read or written; the message is for the operator."""

    exit_code = 2
