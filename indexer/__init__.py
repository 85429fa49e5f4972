"""Reads municipal documents as published and puts them, searchable, into an index. Never sees a question."""
