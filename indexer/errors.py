"""What can go wrong while reading and indexing.

    ParagrafError                  every error a user can do something about; `exit_code` for the command line
    ├── UsageProblem        (2)    an argument or setting that cannot be honoured
    ├── FileProblem         (3)    one file cannot be read: the rest of the work goes on
    │   ├── EmptyFile              nothing in it
    │   ├── UnsupportedFormat      no reader for it
    │   ├── DamagedFile            not what its name says, or broken
    │   ├── TooLarge               beyond a bound that a setting names
    │   └── ProtectedFile          needs a password
    ├── NothingToRead       (3)    no readable file in what was given
    ├── ManifestProblem     (2)    the manifest beside the files cannot be understood
    ├── CorrectionsProblem  (2)    the file of corrections cannot be understood
    ├── BlocklistProblem    (2)    the block list cannot be understood
    ├── IndexProblem        (4)    the index cannot be used
    │   ├── IndexMissing           there is none at the place given
    │   ├── IndexMismatch          made by another version of the analysis, or with another model
    │   ├── IndexUnreachable       Elasticsearch does not answer, or refuses
    │   └── IndexBusy              somebody else is writing to it
    └── ModelProblem        (5)    an embedding or language model cannot be loaded or reached

Each message names the value, the cause and the next step.
"""


class ParagrafError(Exception):
    """A problem whose message a user can act on."""

    exit_code = 1


class UsageProblem(ParagrafError):
    """An argument or setting cannot be honoured."""

    exit_code = 2


class FileProblem(ParagrafError):
    """One file cannot be read; `reason` is the short form that reports count by."""

    exit_code = 3
    reason = "unreadable"


class EmptyFile(FileProblem):
    """The file holds nothing to read."""

    reason = "empty"


class UnsupportedFormat(FileProblem):
    """No reader exists for the format."""

    reason = "unsupported format"


class DamagedFile(FileProblem):
    """The content is not what the name says, or is broken."""

    reason = "damaged"


class TooLarge(FileProblem):
    """The file is beyond what one file may cost."""

    reason = "too large"


class ProtectedFile(FileProblem):
    """A password is needed to open the file."""

    reason = "password-protected"


class NothingToRead(ParagrafError):
    """No readable file was found in what was given."""

    exit_code = 3


class ManifestProblem(UsageProblem):
    """The manifest beside the files cannot be understood."""


class CorrectionsProblem(UsageProblem):
    """The file of corrections cannot be understood."""


class BlocklistProblem(UsageProblem):
    """The block list cannot be understood."""


class IndexProblem(ParagrafError):
    """The index cannot be used."""

    exit_code = 4


class IndexMissing(IndexProblem):
    """There is no index at the place given."""


class IndexMismatch(IndexProblem):
    """The index was made by another version of the analysis, or with another model."""


class IndexUnreachable(IndexProblem):
    """The index server does not answer, or refuses."""


class IndexBusy(IndexProblem):
    """Another process is writing to the index."""


class ModelProblem(ParagrafError):
    """An embedding or language model cannot be loaded or reached."""

    exit_code = 5
