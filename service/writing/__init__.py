"""A language model: asked, bounded in time, and what it wrote."""
