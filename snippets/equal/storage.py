"""Types and memory: the same numbers, the same type, the same place?"""

# %% precision
import torch

x = torch.linspace(-2, 2, 1001)  # float32
third = torch.tensor(1 / 3, dtype=torch.float64)
widened = x.double().float().equal(x)
narrowed = third.float().double().equal(third)
short = x.bfloat16().float().bfloat16().equal(x.bfloat16())
lost = {
    digits: sum(float(torch.tensor(float(f"{v:.{digits}g}"))) != v for v in x.tolist())
    for digits in (8, 9)
}
tensor = torch.tensor(0.1)
as_tensor, as_number = bool(tensor == 0.1), tensor.item() == 0.1
print("float32 to float64 and back: ", widened)
print("float64 to float32 and back: ", narrowed)
print("bfloat16 to float32 and back:", short)
print("lost by printed digits:      ", lost)
print("tensor(0.1) is 0.1:          ", as_tensor, as_number)

# %% claim: widened
assert widened

# %% claim: narrowed
assert not narrowed

# %% claim: short
assert short

# %% claim: nine-digits
assert lost[9] == 0 < lost[8]

# %% claim: a-tenth
assert as_tensor and not as_number

# %% questions
whole, floats = torch.tensor([2**24 + 1]), torch.tensor([2.0**24])
nan, zeros = torch.tensor([float("nan")]), torch.tensor([0.0, -0.0])
halves = torch.tensor([0.5, 1.5, 2.5])
blind = torch.equal(whole, floats)
itself = torch.equal(nan, nan)
signs = zeros[:1].equal(zeros[1:]), (1 / zeros).tolist()
to_even, upwards = halves.round().tolist(), (halves + 0.5).floor().tolist()
floor, cut = (torch.tensor([-3]) // 2).item(), int(-3 / 2)
print("16777217 and 16777216.0:", blind)
print("nan and nan:            ", itself)
print("0 and -0, inverted:     ", *signs)
print("halves, rounded:        ", to_even, upwards)
print("-3 halved:              ", floor, cut)

# %% claim: equal-is-blind
assert blind and whole.item() != floats.item()

# %% claim: nan
assert not itself

# %% claim: two-zeros
assert signs == (True, [float("inf"), -float("inf")])
assert len(set(map(str, zeros.tolist()))) == 2

# %% claim: to-even
assert to_even == [0, 2, 2] and upwards == [1, 2, 3]

# %% claim: floor
assert (floor, cut) == (-2, -1)

# %% promotion
one, double = torch.ones(1), torch.ones(1, dtype=torch.float64)
results = {
    "float32 times a number": one * 0.1,
    "float32 times a 0-d float64": one * torch.tensor(0.1, dtype=torch.float64),
    "float32 times float64": one * double,
    "whole times float32": torch.tensor([2]) * one,
    "whole over whole": torch.tensor([2]) / torch.tensor([2]),
    "float16 times bfloat16": one.half() * one.bfloat16(),
}
for name, result in results.items():
    print(f"{name:28}{result.dtype}")

# %% claim: a-number-does-not-promote
_types = [result.dtype for result in results.values()]
assert _types[:2] == [torch.float32] * 2

# %% claim: a-tensor-promotes
assert _types[2] == torch.float64

# %% claim: whole-numbers-promote
assert _types[3:5] == [torch.float32] * 2

# %% claim: halves-meet
assert _types[5] == torch.float32

# %% places
a = torch.arange(6.0).reshape(2, 3)
place = a.data_ptr()
views = [a.T, a.view(3, 2), a.reshape(3, 2), a[0], a.detach(), a.numpy()]
copies = [a.clone(), a[[0, 1]], a.T.reshape(6), torch.tensor(a.tolist())]
same_place = [torch.as_tensor(it).data_ptr() == place for it in views]
other_place = [it.data_ptr() == place for it in copies]
kept = a.to(torch.float32) is a
before = a
a += 1
in_place = before is a
a = a + 1
print("views, copies, to:", same_place, other_place, kept)
print("a += 1, a = a + 1:", in_place, before is a)

# %% claim: views
assert all(same_place)

# %% claim: copies
assert not any(other_place)

# %% claim: to
assert kept

# %% claim: in-place
assert in_place and before is not a and (a - before).eq(1).all()
