"""The stemma: groups and paths, the plainest reason first."""

from testimonia.model.stemma import Hub, Link, Stemma, Witness, count_independent, in_words, parted

WIRE = Hub("outlet:wire", "outlet", "Sample Wire")
FRONT = Hub("body:front", "body", "Example Front")
PARTY = Hub("body:party", "body", "Example Party")


def witness(name: str, *links: Link, known: bool = True) -> Witness:
    own = Link(Hub(f"document:{name}", "document", f"{name}.txt"), "document", f"stands in {name}.txt")
    return Witness(name, name, (name,), {link.hub.id: link for link in (own, *links)}, known)


PAPER = witness("paper", Link(WIRE, "publisher", "published by Sample Wire"))
REPRINT = witness("reprint", Link(WIRE, "republication", "credited to Sample Wire"), Link(FRONT, "voice", "goes back to Example Front"))
RADIO = witness("radio", Link(FRONT, "voice", "goes back to Example Front"))
OTHER = witness("other", Link(PARTY, "voice", "goes back to Example Party"))


def test_witnesses_hang_together_through_others() -> None:
    made = Stemma("x", (PAPER, OTHER, REPRINT, RADIO))
    assert made.groups() == ((PAPER, REPRINT, RADIO), (OTHER,))
    assert made.independent == 2


def test_a_path_names_each_step() -> None:
    path = Stemma("x", (PAPER, OTHER, REPRINT, RADIO)).path_between(PAPER.id, RADIO.id)
    assert path is not None
    assert [(step.left, step.right, step.words) for step in path] == [
        (PAPER, REPRINT, "one is a republication from Sample Wire"),
        (REPRINT, RADIO, "both go back to Example Front"),
    ]


def test_no_path_leads_to_an_independent_witness_and_an_empty_one_to_oneself() -> None:
    made = Stemma("x", (PAPER, OTHER))
    assert made.path_between(PAPER.id, OTHER.id) is None
    assert made.path_between(PAPER.id, PAPER.id) == ()


def test_an_unknown_publisher_adds_nothing() -> None:
    unknown = witness("unknown", known=False)
    assert [count_independent(some) for some in ((), (unknown,), (PAPER, unknown), (unknown, unknown))] == [0, 1, 1, 1]


def test_a_thousand_witnesses_of_one_outlet_are_one_group() -> None:
    many = [witness(f"w{number}", Link(WIRE, "publisher", "published by Sample Wire")) for number in range(1000)]
    assert [len(group) for group in parted([OTHER, *many])] == [1, 1000]


def test_the_reason_is_that_of_the_weaker_link() -> None:
    voice, side = Link(PARTY, "voice", "goes back to Example Party"), Link(PARTY, "side", "the front is said to be its wing")
    assert in_words(voice, side) == "they are one side: the front is said to be its wing"
    text = Hub("text:a", "text", "the text of a.txt")
    wording = Link(text, "wording", "a.txt and b.txt share 80% of the shorter one's words")
    assert in_words(wording, wording).endswith("wording: a.txt and b.txt share 80% of the shorter one's words")
    words = Hub("words:1", "words", "'a resident'")
    assert in_words(Link(words, "description", ""), Link(words, "description", "")) == "both quote 'a resident', which may be one voice"
