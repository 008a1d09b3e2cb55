"""A toy language of 252 sentences, and how far from perfect a model of it is.

It is small enough to list, so the best possible loss of every kind of model
is known before anything is trained. Its verbs agree with their subjects over any
number of "really": *we really really love cats !*, *she really really loves cats !*
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from mygpt.tokenizer import Tokenizer
from mygpt.train import next_token_loss

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


def to_stream(sentences: Iterable[Sentence]) -> Tensor:
    """Write sentences one after the other, as ids.

    Returns:
        One stream of ids, of shape `(T,)`, that begins and ends with `START`.
    """
    words = [word for sentence in sentences for word in sentence]
    return WORDS.encode(" ".join([*words, START]))


def sample_stream(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw sentences, each of the 252 with the same probability, as one stream.

    Returns:
        The stream, `(T,)`, as `to_stream` writes it; and the positions of its
        `START` tokens, `(count + 1,)`, the last of which begins no sentence.
    """
    drawn = torch.randint(len(SENTENCES), (count,), generator=generator)
    stream = to_stream(SENTENCES[i] for i in drawn.tolist())
    return stream, (stream == WORDS.encode(START)).nonzero()[:, 0]


def to_rows(sentences: Iterable[Sentence]) -> tuple[Tensor, Tensor]:
    """Write each sentence in a row of its own, filled up at the end.

    Returns:
        Inputs and targets, each `(B, T)`; the target of a filled-up place is -100,
        which `torch.nn.functional.cross_entropy` leaves out of its mean.
    """
    lines = [to_stream([sentence]) for sentence in sentences]  # each (its own T + 1,)
    inputs, targets = [line[:-1] for line in lines], [line[1:] for line in lines]
    return (
        pad_sequence(inputs, batch_first=True),
        pad_sequence(targets, batch_first=True, padding_value=-100),
    )


def best_loss(context: int | None, sentences: Iterable[Sentence] = SENTENCES) -> float:
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


@torch.no_grad()
def sentence_loss(model: nn.Module, sentences: Iterable[Sentence]) -> float:
    """Compute the mean loss of a model on sentences, each read on its own.

    This is to be compared with `best_loss` for the same sentences.

    Args:
        model: Turns ids `(B, T)` into logits `(B, T, V)`, without a look at later ids.
        sentences: Sentences of the language.

    Returns:
        Nats per predicted token.
    """
    return next_token_loss(model, *to_rows(sentences)).item()
