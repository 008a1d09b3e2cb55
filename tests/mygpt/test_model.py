"""The GPT as a whole, and how it is trained and sampled."""

import math

import pytest
import torch
import torch.nn.functional as F
from torch.testing import assert_close

from mygpt.attention import KVCache
from mygpt.bigram import Bigram
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, sentence_loss, to_stream
from mygpt.model import GPT, GPTConfig
from mygpt.sample import sample, sample_next
from mygpt.train import held_out_loss, next_token_loss, train

CONFIG = GPTConfig(vocab_size=17, context=16, width=16, heads=2, layers=2)


@pytest.fixture
def model() -> GPT:
    """A model with opinions: parameters larger than those it would start with."""
    torch.manual_seed(0)
    model = GPT(CONFIG)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(2)
        model.head.weight.mul_(20)
    return model


@pytest.fixture
def ids() -> torch.Tensor:
    return torch.randint(17, (3, 16), generator=torch.Generator().manual_seed(1))


def test_nothing_leaks_from_the_future(model: GPT, ids: torch.Tensor) -> None:
    """Changing token 10 moves the logits before it by exactly 0.0."""
    changed = ids.clone()
    changed[:, 10] = (ids[:, 10] + 1) % 17
    difference = (model(changed) - model(ids)).abs()

    assert difference[:, :10].max() == 0.0
    assert difference[:, 10:].max() > 0


def test_positions_matter(model: GPT) -> None:
    """The same token, three times, gets three predictions."""
    logits = model(torch.tensor([[5, 5, 5]]))[0]

    assert (logits[0] - logits[1]).abs().max() > 1e-3
    assert (logits[1] - logits[2]).abs().max() > 1e-3


def test_cache_changes_nothing(model: GPT, ids: torch.Tensor) -> None:
    """Any cut into pieces gives the same logits."""
    model, cache = model.double(), KVCache()
    pieces = [model(piece, cache) for piece in ids.split([1, 5, 9, 1], dim=1)]

    assert_close(model(ids), torch.cat(pieces, dim=1))


def test_too_long_a_sequence_is_refused(model: GPT) -> None:
    message = "sequence of 17 tokens, but the context holds 16"
    with pytest.raises(ValueError, match=message):
        model(torch.zeros(1, 17, dtype=torch.long))
    cache = KVCache()
    model(torch.zeros(1, 16, dtype=torch.long), cache)
    with pytest.raises(ValueError, match=message):
        model(torch.zeros(1, 1, dtype=torch.long), cache)


def test_first_loss_is_that_of_not_knowing(ids: torch.Tensor) -> None:
    torch.manual_seed(0)
    loss = next_token_loss(GPT(CONFIG), ids[:, :-1], ids[:, 1:])

    assert abs(loss.item() - math.log(17)) < 0.05


def test_parameters_are_those_of_the_formula() -> None:
    """Two embeddings, the blocks, a last norm, and the output layer."""
    V, T, C, L = 17, 16, 16, 2
    count = sum(parameter.numel() for parameter in GPT(CONFIG).parameters())

    assert count == V * C + T * C + L * (12 * C**2 + 9 * C) + 2 * C + C * V


def test_loss_is_minus_the_log_of_the_right_probability(
    model: GPT, ids: torch.Tensor
) -> None:
    inputs, targets = ids[:, :-1], ids[:, 1:]
    probabilities = model(inputs).softmax(dim=-1)
    right = probabilities.gather(2, targets[:, :, None])

    assert_close(-right.log().mean(), next_token_loss(model, inputs, targets))


def test_sentence_loss_is_the_mean_over_tokens(model: GPT) -> None:
    """Sentences of different lengths count by their tokens."""
    some = [SENTENCES[0], SENTENCES[35]]
    surprises = []
    for sentence in some:
        stream = to_stream([sentence])
        logits = model(stream[None, :-1])[0]
        surprises.append(F.cross_entropy(logits, stream[1:], reduction="none"))

    assert math.isclose(
        torch.cat(surprises).mean().item(), sentence_loss(model, some), rel_tol=1e-6
    )


def test_trained_bigram_reaches_its_floor() -> None:
    """A table of logits can say all that one token tells, and no more."""
    pairs = torch.cat([to_stream([sentence]).unfold(0, 2, 1) for sentence in SENTENCES])
    model = Bigram(17)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.3, weight_decay=0.0)
    train(model, [(pairs[:, :1], pairs[:, 1:])] * 500, optimiser)
    loss = sentence_loss(model, SENTENCES)

    assert 0 < loss - best_loss(1) < 5e-4


