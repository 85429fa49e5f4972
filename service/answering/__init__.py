"""The parts of an answer in the documents' own words: what to quote, what holds, when to refuse."""
