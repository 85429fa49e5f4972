from tests.indexer.bundles import documents


def test_a_list_of_contents_on_one_line_names_its_sections() -> None:
    text = (
        "Byggnadsnämnden Tid och plats onsdagen den 24 oktober 2031, Beslutande Ada Ek, ordf. Utses att justera Bo Al\n\n"
        "2 Byggnadsnämnden Innehållsförteckning 167 Fastställa dagordning 168 Prognos Intern kontroll Bäcken 1:31 Förhandsbesked 8 173 "
        "Montören 7 Tillbyggnad\n"
    )
    (minutes,) = documents(text)
    entries = [(section.number, section.title) for section in minutes.sections if section.number]

    assert entries == [("§ 167", "Fastställa dagordning"), ("§ 168", None), ("§ 173", None)]


def test_numbers_in_running_text_are_no_items() -> None:
    text = "KALLELSE\n\nBarn- och skolnämnden kallas härmed till sammanträde torsdagen den 4 april 2031.\n\nTag med kallelsen.\n"
    (notice,) = documents(text)

    assert [section.number for section in notice.sections] == [None]
