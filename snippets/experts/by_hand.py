"""A router chooses two of four experts for one token."""

# %% route
import torch

logits = torch.tensor([2.0, 1.0, 0.0, -1.0])  # the router's opinion of one token
answers = torch.tensor([10.0, 20.0, 30.0, 40.0])  # what each expert would say
p = logits.softmax(dim=-1)
weights, chosen = p.topk(2)
out = (weights * answers[chosen]).sum()
print("probabilities", [f"{q:.3f}" for q in p.tolist()])
print("chosen       ", chosen.tolist())
print(f"output {out:.2f}")

# %% claim: as-on-paper
output = out.item()
assert [round(q, 3) for q in p.tolist()] == [0.644, 0.237, 0.087, 0.032]
assert chosen.tolist() == [0, 1] and abs(output - 11.18) < 0.005, output
