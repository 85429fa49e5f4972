from service.finding.likeness import likeness


def test_a_text_of_the_same_meaning_is_more_alike_than_another() -> None:
    same, other = likeness("Vad kostar en båtplats?", ["Avgiften för en plats i hamnen är 900 kronor.", "Skolan får en ny matsal."])

    assert same > other


def test_a_text_without_words_is_like_nothing() -> None:
    assert likeness("Vad kostar en båtplats?", ["", "Avgiften är 900 kronor."])[0] == 0


def test_no_texts_need_no_model() -> None:
    assert likeness("Vad kostar en båtplats?", []) == []
