"""Question sets in, measures and a report out. Drives the service from outside; nobody imports it."""
