"""What minutes tell besides their matters: presence, conduct, votes, approval, what others decided for the body."""
