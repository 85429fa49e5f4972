"""What every request and answer of the API is made of: a record that knows its fields, and the values that many share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MAX_VALUES = 50
"""Most values of one parameter that can be repeated."""

Name = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Name], Field(max_length=MAX_VALUES)]
Day = Annotated[str, Field(max_length=10, examples=["2024", "2024-03", "2024-03-15"])]
Lines = Annotated[tuple[int, int] | None, Field(description="First and last line in a text file; null for other formats.")]


class Strict(BaseModel):
    """These fields and no others: a name that is not known is refused, and nothing that is answered goes undocumented."""

    model_config = ConfigDict(extra="forbid")
