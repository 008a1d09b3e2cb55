"""Grouped-query attention, with torch.nn.functional as the oracle."""

import pytest
import torch
import torch.nn.functional as F
from torch.testing import assert_close

from mygpt.attention import KVCache, MultiHead
from mygpt.grouped import GroupedHeads
from mygpt.rotary import rotate

B, T, C, H = 3, 7, 24, 6
D = C // H


@pytest.fixture
def x() -> torch.Tensor:
    return torch.randn(B, T, C, generator=torch.Generator().manual_seed(0))


def _cut(x: torch.Tensor) -> torch.Tensor:
    return x.unflatten(-1, (-1, D)).transpose(1, 2)  # (B, T, GD) -> (B, G, T, D)


@pytest.mark.parametrize("kv_heads", [1, 2, 3, 6])
@pytest.mark.parametrize("base", [None, 100.0])
def test_grouped_heads_are_torchs(
    kv_heads: int, base: float | None, x: torch.Tensor
) -> None:
    torch.manual_seed(0)
    ours = GroupedHeads(C, H, kv_heads, 10, base)
    q, k, v = _cut(ours.query(x)), _cut(ours.key(x)), _cut(ours.value(x))
    if base is not None:
        q, k = rotate(q, base=base), rotate(k, base=base)
    out = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)

    assert_close(ours.proj(out.transpose(1, 2).flatten(2)), ours(x))


def test_a_group_for_each_head_is_multi_head(x: torch.Tensor) -> None:
    torch.manual_seed(0)
    ours, multi = GroupedHeads(C, H, H, 10), MultiHead(C, H, 10)
    multi.load_state_dict(ours.state_dict())

    assert torch.equal(multi(x), ours(x))


@pytest.mark.parametrize("kv_heads", [1, 2, 6])
@pytest.mark.parametrize("base", [None, 100.0])
def test_cache_changes_nothing(
    kv_heads: int, base: float | None, x: torch.Tensor
) -> None:
    """Token by token with a cache equals all at once; it holds G heads, not H."""
    torch.manual_seed(0)
    layer, cache = GroupedHeads(C, H, kv_heads, 10, base), KVCache()
    rows = [layer(x[:, t : t + 1], cache) for t in range(T)]

    assert_close(layer(x), torch.cat(rows, dim=1))
    assert cache.seen_by(layer) == cache.length == T
    assert [part.shape for part in cache[layer]] == [(B, kv_heads, T, D)] * 2


def test_nothing_leaks_from_the_future(x: torch.Tensor) -> None:
    torch.manual_seed(0)
    layer, changed = GroupedHeads(C, H, 2, 10, 100.0), x.clone()
    changed[:, 4] += 100
    difference = (layer(changed) - layer(x)).abs()

    assert difference[:, :4].max() == 0.0
    assert difference[:, 4:].min(dim=-1).values.max() > 0


@pytest.mark.parametrize(
    ("width", "heads", "kv_heads", "base", "message"),
    [
        (24, 5, 5, None, "a width of 24 does not divide into 5 heads"),
        (24, 6, 4, None, "6 heads do not divide into 4 groups"),
        (24, 8, 8, 100.0, "a head of 3 numbers cannot be cut into pairs"),
    ],
)
def test_sizes_must_divide(
    width: int, heads: int, kv_heads: int, base: float | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        GroupedHeads(width, heads, kv_heads, 10, base)
