"""A small step for a float, and three spellings of one for a whole number."""

# %% three-spellings
import torch


def add(w):
    return w + 0.001  # a new tensor


def add_in_place(w):
    w += 0.001  # the same tensor, changed
    return w


def assign(w):
    w[0] = 3.001  # one entry of it
    return w


for step in (add, add_in_place, assign):
    for w in (torch.tensor([3.0]), torch.tensor([3])):
        print(f"{step.__name__:12} {w.dtype!s:13}", end=" -> ")
        try:
            result = step(w)
            print(result, result.dtype)
        except RuntimeError as error:
            print(error)

# %% claim: three-fates
_whole = (torch.int8, torch.int16, torch.int32, torch.int64, torch.uint8)
for _dtype in _whole:
    for _start in range(1, 100, 7):
        for _change in (0.001, 0.3, 0.999, -0.001, -0.5, 1e-9):
            _w = torch.tensor([_start], dtype=_dtype)
            _new = _w + _change
            assert _new.dtype == torch.float32 and abs(_new - _start - _change) < 1e-4
            for _spelling in (
                lambda w, c: add_in_place(w),
                lambda w, c: w.add_(c),
                lambda w, c: w.sub_(c),
                lambda w, c: w.__iadd__(c),
                lambda w, c: w.__isub__(0.1 * torch.tensor([c])),
                lambda w, c: w[0].add_(c),
            ):
                try:
                    _spelling(_w, _change)
                    raise AssertionError((_dtype, _start, _change))
                except RuntimeError as _error:
                    assert "can't be cast to the desired output type" in str(_error)
                assert _w == _start and _w.dtype == _dtype  # as it was
            _w[0] = _start + _change
            assert _w == int(_start + _change) and _w.dtype == _dtype
    _w = torch.tensor([3], dtype=_dtype)
    assert add(_w) == torch.tensor(3.001) and assign(_w) is _w and _w.tolist() == [3]
for _dtype in (torch.float32, torch.float64):
    for _step in (add, add_in_place, assign):
        _stepped = _step(torch.tensor([3.0], dtype=_dtype))
        assert _stepped.dtype == _dtype and abs(_stepped - 3.001) < 1e-6

# %% a-thousand-steps
as_float, as_int = torch.tensor([3.0]), torch.tensor([3])
for _ in range(1000):
    as_float[0] = as_float[0] + 0.001
    as_int[0] = as_int[0] + 0.001
print(f"{as_float.item():.3f}", as_int.item())

# %% claim: a-thousand-steps-and-no-way
assert abs(as_float.item() - 4) < 1e-3
assert as_int.item() == 3

# %% claim: only-floats-can-ask
for _dtype in (*_whole, torch.bool):
    _w = torch.ones(1, dtype=_dtype)
    for _ask in (_w.requires_grad_, lambda _w=_w: torch.nn.Parameter(_w)):
        try:
            _ask()
            raise AssertionError(_dtype)
        except RuntimeError as _error:
            assert "of floating point" in str(_error)
for _dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
    assert torch.ones(1, dtype=_dtype).requires_grad_().requires_grad
assert torch.tensor([3.0], requires_grad=True).requires_grad
