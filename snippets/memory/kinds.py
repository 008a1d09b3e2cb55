"""Which types may be added in place to which: a question of kind, not of bytes."""

# %% kinds
import torch

types = [
    torch.bool,
    torch.uint8,
    torch.int64,
    torch.float16,
    torch.float64,
    torch.complex64,
]
table = {}
for mine in types:
    answers = table[mine] = []
    for other in types:
        x = torch.ones(1, dtype=mine)
        try:
            x += torch.ones(1, dtype=other)
            answers.append("yes")
        except RuntimeError:
            answers.append("-")
    print(
        f"{str(mine).removeprefix('torch.'):10}", " ".join(f"{a:>4}" for a in answers)
    )

# %% claim: kinds-and-not-bytes
assert mine == other == torch.complex64 and answers == ["yes"] * 6
_kinds = (
    (torch.bool,),
    (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64),
    (torch.float16, torch.bfloat16, torch.float32, torch.float64),
    (torch.complex64, torch.complex128),
)
_kind = {dtype: rank for rank, some in enumerate(_kinds) for dtype in some}
assert list(table) == types and all(len(it) == len(types) for it in table.values())
for _mine, _answers in table.items():
    for _other, _answer in zip(types, _answers, strict=True):
        assert (_answer == "yes") == (_kind[_other] <= _kind[_mine]), (_mine, _other)
for _mine in _kind:
    for _other in _kind:
        for _write in (
            lambda x, y: x.add_(y),
            lambda x, y: x.mul_(y),
            lambda x, y: x.__iadd__(y),
        ):
            _x, _y = torch.ones(3, dtype=_mine), torch.ones(3, dtype=_other)
            try:
                _write(_x, _y)
                _allowed = True
            except RuntimeError as _error:
                assert "can't be cast to the desired output type" in str(_error)
                _allowed = False
            assert _allowed == (_kind[_other] <= _kind[_mine]), (_mine, _other)
            assert _x.dtype == _mine

# %% late
refused = []
for late in (torch.uint16, torch.uint32, torch.uint64):
    for other in (torch.uint8, torch.int64):
        x = torch.ones(1).to(late)
        try:
            x *= torch.ones(1, dtype=other)
        except RuntimeError:
            refused.append((late, other))
print(len(refused), "of 6 are refused")

# %% claim: late-unsigned-stand-outside
assert len(refused) == len(set(refused)) == 6, refused
_late = (torch.uint16, torch.uint32, torch.uint64)
for _mine in (*_kinds[1], *_late):
    for _other in (*_kinds[1], *_late):
        if _mine == _other or not {_mine, _other} & {*_late}:
            continue
        try:
            torch.ones(3).to(_mine).mul_(torch.ones(3).to(_other))
        except RuntimeError as _error:
            assert "Promotion for uint16, uint32, uint64" in str(_error)
        else:
            raise AssertionError((_mine, _other))

# %% silent
small = torch.tensor([200], dtype=torch.uint8)  # eight bits: from 0 to 255
small += 100
half = torch.tensor([1.0], dtype=torch.float16)  # sixteen bits
half += torch.tensor([0.0001], dtype=torch.float64)
print(small, half)

# %% claim: within-a-kind-in-silence
assert small == 200 + 100 - 256 and half == 1
_int32 = torch.zeros(3, dtype=torch.int32)
_int32 += torch.full((3,), 2**40 + 5)
assert _int32.tolist() == [5, 5, 5]
