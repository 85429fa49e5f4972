"""A file as it is read, shown to people and programs: a tree, JSON, a page with everything found coloured."""
