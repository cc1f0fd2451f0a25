"""English articles: names by their capitals, abbreviations, aliases, phrases."""

from __future__ import annotations

import time

import pytest
from language_values import blocks_of, forms, places, term, understand

from reader.model.blocks import Block
from reader.services.analysing import understand as analyse

ARTICLE = (
    "! Norway and Chile sign pact on deep-sea cables",
    (
        "Norway and Chile signed a deep-sea cable agreement on Monday, Foreign Minister Elsa Moen"
        " said. The International Seabed Authority (ISA) welcomed the cable agreement."
    ),
    "Moen met President Gabriel Boric in Valparaiso. Boric's office praised the ISA.",
    "A seabed lease is a contract under which a state lets a company use the sea floor.",
)


@pytest.mark.parametrize(
    "form, category",
    [
        ("Norway", "place"),
        ("Elsa Moen", "person"),
        ("Gabriel Boric", "person"),
        ("International Seabed Authority", "organization"),
        ("Valparaiso", "place"),
        ("cable agreement", "concept"),
        ("seabed lease", "concept"),
    ],
)
def test_terms(form: str, category: str) -> None:
    found = term(form, *ARTICLE, language="en")
    assert (found.text, found.category) == (form, category)


def test_titles_are_no_part_of_a_name_and_surnames_are_aliases() -> None:
    assert places("Elsa Moen", *ARTICLE, language="en") == ["Elsa Moen", "Moen"]
    assert places("Gabriel Boric", *ARTICLE, language="en") == ["Gabriel Boric", "Boric"]
    assert term("ISA", *ARTICLE, language="en").aliases == ("ISA",)


def test_common_words_and_days_are_no_terms() -> None:
    assert not {"The", "Monday", "A", "Foreign Minister", "President"} & forms(
        *ARTICLE, language="en"
    )


@pytest.mark.parametrize(
    "sentence, wanted",
    [
        ("So Vladimir Putin and Kim Jong Un ended it.", {"Vladimir Putin", "Kim Jong Un"}),
        ("In Quito, Luis Valdez of Ecuador spoke.", {"Quito", "Luis Valdez", "Ecuador"}),
        ("Officials of the Bank of England and of the Treaty on Open Skies Office came.",
         {"Bank of England"}),
        ("He cited the Convention for the Protection of Submarine Telegraph Cables.",
         {"Convention for the Protection of Submarine Telegraph Cables"}),
        ("It was the Food and Drug Administration, not Norway and Chile.",
         {"Food and Drug Administration", "Norway", "Chile"}),
        ("A letter of UN Secretary-General António Guterres came.", {"UN", "António Guterres"}),
        ("They met Deputy Foreign Minister Choe Son Hui there.", {"Choe Son Hui"}),
        ("A word of U.S. Secretary of State Marco Rubio was enough.", {"U.S.", "Marco Rubio"}),
        ("So European Commission President Ursula von der Leyen said.",
         {"European Commission", "Ursula von der Leyen"}),
        ("It is Japan's Fisheries Agency that asks.", {"Japan", "Fisheries Agency"}),
        ("They left with Japan Airlines from Goma.", {"Japan Airlines", "Goma"}),
        ("Storms hit Côte d'Ivoire, and Hunga Tonga–Hunga Ha'apai erupted.",
         {"Côte d'Ivoire", "Hunga Tonga–Hunga Ha'apai"}),
        ("The cable Estlink 2 broke, and 12 ships left Goma.", {"Estlink 2", "Goma"}),
        ("Under Article 9 of the law, the clade Ib virus is one.", {"Article 9", "clade Ib"}),
        ("Dust fell on Shackleton crater.", {"Shackleton crater"}),
        ("The court sits in The Hague.", {"The Hague"}),
    ],
)  # fmt: skip
def test_names_are_parted_and_held_together(sentence: str, wanted: set[str]) -> None:
    assert wanted <= forms(sentence, language="en")


