"""One file a format; each has `read(path) -> list[Page]`. `formats.py` picks the reader."""
