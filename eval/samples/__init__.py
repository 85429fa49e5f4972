"""Four invented municipalities: readable sources in, files of every format and a question set out."""
