"""Prompts as text files, filled with `string.Template`."""
