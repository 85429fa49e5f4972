"""What programs that follow a citation are given, also where some of a file is blocked."""

from contextlib import closing
from pathlib import Path

from indexer import embeddings
from indexer.engines.location import open_index
from indexer.index import Access, Filters
from indexer.opening import version_of
from service.app import create_app
from tests.service.minutes import entry

STRETCH = "Om etapp {} har förvaltningen räknat på grus, asfalt, belysning, trafik under byggtiden och skötsel av kanterna.\n"
LONG = f"""GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12

KS § 10   KS-2031/00007
Cykelväg längs Lillån

Beslut
Kommunstyrelsen beslutar att cykelvägen byggs.

Ärendebeskrivning
{"".join(STRETCH.format(at) for at in range(1, 60))}"""


def test_a_section_is_found_by_what_may_be_seen_of_it_where_a_string_in_its_first_passage_is_blocked(tmp_path: Path) -> None:
    place, public = tmp_path / "index", Access.public()
    with closing(open_index(str(place), version_of(embeddings.load()), create=True)) as index:
        with index.writer() as writer:
            writer.put(entry("ks.txt", LONG))
        first, *others = index.passages(index.select(Filters(sections=("§ 10",)), public, 100), public)
    assert others
    blocked = next(f"Om etapp {at} har" for at in range(1, 60) if f"Om etapp {at} har" in first.text)
    (tmp_path / "block.toml").write_text(f'strings = ["{blocked}"]\n', encoding="utf-8")
    client = create_app({"index": str(place), "log_level": "error", "blocklist": str(tmp_path / "block.toml")}).test_client()

    found, shown = client.get(f"/api/sections/{first.section_id}"), client.get(f"/p/{first.section_id}")

    assert (found.status_code, shown.status_code) == (200, 200)
    assert "cykelvägen byggs" in found.get_json()["text"]
    assert blocked not in found.get_json()["text"]
    assert blocked not in shown.text
