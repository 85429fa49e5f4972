"""The way of a matter through bodies and years: its papers, steps, links, gaps, and a picture of it."""
