"""The GPT with each of its parts exchanged."""

from dataclasses import asdict, replace
from itertools import product
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.testing import assert_close

from mygpt.attention import KVCache, MultiHead
from mygpt.block import Block, FeedForward
from mygpt.checkpoint import load, new_run, save
from mygpt.gated import GatedFeedForward
from mygpt.grouped import GroupedHeads
from mygpt.model import GPT, GPTConfig
from mygpt.norm import RMSNorm
from mygpt.sample import sample
from mygpt.tokenizer import Tokenizer
from mygpt.train import next_token_loss

V, T, C, H = 17, 16, 16, 4
CONFIG = GPTConfig(V, context=T, width=C, heads=H, layers=2)
TODAY = replace(
    CONFIG,
    positions="rotary",
    norm="rms",
    gated=True,
    kv_heads=2,
    bias=False,
    tied=True,
)
EACH = [
    replace(CONFIG, positions="none"),
    replace(CONFIG, positions="rotary", rotary_base=100.0),
    replace(CONFIG, norm="rms"),
    replace(CONFIG, gated=True),
    replace(CONFIG, hidden=20),
    replace(CONFIG, kv_heads=1),
    replace(CONFIG, bias=False),
    replace(CONFIG, tied=True),
    TODAY,
]
ALL = [
    replace(
        TODAY, positions=positions, norm=norm, gated=gated, kv_heads=kv_heads, bias=bias
    )
    for positions, norm, gated, kv_heads, bias in product(
        ("learned", "rotary", "none"),
        ("layer", "rms"),
        (False, True),
        (None, 1, 2, 4),
        (False, True),
    )
]


def _with_opinions(config: GPTConfig) -> GPT:
    torch.manual_seed(0)
    model = GPT(config).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(2)
        model.head.weight.mul_(20)
    return model


@pytest.fixture
def ids() -> torch.Tensor:
    return torch.randint(V, (3, T), generator=torch.Generator().manual_seed(1))


def _count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def test_defaults_are_the_model_of_before() -> None:
    """The same numbers, drawn in the same order as by the parts alone."""
    torch.manual_seed(0)
    model = GPT(CONFIG)
    torch.manual_seed(0)
    tokens, positions = nn.Embedding(V, C), nn.Embedding(T, C)
    blocks = [Block(C, H, T) for _ in range(2)]
    head = nn.Linear(C, V, bias=False)
    for weight, std in ((tokens, 0.1), (positions, 0.1), (head, 0.02)):
        nn.init.normal_(weight.weight, std=std)
    expected = {"tokens.weight": tokens.weight, "positions.weight": positions.weight}
    for number, block in enumerate(blocks):
        for name, tensor in block.state_dict().items():
            expected[f"blocks.{number}.{name}"] = tensor
    for name, tensor in nn.LayerNorm(C).state_dict().items():
        expected[f"norm.{name}"] = tensor
    expected["head.weight"] = head.weight

    assert list(expected) == list(model.state_dict())
    for name, tensor in model.state_dict().items():
        assert torch.equal(expected[name], tensor), name


def test_parts_are_those_asked_for() -> None:
    old, new = GPT(CONFIG).blocks[0], GPT(TODAY).blocks[0]

    assert isinstance(old.attention, MultiHead)
    assert isinstance(old.feed_forward, FeedForward)
    assert isinstance(old.norm_1, nn.LayerNorm)
    assert isinstance(new.attention, GroupedHeads)
    assert isinstance(new.feed_forward, GatedFeedForward)
    assert isinstance(new.norm_1, RMSNorm)
    assert isinstance(GPT(TODAY).norm, RMSNorm)
    assert (new.attention.kv_heads, new.attention.rotary_base) == (2, 10_000.0)


@pytest.mark.parametrize("config", ALL, ids=str)
def test_cache_changes_nothing(config: GPTConfig, ids: torch.Tensor) -> None:
    """With all parts: any cut into pieces gives the same logits."""
    model, cache = _with_opinions(config), KVCache()
    pieces = [model(piece, cache) for piece in ids.split([1, 5, 9, 1], dim=1)]

    assert_close(model(ids), torch.cat(pieces, dim=1))


