"""Swedish words: their stems, parts, tolerant and unmarked forms, likely slips, words of the same meaning; frozen lists, no grammar."""
