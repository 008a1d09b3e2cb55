"""A module that forgets to call its parent's constructor."""

# %% forgotten raises AttributeError: cannot assign module before Module.__init__() call
from torch import nn


class LinearRegressionModel(nn.Module):
    def __init__(self, in_features, out_features):
        self.linear_layer = nn.Linear(in_features, out_features)


model = LinearRegressionModel(1, 1)
