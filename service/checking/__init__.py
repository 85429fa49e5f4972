"""What a claim states and in which sense, to be held against its source."""