@pytest.mark.parametrize(
    "sentence, no_terms",
    [
        ("French and Russian officials met on Tuesday in March.",
         {"French", "Russian", "Tuesday", "March"}),
        ("Yesterday Putin spoke. Fishermen wept. Nobody slept.",
         {"Yesterday", "Fishermen", "Nobody"}),
        ("An Iran-backed group and a Moscow-based firm agreed.", {"Iran-backed", "Moscow-based"}),
        ("He said: Welcome back. I'm glad.", {"Welcome", "I'm", "He"}),
        ("The Prime Minister and the Secretary of State left.",
         {"Prime Minister", "Secretary of State"}),
        ("WHEN THE last gate closed, the CEO and the TV crew left.", {"WHEN", "THE", "CEO", "TV"}),
        ("Goma 300 people fled; the Second day came.", {"Goma 300", "Second"}),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name(sentence: str, no_terms: set[str]) -> None:
    assert not no_terms & forms(sentence, language="en")


@pytest.mark.parametrize(
    "lines, form, aliases",
    [
        (("A plan of the North Atlantic Treaty Organization (NATO) failed. NATO waits.",),
         "NATO", {"North Atlantic Treaty Organization"}),
        (("Ideas such as extended producer responsibility (EPR) came up.",),
         "EPR", {"extended producer responsibility"}),
        (("It is a public health emergency of international concern.", "A PHEIC binds nobody."),
         "PHEIC", {"public health emergency of international concern"}),
        (("Emergency use listing, or EUL, is a procedure that saves time.",), "EUL", set()),
        (("Dr Tedros Adhanom Ghebreyesus spoke.", "On Monday Tedros left."),
         "Tedros", {"Tedros Adhanom Ghebreyesus"}),
        (("The Matsu Islands slept.", "The people of Matsu have a link."),
         "Matsu", {"Matsu Islands"}),
        (("General Abdel Fattah al-Burhan agreed.", "On Friday Burhan refused."),
         "Burhan", {"Abdel Fattah al-Burhan"}),
        (("General Mohamed Dagalo, known as Hemedti, spoke.", "They met Hemedti."),
         "Hemedti", {"Mohamed Dagalo"}),
        (("Mpox, formerly called monkeypox, is a disease that spreads.", "The mpox wave grew."),
         "mpox", {"Mpox", "monkeypox"}),
    ],
)  # fmt: skip
def test_one_thing_has_one_term(lines: tuple[str, ...], form: str, aliases: set[str]) -> None:
    found = term(form, *lines, language="en")
    assert aliases <= {found.text, *found.aliases}


def test_a_surname_that_two_people_have_is_nobodys() -> None:
    lines = ("Kim Jong Un met Kim Yo Jong.", "On Monday Kim spoke.")
    people = [one for one in understand(*lines, language="en").terms if " " in one.text]
    assert not any("Kim" in one.aliases for one in people)


@pytest.mark.parametrize(
    "sentence, form, category",
    [
        (
            "Ships of Inger Sorvali, executive director of the fund, came.",
            "Inger Sorvali",
            "person",
        ),
        ("In Kamituga, a town in the hills, it rains.", "Kamituga", "place"),
        ("The Togolese tanker Eagle S dragged its anchor.", "Eagle S", "concept"),
        ("It was made by Bavarian Nordic of Denmark.", "Bavarian Nordic", "organization"),
        ("They signed the Antarctic Krill Accord.", "Antarctic Krill Accord", "agreement"),
        ("The Global Ocean Summit ended.", "Global Ocean Summit", "event"),
        ("Codelvo, the state copper company, hires.", "Codelvo", "organization"),
        ("The shares of the Trumpet administration's ally fell.", "Trumpet", "person"),
    ],
)
def test_what_stands_beside_a_name_tells_what_it_is(
    sentence: str, form: str, category: str
) -> None:
    assert term(form, sentence, language="en").category == category


def test_known_names_have_the_key_of_the_table() -> None:
    sentence = "Envoys of the United States, of the U.S. and of the DPRK met."
    assert term("U.S.", sentence, language="en").key == "アメリカ合衆国"
    assert "United States" in {
        term("U.S.", sentence, language="en").text,
        *term("U.S.", sentence, language="en").aliases,
    }
    assert term("DPRK", sentence, language="en").key == "朝鮮民主主義人民共和国"


@pytest.mark.parametrize(
    "sentence, form",
    [
        ("It belongs to the so-called shadow fleet of tankers.", "shadow fleet"),
        ("The region that bankers call the lithium triangle is dry.", "lithium triangle"),
        ('Lawyers use the term "constructive ambiguity" for it.', "constructive ambiguity"),
        ("These cold trap craters, as scientists call them, hold ice.", "cold trap craters"),
    ],
)
def test_coinages(sentence: str, form: str) -> None:
    assert form in forms(sentence, language="en")


def test_what_somebody_thinks_of_a_thing_is_no_coinage() -> None:
    assert '"unacceptable"'.strip('"') not in forms(
        'The first draft was called "unacceptable" by one delegation.', language="en"
    )


def test_a_dateline_is_no_name_of_its_own() -> None:
    found = forms(
        "GENEVA, Aug 15 (Tern Newswire) - Negotiations on plastics failed. Geneva is calm.",
        language="en",
    )
    assert "Geneva" in found
    assert not {"Tern Newswire", "Negotiations"} & found


def test_titles_with_capitals_on_every_word_propose_no_names() -> None:
    lines = ("# What Comes Next For The Deal", "# WHAT TO WATCH", "The talks go on.")
    assert forms(*lines, language="en") == set()


def test_lines_that_were_wrapped_are_read_as_one() -> None:
    text = "The High Ambition\nCoalition met Elsa\nMoen of Norway."
    found = analyse(text, (Block("paragraph", 0, len(text)),), "en")
    named = {one.text: one.occurrences for one in found.terms}
    assert set(named) == {"High Ambition Coalition", "Elsa Moen", "Norway"}
    assert text[slice(*named["Elsa Moen"][0])] == "Elsa\nMoen"


def test_key_sentences_begin_with_the_lead() -> None:
    assert (
        understand(*ARTICLE, language="en")
        .key_sentences[0]
        .text.startswith("Norway and Chile signed")
    )


@pytest.mark.parametrize(
    "piece",
    ["Long Name (LN) ", "Bank of and Council ", "X said that ", "a device, a thing that is, ",
     "A thing is a ", '"term" ', "whether how is the question ", "ABC "],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def spent(times: int) -> float:
        text = piece * times
        started = time.process_time()
        analyse(text, (Block("paragraph", 0, len(text)),), "en")
        return time.process_time() - started

    spent(10)
    # Twice the text takes twice the time; a quadratic step takes four times as long.
    assert spent(6_000) < 3 * spent(3_000) + 0.5


def test_places_count_from_the_text_whatever_quotes_it_has() -> None:
    text, blocks = blocks_of("“Taiwan’s ships left,” said Mark Rutte.")
    found = analyse(text, blocks, "en")
    assert {text[start:end] for one in found.terms for start, end in one.occurrences} == {
        "Taiwan",
        "Mark Rutte",
    }
