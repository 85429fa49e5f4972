"""What a question asks for, in words, time and place."""
