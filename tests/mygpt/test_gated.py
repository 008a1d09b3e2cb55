"""The gated feed-forward network, with torch.nn as the oracle."""

import torch
from torch import nn
from torch.testing import assert_close

from mygpt.gated import GatedFeedForward

C = 12


def test_gate_is_multiplied_in() -> None:
    """SiLU of the one, by torch.nn, times the other; then back to the width."""
    torch.manual_seed(0)
    network, x = GatedFeedForward(C), torch.randn(2, 7, C)
    opened = nn.Sequential(network.gate, nn.SiLU())(x)

    assert_close(network.narrow(opened * network.widen(x)), network(x))


def test_closed_gate_lets_nothing_through() -> None:
    torch.manual_seed(0)
    network = GatedFeedForward(C, bias=False)
    nn.init.zeros_(network.gate.weight)

    assert network(torch.randn(2, 7, C)).abs().max() == 0


def test_three_matrices_are_as_large_as_two() -> None:
    """8C/3 in place of 4C; any other size can be asked for."""
    sizes = [
        sum(parameter.numel() for parameter in network.parameters())
        for network in (GatedFeedForward(C, bias=False), GatedFeedForward(C, 5))
    ]

    assert sizes == [8 * C**2, 3 * 5 * C + 2 * 5 + C]
