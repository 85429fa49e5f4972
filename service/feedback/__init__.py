"""What readers say: that an answer helped or did not, that something was misread, that something is missing."""
