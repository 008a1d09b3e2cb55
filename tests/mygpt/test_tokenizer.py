"""Text to ids and back."""

import random
import re

import pytest
import torch

from mygpt import VOCAB, to_ids
from mygpt.language import SENTENCES, WORDS
from mygpt.poem import JABBERWOCKY
from mygpt.tokenizer import Tokenizer, UnknownTokenError


def test_every_text_of_known_characters_comes_back() -> None:
    """Decoding undoes encoding, for 200 random texts of the poem's characters."""
    tokenizer = Tokenizer.of(JABBERWOCKY)
    chance = random.Random(0)
    for _ in range(200):
        text = "".join(chance.choices(tokenizer.vocabulary, k=chance.randrange(40)))

        assert text == tokenizer.decode(tokenizer.encode(text))


def test_every_sentence_comes_back() -> None:
    """Decoding undoes encoding for words too."""
    for sentence in SENTENCES:
        text = " ".join(sentence)

        assert text == WORDS.decode(WORDS.encode(text))


@pytest.mark.parametrize("text", ["I  love", " I", "AI !\nI", "tea ", " "])
def test_text_comes_back_or_is_refused(text: str) -> None:
    """A space too many is no word of the vocabulary; it is never lost in silence."""
    with pytest.raises(UnknownTokenError, match="not in the vocabulary"):
        WORDS.encode(text)


def test_ids_are_long_positions_in_the_vocabulary() -> None:
    """A token's id is its position, and the ids are a 1-D tensor of torch.long."""
    ids = Tokenizer(("a", "b", "c")).encode("cab")

    assert ids.dtype == torch.long
    assert ids.tolist() == [2, 0, 1]
    assert Tokenizer(("a", "b", "c")).decode([1, 0]) == "ba"


def test_empty_text_has_no_ids() -> None:
    """Nothing in, nothing out, for characters and for words."""
    for tokenizer in (Tokenizer.of("ab"), WORDS):
        assert tokenizer.encode("").shape == (0,)
        assert tokenizer.decode(tokenizer.encode("")) == ""


def test_unknown_characters_are_all_named() -> None:
    """The error names each unknown token once, and the known ones."""
    message = "not in the vocabulary: '!', 'z'; its 2 tokens are 'ab'"
    with pytest.raises(UnknownTokenError, match=re.escape(message)):
        Tokenizer.of("abba").encode("az!z")


def test_running_example_has_the_same_ids_in_the_grammar() -> None:
    """I love AI ! is 0, 1, 2, 3 everywhere."""
    assert to_ids(list(VOCAB)).tolist() == WORDS.encode("I love AI !").tolist()
