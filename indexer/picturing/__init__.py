"""Pictures of pages, drawn from the file that was read, and where words stand on them."""
