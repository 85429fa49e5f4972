"""What changed on the way: the decision points of a matter side by side, proposal → committee → board → council."""
