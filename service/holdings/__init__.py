"""What of the municipalities' papers is held, what is known to exist and is not, and what could not be read."""
