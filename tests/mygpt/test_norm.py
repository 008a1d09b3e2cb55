"""RMSNorm, with torch.nn as the oracle."""

import torch
from torch import nn
from torch.testing import assert_close

from mygpt.norm import RMSNorm


def test_rms_norm_is_torchs() -> None:
    """Also where the numbers are so small that eps counts."""
    torch.manual_seed(0)
    ours, oracle = RMSNorm(12, eps=1e-3), nn.RMSNorm(12, eps=1e-3)
    nn.init.normal_(ours.weight)  # not the ones it starts as
    oracle.load_state_dict(ours.state_dict())
    for size in (1e-2, 1.0, 1e3):
        x = size * torch.randn(2, 7, 12)

        assert_close(oracle(x), ours(x))


def test_rms_norm_is_layer_norm_where_the_mean_is_zero() -> None:
    """And nowhere else: it does not subtract what it does not compute."""
    x = torch.randn(2, 7, 12, generator=torch.Generator().manual_seed(0))
    centred = x - x.mean(dim=-1, keepdim=True)
    ours, layer = RMSNorm(12), nn.LayerNorm(12)

    assert_close(layer(x), ours(centred))
    assert (layer(x) - ours(x)).abs().max() > 0.1


def test_zeros_stay_zeros() -> None:
    assert RMSNorm(3)(torch.zeros(3)).tolist() == [0, 0, 0]
