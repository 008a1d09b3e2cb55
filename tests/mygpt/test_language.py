"""The language of 252 sentences, and its floors."""

import itertools
import math
from collections import Counter

import pytest
import torch

from mygpt.language import (
    ENDINGS,
    SENTENCES,
    START,
    WORDS,
    best_loss,
    sample_stream,
    to_rows,
    to_stream,
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
    assert math.isclose(math.log(252) / tokens, best_loss(None))


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

    assert math.isclose(entropy, best_loss(context), abs_tol=2e-4)


def test_floors_fall_to_the_full_one() -> None:
    """More context is never worse, and six tokens are as good as all."""
    floors = [best_loss(context) for context in range(8)]

    assert sorted(floors, reverse=True) == floors
    assert math.isclose(best_loss(6), best_loss(None))
    assert math.isclose(best_loss(7), best_loss(None))
    assert best_loss(5) > best_loss(6)


def test_floor_of_a_sample_is_measured_on_the_sample() -> None:
    """One sentence costs ln 252 nats in all, whichever it is."""
    sentence = SENTENCES[100]

    assert math.isclose(math.log(252) / len(sentence), best_loss(None, [sentence]))


def test_stream_begins_and_ends_with_start() -> None:
    stream = to_stream(SENTENCES[:20])

    assert START == WORDS.decode(stream[:1]) == WORDS.decode(stream[-1:])
    assert sum(map(len, SENTENCES[:20])) + 1 == len(stream)


def test_drawn_stream_is_of_sentences_that_begin_at_its_starts() -> None:
    stream, starts = sample_stream(300, torch.Generator().manual_seed(0))
    cut = [
        tuple(WORDS.decode(stream[first:end]).split())
        for first, end in itertools.pairwise(starts.tolist())
    ]

    assert len(cut) == 300
    assert set(cut) <= set(SENTENCES)
    assert len(set(cut)) > 100  # 252 (1 - 1/e^(300/252)) = 175 are to be expected
    assert starts[-1] == len(stream) - 1


def test_rows_hold_each_sentence_and_no_more() -> None:
    """Each row is one sentence, its targets one later; what fills it up is ignored."""
    inputs, targets = to_rows(SENTENCES)

    assert inputs.shape == targets.shape == (252, 10)
    for sentence, line, wanted in zip(SENTENCES, inputs, targets, strict=True):
        length = len(sentence)
        assert WORDS.decode(line[:length]) == " ".join(sentence)
        assert WORDS.decode(wanted[:length]) == " ".join((*sentence[1:], START))
        assert (wanted[length:] == -100).all()
