"""The parts of finding: candidates, their order, what is shown once."""
