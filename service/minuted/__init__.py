"""A § of minutes as it stands in its file: found by Dnr or number, its points and blocks as a reader is shown them."""
