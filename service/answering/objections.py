"""What the service says where a question takes something for granted that the documents do not bear out: a sentence each."""

from collections.abc import Sequence


def no_case(case: str, language: str) -> str:
    """A Dnr that nothing indexed has."""
    return _in(language, f"Dnr {case} finns inte i de indexerade handlingarna.", f"Dnr {case} is not in the indexed documents.")


def several_cases(half: str, named: Sequence[tuple[str, str]], more: int, language: str) -> str:
    """A part of a Dnr, with the matters that it fits: each Dnr and what it is about."""
    listed = "; ".join(f"{case} ({about})" if about else case for case, about in named)
    rest = _in(language, f" och {more} till", f" and {more} more") if more > 0 else ""
    return _in(
        language,
        f"{half} är en del av ett diarienummer och kan avse {listed}{rest}. Skriv hela numret.",
        f"{half} is part of a Dnr and may mean {listed}{rest}. Write the whole number.",
    )


def no_municipality(name: str, language: str) -> str:
    """A municipality of which nothing is indexed."""
    return _in(language, f"Inga handlingar från {name} är indexerade.", f"No documents from {name} are indexed.")


def no_body(name: str, municipality: str | None, language: str) -> str:
    """A body of which no minutes are indexed."""
    where = f" i {municipality}" if municipality else ""
    return _in(language, f"Inga protokoll från {name}{where} är indexerade.", f"No minutes of {name}{where} are indexed.")


def no_meeting(body: str | None, day: str, language: str) -> str:
    """A day of which no minutes are indexed, of that body or at all."""
    if body is None:
        return _in(language, f"Inga handlingar från {day} är indexerade.", f"No documents from {day} are indexed.")
    return _in(language, f"Inget protokoll från {body} {day} är indexerat.", f"No minutes of {body} from {day} are indexed.")


def no_section(number: str, held: tuple[int, int] | None, language: str) -> str:
    """A § that the minutes asked for lack; `held`: the first and last that they have."""
    if held is None:
        return _in(
            language, f"{number} finns inte i de indexerade protokollen därifrån.", f"{number} is not in the indexed minutes from there."
        )
    span = f"§ {held[0]}–{held[1]}"
    return _in(language, f"{number} finns inte i protokollet, som har {span}.", f"{number} is not in the minutes, which hold {span}.")


def no_such_section(number: str, language: str) -> str:
    """A § that none of the minutes searched has."""
    return _in(language, f"{number} finns inte i de indexerade protokollen.", f"{number} is not in the indexed minutes.")


def no_meeting_then(body: str, municipality: str | None, first: str, last: str, language: str) -> str:
    """A month or year of which no minutes of the body are indexed."""
    where = f" i {municipality}" if municipality else ""
    year = first.endswith("-01-01") and last == f"{first[:4]}-12-31"
    when = first[:4] if year else f"{first} – {last}"
    swedish = f"Inga protokoll från {body}{where} från {when} är indexerade."
    return _in(language, swedish, f"No minutes of {body}{where} from {when} are indexed.")


def nothing_of(year: str, language: str) -> str:
    """A year that what was found neither is from nor speaks of."""
    swedish = f"De indexerade handlingarna säger inget om {year} i den här saken."
    return _in(language, swedish, f"The indexed documents say nothing of {year} in this matter.")


def another_matter(name: str, title: str | None, language: str) -> str:
    """A § or Dnr that is about something else than what is asked."""
    about = f": {title}" if title else ""
    return _in(language, f"{name} handlar om något annat{about}.", f"{name} is about something else{about}.")


def silent_place(name: str, title: str | None, matter: str, language: str) -> str:
    """A § or Dnr that says nothing of the matter that it is asked for with."""
    about = title or _in(language, "något annat", "something else")
    return _in(
        language,
        f"Observera: {name} handlar om {about}; där står inget om {matter}.",
        f"Note: {name} is about {about}; it says nothing of {matter}.",
    )


def silent_places(name: str, matter: str, language: str) -> str:
    """A number that several § have, none of which says anything of the matter."""
    return _in(
        language, f"Observera: ingen {name} som finns här säger något om {matter}.", f"Note: no {name} here says anything of {matter}."
    )


def one_of_several(name: str, others: Sequence[str], language: str) -> str:
    """A number that other § have as well."""
    listed = "; ".join(others)
    return _in(
        language, f"Observera: {name} finns i flera protokoll, också {listed}.", f"Note: several minutes have {name}, also {listed}."
    )


def from_another(there: str, meant: str, language: str) -> str:
    """An answer from another body or day than the question names."""
    return _in(language, f"Observera: detta är från {there}, inte {meant}.", f"Note: this is from {there}, not {meant}.")


def nearest(place: str, title: str | None, language: str) -> str:
    """The nearest thing found, where it does not answer."""
    what = ", ".join(filter(None, (place, title)))
    return _in(language, f"Närmast: {what}.", f"Nearest: {what}.")


def _in(language: str, swedish: str, english: str) -> str:
    return english if language == "en" else swedish
