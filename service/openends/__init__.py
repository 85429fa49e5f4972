"""Open ends over everything indexed: what was asked, ordered or proposed and has no answer, report or decision here."""
