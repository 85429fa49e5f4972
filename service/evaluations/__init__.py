"""Runs of question sets, read as `paragraf eval --out` wrote them, to be shown over time."""
