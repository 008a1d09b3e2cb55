"""What there is to learn from: a language of 252 sentences, and batches of any text.

The language is small enough to list, so the best possible loss of every kind of model
is known before anything is trained. Its verbs agree with their subjects over any
number of "really": *we really really love cats !*, *she really really loves cats !*
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from mygpt.tokenizer import Tokenizer

Sentence = tuple[str, ...]
START = "<s>"
"""The token before each sentence."""

ENDINGS = dict(I="", you="", we="", they="", she="s", he="s", Alice="s")
"""The subjects, each with the ending that it asks of its verb."""

VERBS = ("love", "need")
OBJECTS = ("AI", "tea", "cats")

SENTENCES: tuple[Sentence, ...] = tuple(
    (START, subject, *["really"] * count, verb + ENDINGS[subject], thing, "!")
    for subject, count, verb, thing in product(ENDINGS, range(6), VERBS, OBJECTS)
)
"""The whole language: 7 subjects, 0 to 5 times "really", 2 verbs, 3 objects."""

# The first four are VOCAB: "I love AI !" keeps its ids.
_IN_ORDER = "I love AI ! <s> you we they she he Alice really loves need needs tea cats"
WORDS = Tokenizer(tuple(_IN_ORDER.split()), separator=" ")
"""The tokenizer of the language: 17 words."""


def speak(count: int, generator: torch.Generator) -> list[Sentence]:
    """Draw sentences of the language, each of the 252 with the same probability."""
    drawn = torch.randint(len(SENTENCES), (count,), generator=generator)
    return [SENTENCES[i] for i in drawn.tolist()]


def write(sentences: Iterable[Sentence]) -> Tensor:
    """Write sentences one after the other, as ids.

    Returns:
        One stream of ids, of shape `(T,)`, that begins and ends with `START`.
    """
    words = [word for sentence in sentences for word in sentence]
    return WORDS.encode(" ".join([*words, START]))


def rows(sentences: Iterable[Sentence]) -> tuple[Tensor, Tensor]:
    """Write each sentence in a row of its own, filled up at the end.

    Returns:
        Inputs and targets, each `(B, T)`; the target of a filled-up place is -100,
        which `torch.nn.functional.cross_entropy` leaves out of its mean.
    """
    lines = [write([sentence]) for sentence in sentences]  # each (its own T + 1,)
    inputs, targets = [line[:-1] for line in lines], [line[1:] for line in lines]
    return (
        pad_sequence(inputs, batch_first=True),
        pad_sequence(targets, batch_first=True, padding_value=-100),
    )


def floor(context: int | None, sentences: Iterable[Sentence] = SENTENCES) -> float:
    """Compute the lowest loss that a model with so much context can have.

    That model knows how often each token follows each context in the whole language,
    and nothing beyond: for the whole language, this is a conditional entropy (Shannon,
    "A Mathematical Theory of Communication", 1948). What came before the sentence's own
    START tells nothing about it and is left out.

    Args:
        context: The number of preceding tokens that the model sees; None for all of
            the sentence.
        sentences: What it is tested on: the whole language, or a sample of it.

    Returns:
        Nats per predicted token: every token after `START`, and the next `START`.
    """

    def predictions(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, str]]:
        for tokens in ((*sentence, START) for sentence in sentences):
            for t in range(1, len(tokens)):
                first = 0 if context is None else max(0, t - context)
                yield tokens[first:t], tokens[t]  # what is seen, what is to be guessed

    pairs = Counter(predictions(SENTENCES))
    contexts = Counter(seen for seen, _ in predictions(SENTENCES))
    surprises = [
        math.log(contexts[seen] / pairs[seen, token])
        for seen, token in predictions(sentences)
    ]
    return sum(surprises) / len(surprises)


def batches(
    ids: Tensor,
    length: int,
    size: int,
    steps: int,
    generator: torch.Generator,
    starts: Tensor | None = None,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Cut random windows out of a stream of tokens.

    Args:
        ids: The stream, of shape `(N,)`.
        length: Tokens in a window (T).
        size: Windows in a batch (B).
        steps: The number of batches.
        generator: Where the windows' places are drawn from.
        starts: Positions at which a window may begin; None for all of them.

    Yields:
        Inputs and targets, each `(B, T)`; a target is the token after its input.

    Raises:
        ValueError: The stream is too short for a window and the token after it.
    """
    starts = torch.arange(len(ids)) if starts is None else starts
    starts = starts[starts < len(ids) - length]
    if not len(starts):
        raise ValueError(
            f"{len(ids)} tokens are too few for windows of {length} and the one after"
        )
    for _ in range(steps):
        first = starts[torch.randint(len(starts), (size,), generator=generator)]  # (B,)
        positions = first[:, None] + torch.arange(length)  # (B, 1) + (T,) -> (B, T)
        yield ids[positions], ids[positions + 1]
