"""The settings that torch.optim uses when nobody gives any."""

# %% defaults
import inspect

import torch

settings = {}
for name in ("SGD", "RMSprop", "Adam", "AdamW"):
    parameters = inspect.signature(getattr(torch.optim, name)).parameters
    settings[name] = {
        key: parameters[key].default
        for key in ("lr", "momentum", "alpha", "betas", "eps", "weight_decay")
        if key in parameters
    }
    print(name, settings[name])

# %% claim: as-of-this-release
assert torch.__version__.startswith("2.13"), "read this section again"
assert {each["lr"] for each in settings.values()} == {0.001, 0.01}, settings
assert settings["Adam"]["lr"] == settings["AdamW"]["lr"] == 0.001
assert settings["AdamW"]["weight_decay"] == 0.01
assert settings["Adam"]["weight_decay"] == settings["SGD"]["weight_decay"] == 0
assert settings["SGD"]["momentum"] == 0
