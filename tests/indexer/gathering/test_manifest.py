from pathlib import Path

import pytest

from indexer.documents import Given
from indexer.errors import ManifestProblem
from indexer.gathering.manifest import load

FULL = Given("Granhult", "https://granhult.example/ks.pdf", "2024-05-16", "public")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("manifest.csv", b"file,municipality,url,date\nks.pdf,Granhult,https://granhult.example/ks.pdf,2024-05-16\n"),
        ("manifest.csv", "\ufefffile;municipality;url;date\r\nks.pdf;Granhult;https://granhult.example/ks.pdf;2024-05-16\r\n".encode()),
        ("manifest.csv", b'date,File,url,municipality\n2024-05-16,"ks.pdf",https://granhult.example/ks.pdf, Granhult \n\n'),
        ("manifest.json", b'[{"file":"ks.pdf","municipality":"Granhult","url":"https://granhult.example/ks.pdf","date":"2024-05-16","collection":null}]'),
    ],
)  # fmt: skip
def test_csv_and_json_say_the_same(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert load(tmp_path) == {"ks.pdf": FULL}


def test_only_the_file_is_needed_and_paths_are_relative(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,collection\n2024\\maj\\ks.txt,intern\n./kf.txt,\n", encoding="utf-8")
    assert load(tmp_path) == {"2024/maj/ks.txt": Given(collection="intern"), "kf.txt": Given()}


def test_a_spreadsheet_in_the_encoding_of_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_bytes("file;municipality\nks.txt;Östervåla\n".encode("cp1252"))
    assert load(tmp_path)["ks.txt"].municipality == "Östervåla"


def test_a_folder_without_a_manifest_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("manifest.csv", "file,kommun\nks.txt,Granhult\n", "'kommun'"),
        ("manifest.csv", "municipality\nGranhult\n", "no 'file'"),
        ("manifest.csv", "file,file\na,b\n", "twice"),
        ("manifest.csv", "", "no 'file'"),
        ("manifest.csv", "file,date\nks.txt,16 maj 2024\n", "16 maj 2024"),
        ("manifest.csv", "file\nks.txt\nks.txt\n", "line 3"),
        ("manifest.csv", "file\n../hemligt.txt\n", "below"),
        ("manifest.csv", "file\n/etc/passwd\n", "below"),
        ("manifest.csv", "file,municipality\nks.txt,Granhult,kommun\n", "more values"),
        ("manifest.csv", 'file\n"ks.txt\n', "CSV"),
        ("manifest.json", "{", "JSON"),
        ("manifest.json", '{"file": "ks.txt"}', "list"),
        ("manifest.json", '["ks.txt"]', "entry 1"),
        ("manifest.json", '[{"file": "ks.txt", "date": 20240516}]', "entry 1"),
        ("manifest.json", '[{"file": "ks.txt", "sida": "1"}]', "'sida'"),
        ("manifest.json", '[{"file": "ks.txt", "municipality": "\\ud800"}]', "entry 1"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ManifestProblem, match=said) as raised:
        load(tmp_path)
    assert name in str(raised.value)


def test_two_manifests_contradict(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file\n", encoding="utf-8")
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ManifestProblem, match="both"):
        load(tmp_path)