def test_trained_gpt_knows_the_language() -> None:
    """It comes close to the floor, and far below that of looking at one token."""
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(0)
    stream, starts = sample_stream(500, generator)
    model = GPT(GPTConfig(17, context=16, width=32, heads=2, layers=1))
    reported: list[float] = []
    losses = train(
        model,
        batches(stream, 16, 16, 250, generator, starts),
        torch.optim.AdamW(model.parameters(), lr=1e-2),
        reported.append,
    )
    loss = sentence_loss(model, SENTENCES)

    assert len(losses) == 250
    assert losses == reported
    assert best_loss(None) < loss < best_loss(None) + 0.06 < best_loss(1)


@pytest.mark.parametrize("top_k", [None, 3])
@pytest.mark.parametrize("temperature", [0, 0.5, 1.0, 2.0])
def test_cached_sampling_is_sampling(
    model: GPT, temperature: float, top_k: int | None
) -> None:
    """Within the context and beyond it, where the window slides."""
    prompt = torch.tensor([4, 0, 11])
    written = [
        sample(
            model,
            prompt,
            40,
            temperature,
            top_k,
            torch.Generator().manual_seed(0),
            cached=cached,
        )
        for cached in (True, False)
    ]

    assert written[0].shape == (43,)
    assert torch.equal(prompt, written[0][:3])
    assert torch.equal(written[0], written[1])


def test_prompt_may_be_longer_than_the_context(model: GPT) -> None:
    prompt = torch.arange(40) % 17
    seen = sample(model, prompt[-16:], 5, temperature=0)

    assert torch.equal(seen[-5:], sample(model, prompt, 5, temperature=0)[-5:])


def test_draw_follows_the_probabilities() -> None:
    """Of 20 000 draws, each token has its share, at temperature 2 as well."""
    logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
    generator = torch.Generator().manual_seed(0)
    for temperature in (1.0, 2.0):
        drawn = [
            sample_next(logits, temperature, None, generator) for _ in range(20_000)
        ]
        shares = torch.cat(drawn).bincount(minlength=4) / 20_000

        assert_close((logits / temperature).softmax(0), shares, atol=0.02, rtol=0)


def test_top_k_leaves_the_likeliest() -> None:
    logits = torch.tensor([2.0, 1.0, 0.0, -1.0])
    generator = torch.Generator().manual_seed(0)
    for top_k, expected in ((1, {0}), (2, {0, 1}), (9, {0, 1, 2, 3})):
        drawn = {sample_next(logits, 5.0, top_k, generator).item() for _ in range(300)}

        assert expected == drawn


def test_top_k_of_equals_is_k() -> None:
    """Three of four, though the last two are equally likely."""
    logits = torch.tensor([2.0, 1.0, 0.0, 0.0])
    generator = torch.Generator().manual_seed(0)

    assert 3 == len({sample_next(logits, 5.0, 3, generator).item() for _ in range(300)})


@pytest.mark.parametrize("temperature", [1e-300, 1e-45, 1e-9, 0.0])
def test_temperature_near_zero_is_zero(temperature: float) -> None:
    assert sample_next(torch.tensor([1.0, 0.0, 3.0]), temperature).tolist() == [2]


def test_positions_are_where_the_ids_are() -> None:
    """The device meta stands for any but the processor."""
    with torch.device("meta"):
        model = GPT(CONFIG)
    ids = torch.zeros(1, 3, dtype=torch.long, device="meta")

    assert model(ids).device.type == "meta"


def test_held_out_loss_is_the_mean_over_windows(model: GPT, ids: torch.Tensor) -> None:
    """Each target counts once, also where the windows are more than a batch."""
    model, text = (
        model.double(),
        ids.flatten(),
    )  # 48 tokens: two windows of 16, not three
    surprises = [
        next_token_loss(model, text[None, t : t + 16], text[None, t + 1 : t + 17])
        for t in (0, 16)
    ]

    assert_close(held_out_loss(model, text, 16), torch.stack(surprises).mean().item())
    long = text[:17].repeat(100)  # 17 tokens, again and again: 106 windows
    one_by_one = [
        next_token_loss(model, long[None, t : t + 16], long[None, t + 1 : t + 17])
        for t in range(0, len(long) - 16, 16)
    ]
    assert len(one_by_one) == 106
    assert_close(held_out_loss(model, long, 16), torch.stack(one_by_one).mean().item())


def test_temperature_zero_takes_the_likeliest() -> None:
    assert sample_next(torch.tensor([1.0, 0.0, 3.0]), temperature=0).tolist() == [2]
