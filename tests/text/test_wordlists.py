"""Word lists are read once and are what the code expects."""

from testimonia.text.wordlists import word_list


def test_a_list_is_read_once():
    assert word_list("numbers") is word_list("numbers")


def test_no_key_was_read_as_a_truth_value():
    assert all(isinstance(code, str) for code in word_list("countries"))
    assert all(isinstance(word, str) for word in word_list("numbers")["numbered"])
