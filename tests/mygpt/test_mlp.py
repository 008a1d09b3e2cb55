"""The model with a window."""

import pytest
import torch
from torch.testing import assert_close

from mygpt.language import SENTENCES, START, WORDS, best_loss, sentence_loss, to_rows
from mygpt.mlp import MLP
from mygpt.train import next_token_loss, train

[START_ID] = WORDS.encode(START).tolist()


def test_windows_end_with_their_token() -> None:
    model = MLP(10, context=3, start=9)

    assert model.windows(torch.tensor([[5, 6, 7, 8]])).tolist() == [
        [[9, 9, 5], [9, 5, 6], [5, 6, 7], [6, 7, 8]]
    ]


@pytest.mark.parametrize("context", [1, 3])
def test_exactly_the_window_matters(context: int) -> None:
    """A changed token moves the logits in its window, and no others at all."""
    torch.manual_seed(0)
    model = MLP(17, context, START_ID)
    ids = torch.randint(17, (1, 12))
    changed = ids.clone()
    changed[0, 5] = (ids[0, 5] + 1) % 17
    moved = (model(changed) - model(ids)).abs().amax(dim=(0, 2)) > 0

    assert moved.nonzero()[:, 0].tolist() == list(range(5, 5 + context))


def test_filled_up_places_do_not_count() -> None:
    """The loss of all rows at once is the mean over the tokens of all sentences."""
    torch.manual_seed(0)
    model = MLP(17, 3, START_ID)

    assert_close(
        next_token_loss(model, *to_rows(SENTENCES)).item(),
        sentence_loss(model, SENTENCES),
    )


def test_trained_window_reaches_its_floor() -> None:
    torch.manual_seed(0)
    model = MLP(17, 3, START_ID)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
    train(model, [to_rows(SENTENCES)] * 300, optimiser)

    assert 0 < sentence_loss(model, SENTENCES) - best_loss(3) < 1e-3
