"""Which files are to be read, and what people know of them: archives, manifests, corrections, the block list."""
