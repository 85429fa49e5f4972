"""The parts of a comparison: the question of one municipality, its row, the values in its cells, what may stand side by side."""
