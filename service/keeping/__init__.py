"""What the service itself keeps, beside the index and never in it: what readers say, what was uploaded, who did what."""
