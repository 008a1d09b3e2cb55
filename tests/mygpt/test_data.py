"""The language of 252 sentences, its floors, and batches."""

import math
from collections import Counter

import pytest
import torch

from mygpt.data import (
    ENDINGS,
    SENTENCES,
    START,
    WORDS,
    batches,
    floor,
    rows,
    speak,
    write,
)


def test_language_has_252_different_sentences_of_17_words() -> None:
    assert 252 == len(set(SENTENCES)) == len(SENTENCES)
    assert 17 == len(set(WORDS.vocabulary)) == len(WORDS.vocabulary)
    assert {word for sentence in SENTENCES for word in sentence} == set(
        WORDS.vocabulary
    )


def test_verbs_agree_with_their_subjects() -> None:
    """Of all sentences, those with a verb in -s have a subject that asks for it."""
    for _, subject, *_, verb, _, _ in SENTENCES:
        assert verb.endswith("s") == (ENDINGS[subject] == "s")


def test_floor_of_everything_is_the_entropy_of_a_fair_choice() -> None:
    """All sentences are equally likely: ln 252 nats each, over 7.5 tokens."""
    tokens = sum(len(sentence) for sentence in SENTENCES) / len(SENTENCES)

    assert tokens == 7.5
    assert math.isclose(math.log(252) / tokens, floor(None))


@pytest.mark.parametrize("context", range(9))
def test_floor_is_the_conditional_entropy_of_a_long_stream(context: int) -> None:
    """Counting in a stream that holds each pair of sentences once gives the floor.

    There the context runs across the borders of sentences, and it makes no difference.
    """
    stream = [word for a in SENTENCES for b in SENTENCES for word in (*a, *b)]
    grams = Counter(
        tuple(stream[i : i + context + 1]) for i in range(len(stream) - context)
    )
    contexts: Counter[tuple[str, ...]] = Counter()
    for gram, count in grams.items():
        contexts[gram[:-1]] += count
    entropy = sum(
        count * math.log(contexts[gram[:-1]] / count) for gram, count in grams.items()
    ) / sum(grams.values())

    assert math.isclose(entropy, floor(context), abs_tol=2e-4)


def test_floors_fall_to_the_full_one() -> None:
    """More context is never worse, and six tokens are as good as all."""
    floors = [floor(context) for context in range(8)]

    assert sorted(floors, reverse=True) == floors
    assert math.isclose(floor(6), floor(None))
    assert math.isclose(floor(7), floor(None))
    assert floor(5) > floor(6)


def test_floor_of_a_sample_is_measured_on_the_sample() -> None:
    """One sentence costs ln 252 nats in all, whichever it is."""
    sentence = SENTENCES[100]

    assert math.isclose(math.log(252) / len(sentence), floor(None, [sentence]))


def test_stream_begins_and_ends_with_start() -> None:
    spoken = speak(20, torch.Generator().manual_seed(0))
    stream = write(spoken)

    assert START == WORDS.decode(stream[:1]) == WORDS.decode(stream[-1:])
    assert sum(map(len, spoken)) + 1 == len(stream)
    assert set(spoken) <= set(SENTENCES)


def test_rows_hold_each_sentence_and_no_more() -> None:
    """Each row is one sentence, its targets one later; what fills it up is ignored."""
    inputs, targets = rows(SENTENCES)

    assert inputs.shape == targets.shape == (252, 10)
    for sentence, line, wanted in zip(SENTENCES, inputs, targets, strict=True):
        length = len(sentence)
        assert WORDS.decode(line[:length]) == " ".join(sentence)
        assert WORDS.decode(wanted[:length]) == " ".join((*sentence[1:], START))
        assert (wanted[length:] == -100).all()


def test_targets_are_the_inputs_one_later() -> None:
    generator = torch.Generator().manual_seed(0)
    found = list(batches(torch.arange(50), 8, 4, 3, generator))

    assert len(found) == 3
    for inputs, targets in found:
        assert (4, 8) == inputs.shape == targets.shape
        assert torch.equal(inputs + 1, targets)


def test_every_window_can_be_drawn_and_none_beyond_the_end() -> None:
    generator = torch.Generator().manual_seed(0)
    [(inputs, targets)] = batches(torch.arange(10), 4, 500, 1, generator)

    assert set(range(6)) == set(inputs[:, 0].tolist())
    assert targets.max() == 9


def test_windows_can_begin_at_chosen_places_only() -> None:
    generator = torch.Generator().manual_seed(0)
    starts = torch.tensor([0, 3, 9])
    [(inputs, _)] = batches(torch.arange(10), 4, 100, 1, generator, starts)

    assert {0, 3} == set(inputs[:, 0].tolist())


def test_too_short_a_text_is_refused() -> None:
    with pytest.raises(
        ValueError, match="8 tokens are too few for windows of 8 and the one after"
    ):
        next(batches(torch.arange(8), 8, 1, 1, torch.Generator()))
