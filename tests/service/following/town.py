"""Minutes of an invented municipality, § by §, read by the reader itself: for what a matter's way is made of."""

from collections.abc import Sequence
from datetime import date

from indexer.index import Access
from service.cases import follow
from service.following.records import Case, Choice
from tests.service.readings import indexed

TODAY = date(2033, 1, 1)
TOWN = "Granby"

PAGE = """GRANBY KOMMUN                                                         PROTOKOLL
{body}                                                       {day}
                                                                     Sida {page} av 2

"""

SIGNED = "\n\nOrdförandens och justerarens signaturer                       Utdragsbestyrkande\n"

BOARD, COUNCIL, SCHOOL = "Kommunstyrelsen", "Kommunfullmäktige", "Skolnämnden"


def minutes(body: str, day: str, *sections: str) -> str:
    """The minutes of a meeting, with a front page."""
    front = f"Plats och tid                     Rådhuset, {day} kl 13:00–15:20\nBeslutande                        Anna Ek (S), ordförande\n"
    front += "                                  Bo Alm (C)\nJusterare                         Bo Alm (C)\n"
    pages = (PAGE.format(body=body, day=day, page=1) + front, PAGE.format(body=body, day=day, page=2) + "\n".join(sections))
    return "\f".join(page + SIGNED for page in pages)


def section(number: int, dnr: str | None, title: str, decision: str, *, told: str = "", papers: Sequence[str] = ()) -> str:
    """A § as the minutes hold it."""
    head = f"§ {number} Dnr {dnr}" if dnr else f"§ {number}"
    account = f"\nÄrendebeskrivning\n{told}\n" if told else ""
    listed = "\nBeslutsunderlag\n" + "".join(f"{paper}\n" for paper in papers) if papers else ""
    return f"{head}\n{title}\n\nBeslut\n{decision}\n{account}{listed}"


def way(dnr: str, *papers: str, municipality: str | None = TOWN) -> Case | Choice:
    """What is known of a Dnr where these papers are indexed."""
    return follow(dnr, municipality, indexed(*((TOWN, paper) for paper in papers)), Access.public(), TODAY)


def matter(dnr: str, *papers: str) -> Case:
    """The one matter with a Dnr."""
    found = way(dnr, *papers)
    assert isinstance(found, Case), found
    return found


def told(case: Case) -> list[tuple[str | None, str | None, str]]:
    """Day, § and kind of each step."""
    return [(step.date, step.section, str(step.kind)) for step in case.steps]
