"""Attention, with torch.nn as the oracle."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.testing import assert_close

from mygpt.attention import Head, KVCache, MultiHead, attend, causal_mask

B, T, C, H = 3, 7, 12, 4


@pytest.fixture
def x() -> torch.Tensor:
    return torch.randn(B, T, C, generator=torch.Generator().manual_seed(0))


def test_attend_is_scaled_dot_product_attention(x: torch.Tensor) -> None:
    q, k, v = x, x.flip(1), x.roll(1, dims=1)
    out, weights = attend(q, k, v, causal_mask(T))

    assert_close(F.scaled_dot_product_attention(q, k, v, is_causal=True), out)
    assert_close(torch.ones(B, T), weights.sum(dim=-1))
    assert weights.triu(1).abs().max() == 0


def test_head_is_scaled_dot_product_attention(x: torch.Tensor) -> None:
    torch.manual_seed(0)
    head = Head(C, size=5, context=10)
    q, k, v = head.query(x), head.key(x), head.value(x)

    assert_close(F.scaled_dot_product_attention(q, k, v, is_causal=True), head(x))


def test_multi_head_is_torch_multi_head_attention(x: torch.Tensor) -> None:
    torch.manual_seed(0)
    ours = MultiHead(C, heads=H, context=10)
    oracle = nn.MultiheadAttention(C, H, bias=False, batch_first=True)
    parts = [ours.query.weight, ours.key.weight, ours.value.weight]
    with torch.no_grad():
        oracle.in_proj_weight.copy_(torch.cat(parts))
        oracle.out_proj.weight.copy_(ours.proj.weight)
    out, _ = oracle(x, x, x, attn_mask=~causal_mask(T))

    assert_close(out, ours(x))


def test_multi_head_is_a_loop_over_heads(x: torch.Tensor) -> None:
    """Each head works on its own rows of the matrices; then the results are mixed."""
    torch.manual_seed(0)
    ours = MultiHead(C, heads=H, context=10)
    outs = []
    for rows in torch.arange(C).chunk(H):
        head = Head(C, C // H, context=10)
        with torch.no_grad():
            for name in ("query", "key", "value"):
                getattr(head, name).weight.copy_(getattr(ours, name).weight[rows])
        outs.append(head(x))

    assert_close(ours.proj(torch.cat(outs, dim=-1)), ours(x))


@pytest.mark.parametrize("make", [Head, MultiHead])
def test_nothing_leaks_from_the_future(
    make: type[Head] | type[MultiHead], x: torch.Tensor
) -> None:
    """Changing a later token moves the earlier outputs by exactly 0.0."""
    torch.manual_seed(0)
    layer = make(C, 4, 10)
    changed = x.clone()
    changed[:, 4] += 100
    difference = (layer(changed) - layer(x)).abs()

    assert difference[:, :4].max() == 0.0
    assert difference[:, 4:].min(dim=-1).values.max() > 0


def test_without_the_mask_the_future_leaks(x: torch.Tensor) -> None:
    """The test above can fail."""
    torch.manual_seed(0)
    layer = MultiHead(C, H, 10)
    layer.mask.fill_(True)
    changed = x.clone()
    changed[:, 4] += 100

    assert (layer(changed) - layer(x)).abs()[:, :4].max() > 0


def test_cache_changes_nothing(x: torch.Tensor) -> None:
    """Token by token with a cache equals all tokens at once."""
    torch.manual_seed(0)
    layer, cache = MultiHead(C, H, 10), KVCache()
    rows = [layer(x[:, t : t + 1], cache) for t in range(T)]

    assert cache.length == T
    assert_close(layer(x), torch.cat(rows, dim=1))


def test_width_must_divide_into_heads() -> None:
    with pytest.raises(ValueError, match="a width of 12 does not divide into 5 heads"):
        MultiHead(12, heads=5, context=10)
