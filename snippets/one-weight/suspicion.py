"""What a saved notebook betrays without being run."""

# %% suspects
import ast
import builtins

saved = [  # what an .ipynb file keeps of each cell, apart from the output
    (2, 'import torch\nw = torch.tensor(1.0)\nprint(f"x = {x}, y = {y}")'),
    (8, "prediction = w * x"),
    (9, "loss = (prediction - y) ** 2"),
    (7, "w.grad.zero_()"),
    (10, "loss.backward()"),
    (12, "w -= 0.1 * w.grad"),
]


def names(source, kind):
    """Return the names that a cell reads (ast.Load) or sets (ast.Store)."""
    nodes = list(ast.walk(ast.parse(source)))
    found = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, kind)}
    imports = [n for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    if kind is ast.Store:
        found |= {a.asname or a.name for n in imports for a in n.names}
    return found


# %% read
known = set(dir(builtins))
for expected, (count, source) in enumerate(saved, start=1):
    known |= names(source, ast.Store)
    unknown = sorted(names(source, ast.Load) - known)
    known |= set(unknown)  # complain once
    wrong = [] if count == expected else [f"is In [{count}], should be In [{expected}]"]
    wrong += [f"{name} is set nowhere above" for name in unknown]
    print(f"cell {expected}:", "; ".join(wrong) or "nothing to say")

# %% claim: every-cell-suspect
assert all(_count != _place for _place, (_count, _) in enumerate(saved, start=1))
assert names(saved[0][1], ast.Load) - names(saved[0][1], ast.Store) == {
    "print",
    "x",
    "y",
}

# %% claim: what-it-cannot-see
for _source, _name in (
    ("def f(a):\n    return a + 1\nf(2)", "f"),
    ("def f(a):\n    return a + 1\nf(2)", "a"),
    ("class C:\n    pass\nC()", "C"),
    ("try:\n    1 / 0\nexcept ValueError as e:\n    print(e)", "e"),
):
    assert _name in names(_source, ast.Load) - names(_source, ast.Store), _source
assert (
    not names("print(q)\nq = 1", ast.Load)
    - names("print(q)\nq = 1", ast.Store)
    - {"print"}
)
