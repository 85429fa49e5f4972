"""Answers questions from an index, with citations that are checked. Parses no file."""