@pytest.mark.parametrize("config", EACH, ids=str)
def test_cached_sampling_is_sampling(config: GPTConfig) -> None:
    """Within the context and beyond it, where the window slides."""
    model, prompt = _with_opinions(config), torch.tensor([4, 0, 11])
    written = [
        sample(
            model, prompt, 40, generator=torch.Generator().manual_seed(0), cached=cached
        )
        for cached in (True, False)
    ]

    assert torch.equal(*written)


@pytest.mark.parametrize("config", EACH, ids=str)
def test_nothing_leaks_from_the_future(config: GPTConfig, ids: torch.Tensor) -> None:
    model, changed = _with_opinions(config), ids.clone()
    changed[:, 10] = (ids[:, 10] + 1) % V
    difference = (model(changed) - model(ids)).abs()

    assert difference[:, :10].max() == 0.0
    assert difference[:, 10:].max() > 0


@pytest.mark.parametrize("config", EACH, ids=str)
def test_all_parameters_learn(config: GPTConfig, ids: torch.Tensor) -> None:
    torch.manual_seed(0)
    model = GPT(config)
    next_token_loss(model, ids[:, :-1], ids[:, 1:]).backward()

    for name, parameter in model.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().max() > 0, name


@pytest.mark.parametrize(("positions", "alike"), [("none", True), ("rotary", False)])
def test_without_positions_a_token_alone_has_none(positions: str, alike: bool) -> None:
    """The order of what came before is not seen, but by rotation."""
    model = _with_opinions(replace(CONFIG, positions=positions, layers=1))
    one, other = model(torch.tensor([[5, 7, 3], [7, 5, 3]]))[:, -1]

    assert alike == bool((one - other).abs().max() < 1e-9)


def test_parameters_are_those_of_the_formula() -> None:
    """Today: one table, no places, no biases, two key and value heads of four."""
    F, G, D = 8 * C // 3, 2, C // H
    block = 2 * C * C + 2 * C * G * D + 3 * C * F + 2 * C

    assert _count(GPT(TODAY)) == V * C + 2 * block + C
    assert _count(GPT(replace(TODAY, tied=False))) == 2 * V * C + 2 * block + C


def test_tied_weights_are_one_tensor() -> None:
    model = GPT(TODAY)

    assert model.tokens.weight is model.head.weight
    assert GPT(CONFIG).tokens.weight is not GPT(CONFIG).head.weight


@pytest.mark.parametrize("config", EACH, ids=str)
def test_checkpoint_keeps_the_parts(config: GPTConfig, tmp_path: Path) -> None:
    """Also that two weights are one: the next step is the same, bit for bit."""
    tokenizer, path = Tokenizer.of("abcdefghijklmnopq"), tmp_path / "run.mygpt"
    run, ids = new_run(tokenizer, config, lr=0.01, seed=0), torch.arange(T)[None] % V
    losses = []
    for _ in range(2):
        for _ in range(2):
            run.optimiser.zero_grad()
            loss = next_token_loss(run.model, ids[:, :-1], ids[:, 1:])
            loss.backward()
            run.optimiser.step()
            losses.append(loss.item())
        save(path, run)
        loaded = load(path)
        assert loaded.model.config == config
        assert _count(loaded.model) == _count(run.model)
        run = loaded
    straight = new_run(tokenizer, config, lr=0.01, seed=0)
    for expected in losses:
        straight.optimiser.zero_grad()
        loss = next_token_loss(straight.model, ids[:, :-1], ids[:, 1:])
        loss.backward()
        straight.optimiser.step()
        assert loss.item() == expected


def test_checkpoint_of_before_loads(tmp_path: Path) -> None:
    """It knows five sizes and nothing of parts."""
    tokenizer, path = Tokenizer.of("abcdefghijklmnopq"), tmp_path / "run.mygpt"
    run = new_run(tokenizer, CONFIG, lr=0.01, seed=0)
    save(path, run)
    content = torch.load(path, weights_only=True)
    sizes = ("vocab_size", "context", "width", "heads", "layers")
    content["config"] = {name: asdict(CONFIG)[name] for name in sizes}
    torch.save(content, path)

    assert load(path).model.config == CONFIG


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"positions": "rope"}, "no positions 'rope', but there are learned, rotary"),
        ({"norm": "batch"}, "no norm 'batch', but there are layer, rms"),
    ],
)
def test_unknown_part_is_refused(part: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(CONFIG, **part)
