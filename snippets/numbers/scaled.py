"""The loss times a factor, the gradient over it: are all bits the same?"""

# %% scaled
import torch

torch.manual_seed(0)
x, y = torch.randn(64, 8), torch.randn(64, 1)
first = torch.randn(8, 16, requires_grad=True)
second = torch.randn(16, 1, requires_grad=True)


def gradient(factor):
    first.grad = second.grad = None
    prediction = (x @ first).tanh() @ second
    (factor * ((prediction - y) ** 2).mean()).backward()
    return torch.cat([first.grad.flatten(), second.grad.flatten()]) / factor


same = {
    factor: (gradient(factor) == gradient(1)).sum().item() for factor in (1024, 1000)
}
count = first.numel() + second.numel()
for factor, equal in same.items():
    print(f"factor {factor}:", "all equal" if equal == count else "not all equal")

# %% claim: a-power-of-two
_loss = (((x @ first).tanh() @ second - y) ** 2).mean()
_slopes = torch.autograd.grad(_loss, (first, second))
assert torch.cat([it.flatten() for it in _slopes]).equal(gradient(1))
assert same[1024] == count > same[1000]
assert (gradient(2.0**-130) == gradient(1)).sum() < count
