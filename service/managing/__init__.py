"""What is done behind the key: files taken in, what needs a person, what is taken away, and who did it."""
