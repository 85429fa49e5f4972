"""A question watched: what is found for it, as entries that a feed reader keeps apart."""
