"""A source cut into documents and sections: whose they are, of which day, and what they are worth."""
