"""Rotary positions, with the multiplication of complex numbers as the oracle."""

import pytest
import torch
from torch.testing import assert_close

from mygpt.rotary import frequencies, rotate

T, D = 7, 8


@pytest.fixture
def x() -> torch.Tensor:
    generator = torch.Generator().manual_seed(0)
    return torch.randn(2, 3, T, D, generator=generator, dtype=torch.float64)


def test_rotation_is_a_complex_product(x: torch.Tensor) -> None:
    """A pair is a complex number; turning it is a product with e^(i angle)."""
    pairs = torch.complex(*x.chunk(2, dim=-1))
    angles = torch.outer(torch.arange(T) + 5.0, frequencies(D, base=100.0))
    turned = pairs * torch.polar(torch.ones_like(angles), angles)

    assert_close(torch.cat([turned.real, turned.imag], -1), rotate(x, 5, base=100.0))


def test_frequencies_fall_from_one_by_equal_factors() -> None:
    expected = torch.tensor([1, 0.1, 0.01, 0.001], dtype=torch.float64)

    assert_close(expected, frequencies(D))


def test_scores_depend_on_the_distance_alone(x: torch.Tensor) -> None:
    q, k = x[..., :1, :], x[..., 1:2, :]
    scores = [
        rotate(q, t + 3) @ rotate(k, t).transpose(-2, -1) for t in (0, 1, 90, 10_000)
    ]
    other = rotate(q, 4) @ rotate(k, 0).transpose(-2, -1)

    for score in scores[1:]:
        assert_close(scores[0], score)
    assert (scores[0] - other).abs().max() > 0.1


def test_rotation_keeps_lengths_and_the_first_place(x: torch.Tensor) -> None:
    assert_close(x.norm(dim=-1), rotate(x).norm(dim=-1))
    assert torch.equal(x[..., :1, :], rotate(x)[..., :1, :])


def test_far_positions_are_exact_in_half_precision() -> None:
    """Where bfloat16 cannot count: there, 10 001 and 10 000 are one number."""
    x = torch.ones(1, D)
    exact, half = rotate(x, 10_001), rotate(x.bfloat16(), 10_001)

    assert half.dtype == torch.bfloat16
    assert_close(exact, half.float(), atol=0.01, rtol=0)


def test_odd_size_has_no_pairs() -> None:
    with pytest.raises(ValueError, match="a head of 3 numbers cannot be cut into"):
        frequencies(3)
