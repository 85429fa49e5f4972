"""The decision card of a §: its points, who voted and reserved themselves, its days, recipients and what it replaces, to keep."""
