"""A notebook that lies, rebuilt with a small kernel, and caught."""

# %% kernel
import contextlib
import io


def run_cell(source, memory):
    """Run one cell in a kernel's memory; return what stands below it afterwards."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(source, memory)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return printed.getvalue().strip()


# %% cells
SETUP = """import torch
w = torch.tensor(1.0, requires_grad=True)
print(f"x = {x}, y = {y}, w = {w.item():.1f}")"""

PREDICT = """prediction = w * x
print(f"prediction {prediction.item():.2f}")"""

LOSS = """loss = (prediction - y) ** 2
print(f"loss {loss.item():.2f}")"""

CLEAR = """w.grad.zero_()
print(f"gradient cleared: {w.grad.item():.1f}")"""

BACKWARD = """loss.backward()
print(f"gradient {w.grad.item():.1f}")"""

UPDATE = """with torch.no_grad():
    w -= 0.1 * w.grad
print(f"w is now {w.item():.2f}")"""

# %% session
page = {
    "setup": SETUP,
    "predict": PREDICT,
    "loss": LOSS,
    "clear": CLEAR,
    "backward": BACKWARD,
    "update": UPDATE,
}
deleted = {"samples": "x, y = 2.0, 4.0"}  # run once, then deleted from the page
worked_on = ["samples", "setup", "predict", "loss", "backward", "update", "clear"]
worked_on += ["predict", "loss", "backward", "update", "update"]

memory, saved = {}, {}
for count, name in enumerate(worked_on, start=1):
    w = memory.get("w")
    before = "no w" if w is None else f"w = {w.item():.2f}"
    if w is not None and w.grad is not None:
        before += f", w.grad = {w.grad.item():.1f}"
    output = run_cell((page | deleted)[name], memory)
    saved[name] = {"count": count, "output": output, "before": before}

# %% as-saved
for name in page:
    print(f"In [{saved[name]['count']:2d}] {name:9} {saved[name]['output']}")

# %% states
for name in page:
    print(f"{saved[name]['output']:25} {saved[name]['before']}")

# %% picture
import matplotlib.pyplot as plt

rows = ["samples", *page]
counts = range(1, len(worked_on) + 1)
places = [rows.index(name) for name in worked_on]
kept = [saved[name]["count"] for name in page]
plt.plot([1, 6], [1, 6], color="0.5", label="restart and run all")
plt.plot(counts, places, "o:", color="C0", markerfacecolor="none", label="run")
plt.plot(kept, range(1, 7), "o", color="C0", label="output still on the page")
plt.yticks(range(7), ["(deleted)", *page])
plt.gca().invert_yaxis()
plt.xlabel("execution count")
plt.legend(loc="upper right")
plt.show()

# %% claim: shows-what-cannot-be
shown = {_name: saved[_name]["output"] for _name in page}
assert shown["setup"] == "x = 2.0, y = 4.0, w = 1.0", shown
assert shown["predict"] == "prediction 3.60", shown
assert shown["clear"] == "gradient cleared: 0.0", shown
assert shown["update"] == "w is now 2.12", shown
assert saved["predict"]["before"].startswith("w = 1.80"), saved["predict"]
assert saved["clear"]["before"] == "w = 1.80, w.grad = -8.0", saved["clear"]
assert saved["update"]["before"] == "w = 1.96, w.grad = -1.6", saved["update"]


# %% restart
def restart_and_run_all(page, saved):
    """Say of each cell whether a fresh kernel agrees with the saved output."""
    memory = {}
    for name, source in page.items():
        fresh = run_cell(source, memory)
        yield name, fresh, fresh == saved[name]["output"]


for name, fresh, agrees in restart_and_run_all(page, saved):
    print(f"{'same' if agrees else 'LIES'}  {name:9} {fresh}")

# %% claim: restart-finds-the-missing-names
_fresh = {_name: _out for _name, _out, _ in restart_and_run_all(page, saved)}
_missing = {_name: _out.split("'")[1] for _name, _out in _fresh.items() if "'" in _out}
assert list(_fresh) == ["setup", "predict", "loss", "clear", "backward", "update"]
assert _missing["setup"] == "x" and _missing["predict"] == "x", _fresh
assert _missing["loss"] == "prediction" and _missing["backward"] == "loss", _fresh
assert _fresh["clear"].startswith("AttributeError"), "w is there, its gradient is not"
assert _fresh["update"].startswith("TypeError"), "for want of the same gradient"

# %% first-repair
page["setup"] = "x, y = 2.0, 4.0\n" + SETUP

for name, fresh, agrees in restart_and_run_all(page, saved):
    print(f"{'same' if agrees else 'LIES'}  {name:9} {fresh}")

# %% claim: five-of-six-differ
_agrees = [_same for _, _, _same in restart_and_run_all(page, saved)]
assert _agrees == [True, False, False, False, False, False], _agrees
_fresh = {_name: _out for _name, _out, _ in restart_and_run_all(page, saved)}
assert _fresh["clear"].startswith("AttributeError: 'NoneType' object"), _fresh
assert _fresh["backward"] == "gradient -8.0", _fresh
assert _fresh["update"] == "w is now 1.80", _fresh

# %% second-repair
page["clear"] = page.pop("clear")  # to the end: after the update
memory = {}
for count, (name, source) in enumerate(page.items(), start=1):
    saved[name] = {"count": count, "output": run_cell(source, memory)}

for name, fresh, agrees in restart_and_run_all(page, saved):
    print(f"{'same' if agrees else 'LIES'}  {name:9} {fresh}")

# %% claim: honest-now
_paper = {
    "setup": "x = 2.0, y = 4.0, w = 1.0",
    "predict": "prediction 2.00",
    "loss": "loss 4.00",
    "backward": "gradient -8.0",
    "update": "w is now 1.80",
    "clear": "gradient cleared: 0.0",
}
assert {_name: saved[_name]["output"] for _name in page} == _paper
assert [saved[_name]["count"] for _name in page] == [1, 2, 3, 4, 5, 6]
assert all(_same for _, _, _same in restart_and_run_all(page, saved))
