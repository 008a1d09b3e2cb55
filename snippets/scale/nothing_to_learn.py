"""Break it: an optimiser that holds nothing that learns."""

# %% nothing raises ValueError: optimizer got an empty parameter list
import torch
from torch import nn


class Model(nn.Module):
    """Keeps its layers where PyTorch does not look."""

    def __init__(self):
        """Put two layers in a plain list."""
        super().__init__()
        self.layers = [nn.Linear(1, 4), nn.Linear(4, 1)]


torch.optim.AdamW(Model().parameters())
