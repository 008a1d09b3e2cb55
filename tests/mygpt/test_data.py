"""Batches of any text."""

import pytest
import torch

from mygpt.data import batches


def test_targets_are_the_inputs_one_later() -> None:
    generator = torch.Generator().manual_seed(0)
    found = list(batches(torch.arange(50), 8, 4, 3, generator))

    assert len(found) == 3
    for inputs, targets in found:
        assert (4, 8) == inputs.shape == targets.shape
        assert torch.equal(inputs + 1, targets)


def test_every_window_can_be_drawn_and_none_beyond_the_end() -> None:
    generator = torch.Generator().manual_seed(0)
    [(inputs, targets)] = batches(torch.arange(10), 4, 500, 1, generator)

    assert set(range(6)) == set(inputs[:, 0].tolist())
    assert targets.max() == 9


def test_windows_can_begin_at_chosen_places_only() -> None:
    generator = torch.Generator().manual_seed(0)
    starts = torch.tensor([0, 3, 9])
    [(inputs, _)] = batches(torch.arange(10), 4, 100, 1, generator, starts)

    assert {0, 3} == set(inputs[:, 0].tolist())


def test_too_short_a_text_is_refused() -> None:
    with pytest.raises(
        ValueError, match="8 tokens are too few for windows of 8 and the one after"
    ):
        next(batches(torch.arange(8), 8, 1, 1, torch.Generator()))
