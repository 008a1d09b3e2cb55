"""How long is a word? From its id as a number, and from a table with a row for it."""

# %% ids
import torch
import torch.nn.functional as F

from mygpt import VOCAB, to_ids

ids = to_ids(list(VOCAB))
letters = torch.tensor([len(word) for word in VOCAB], dtype=torch.float32)
print(letters.tolist())

# %% straight-line
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
optimiser = torch.optim.SGD([w, b], lr=0.1)
for _ in range(1000):
    optimiser.zero_grad()
    loss = F.mse_loss(w * ids + b, letters)  # the id, used as a number
    loss.backward()
    optimiser.step()

line = (w * ids + b).detach()
line_loss = loss.item()
print([round(value, 2) for value in line.tolist()], f"loss {line_loss:.4f}")

# %% claim: a-line-cannot
_design = torch.stack([ids.double(), torch.ones(4).double()], dim=1)
_best = torch.linalg.lstsq(_design, letters.double()[:, None]).solution
_residual = (_design @ _best)[:, 0] - letters.double()
assert abs(line_loss - (_residual**2).mean().item()) < 1e-5
assert line_loss > 1

# %% other-order
other_ids = torch.tensor([0, 3, 1, 2])  # the same words; love is now the last
_columns = torch.stack([other_ids.float(), torch.ones(4)], dim=1)
fit = torch.linalg.lstsq(_columns, letters[:, None]).solution  # the best line at once
other_loss = F.mse_loss((_columns @ fit)[:, 0], letters).item()
print(f"loss {other_loss:.4f}")

# %% claim: order-matters
assert other_loss < line_loss / 2

# %% one-hot
one_hot = F.one_hot(ids, num_classes=4).float()  # (T,) -> (T, V)
print(one_hot)

# %% table
w = torch.zeros(4, requires_grad=True)  # one number for each word
optimiser = torch.optim.SGD([w], lr=1.0)
hot_losses = []
for step in range(1, 21):
    optimiser.zero_grad()
    loss = F.mse_loss(one_hot @ w, letters)  # (T, V) @ (V,) -> (T,)
    loss.backward()
    optimiser.step()
    hot_losses.append(loss.item())
    if step in (1, 2, 3, 20):
        print(f"{step:2d} {[round(value, 3) for value in w.tolist()]}")

# %% claim: halves-each-step
for _step, _loss in enumerate(hot_losses):  # every distance halves: the square quarters
    assert abs(_loss - (letters**2).mean().item() / 4**_step) < 1e-6, _step
assert torch.allclose(w.detach(), letters, atol=1e-5)

# %% embedding
from torch import nn

table = nn.Embedding(4, 1)
nn.init.zeros_(table.weight)  # to start where the one-hot vectors started
optimiser = torch.optim.SGD(table.parameters(), lr=1.0)
table_losses = []
for _ in range(20):
    optimiser.zero_grad()
    loss = F.mse_loss(table(ids)[:, 0], letters)  # (T,) -> (T, 1) -> (T,)
    loss.backward()
    optimiser.step()
    table_losses.append(loss.item())

largest = max(abs(a - b) for a, b in zip(hot_losses, table_losses, strict=True))
print(f"largest difference of the 20 losses: {largest}")

# %% claim: bit-for-bit
assert hot_losses == table_losses
assert torch.equal(table.weight[:, 0], w)

# %% picture
import matplotlib.pyplot as plt

plt.figure(figsize=(5.2, 2.9))
plt.plot(ids, letters, "o", color="C1", markersize=9, label="letters of the word")
plt.plot(ids, line, "--", color="0.5", label="best line through the ids")
plt.plot(ids, table.weight.detach()[:, 0], "+", color="C0", ms=13, label="the table")
plt.xticks(range(4), [f"{i}\n{word}" for i, word in enumerate(VOCAB)])
plt.ylabel("letters")
plt.legend()
plt.show()
