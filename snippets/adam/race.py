"""Six optimisers on a long bowl and on the same bowl turned by 45 degrees."""
# varies: when RMSprop first falls below the goal depends on the last bits

# %% bricks
import torch


def sgd(x, grad, state, lr, momentum=0.0):
    state["v"] = momentum * state.get("v", 0.0) + grad
    return x - lr * state["v"]


def rmsprop(x, grad, state, lr, alpha=0.99, eps=1e-8):
    state["v"] = alpha * state.get("v", 0.0) + (1 - alpha) * grad**2
    return x - lr * grad / (state["v"].sqrt() + eps)


def adam(x, grad, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] = state.get("t", 0) + 1
    m = state["m"] = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    v = state["v"] = beta2 * state.get("v", 0.0) + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return x - lr * m_hat / (v_hat.sqrt() + eps)


def adamw(x, grad, state, lr, decay=0.01):
    return adam(x * (1 - lr * decay), grad, state, lr)


# %% bowls
BOTTOM = torch.tensor([1.0, 2.0], dtype=torch.float64)
LONG = torch.diag(torch.tensor([1.0, 100.0], dtype=torch.float64))
TURN = torch.tensor([[1.0, -1.0], [1.0, 1.0]], dtype=torch.float64) / 2**0.5
bowls = {"straight": LONG, "turned": TURN @ LONG @ TURN.T}

angles = torch.arange(8, dtype=torch.float64) * torch.pi / 4 + torch.pi / 8
ring = 3 * torch.stack([angles.cos(), angles.sin()], dim=1)  # (8 starts, 2)
starts = {"straight": BOTTOM + ring, "turned": BOTTOM + ring @ TURN.T}


def loss_of(x, matrix):
    away = x - BOTTOM
    return 0.5 * ((away @ matrix) * away).sum(dim=-1)


# %% racers
def torch_optim(name, parameters, lr):
    return {
        "SGD": lambda: torch.optim.SGD(parameters, lr),
        "momentum": lambda: torch.optim.SGD(parameters, lr, momentum=0.9),
        "RMSprop": lambda: torch.optim.RMSprop(parameters, lr),
        "Adam": lambda: torch.optim.Adam(parameters, lr),
        "AdamW": lambda: torch.optim.AdamW(parameters, lr),
    }[name]()


ours = {
    "SGD": sgd,
    "momentum": lambda *args: sgd(*args, momentum=0.9),
    "RMSprop": rmsprop,
    "Adam": adam,
    "AdamW": adamw,
}

# %% equal
gaps = {}
for name, step in ours.items():
    x, state = starts["turned"].clone().requires_grad_(), {}
    theirs = starts["turned"].clone().requires_grad_()
    optimiser = torch_optim(name, [theirs], lr=0.01)
    for _ in range(50):
        (grad,) = torch.autograd.grad(loss_of(x, bowls["turned"]).sum(), x)
        x = step(x, grad, state, 0.01).detach().requires_grad_()
        optimiser.zero_grad()
        loss_of(theirs, bowls["turned"]).sum().backward()
        optimiser.step()
    gaps[name] = (x - theirs).abs().max().item()

# %% claim: bricks-equal-torch
assert len(gaps) == 5 and max(gaps.values()) < 1e-10, gaps

# %% sweep
RATES = 10 ** torch.linspace(-3, 0, 31, dtype=torch.float64)  # 0.001 to 1
GOAL, LIMIT = 1e-3, 300


def evaluations(step, rates=RATES):
    """For each bowl and rate, count until the slowest of eight runs is at the goal."""
    matrices = torch.stack(list(bowls.values()))[:, None]  # (bowls, 1, 2, 2)
    x = torch.stack(list(starts.values()))[:, None].expand(2, len(rates), 8, 2)
    running, state = torch.ones(2, len(rates), 8, dtype=torch.bool), {}
    count = torch.ones(2, len(rates), 8, dtype=torch.long)
    for _ in range(LIMIT):
        x = x.detach().requires_grad_()
        losses = loss_of(x, matrices)  # (bowls, rates, starts)
        (grad,) = torch.autograd.grad(losses.sum(), x)
        running &= ~(losses < GOAL)
        count += running
        with torch.no_grad():
            x = step(x, grad, state, rates.reshape(-1, 1, 1))
    return count.amax(dim=-1).tolist()  # LIMIT + 1: not within the limit


needed = {}
for name, step in ours.items():
    needed[name, "straight"], needed[name, "turned"] = evaluations(step)

# %% fifties
fifties = [n - n % 50 if n <= LIMIT else n for n in needed["RMSprop", "turned"]]
needed["RMSprop", "turned"] = fifties

# %% picture-rates
import matplotlib.pyplot as plt

figure, panels = plt.subplots(2, 1, figsize=(5.2, 5.2), sharex=True, sharey=True)
colors = {"SGD": "C5", "momentum": "0.5", "RMSprop": "C4", "Adam": "C0"}
for panel, bowl in zip(panels, bowls, strict=True):
    for name, color in colors.items():
        counts = [n if n <= LIMIT else float("nan") for n in needed[name, bowl]]
        panel.loglog(RATES, counts, ".-", color=color, label=name)
    panel.set_title(f"{bowl} bowl")
    panel.set_ylabel("evaluations")
panels[0].legend(loc="lower left")
panels[1].set_xlabel("learning rate")
plt.show()

# %% table
best = {key: min(counts) for key, counts in needed.items()}
rate = {key: RATES[counts.index(best[key])].item() for key, counts in needed.items()}
rate["AdamW", "turned"] = rate["Adam", "turned"]  # none of its own works
works = {key: sum(count <= LIMIT for count in counts) for key, counts in needed.items()}
print("          straight               turned")
print("          best  at    works      best  at    works")
for name in ours:
    print(f"{name:<8}", end="")
    for key in ((name, "straight"), (name, "turned")):
        count = best[key] if works[key] else "never"
        print(f"{count:>6}  {rate[key]:5.3f} {works[key]:3d}/31", end="    ")
    print()

adam_works, sgd_works = works["Adam", "straight"], works["SGD", "straight"]
rmsprop_best, rmsprop_turned = best["RMSprop", "straight"], best["RMSprop", "turned"]
adam_best, adam_turned = best["Adam", "straight"], best["Adam", "turned"]

# %% finer
finer = torch.linspace(0.01, 0.04, 151, dtype=torch.float64)
chosen = {}
for beta in (0.0, 0.75, 0.9):
    counts, _ = evaluations(lambda *args, beta=beta: sgd(*args, beta), finer)
    chosen[beta] = min(counts)
    at = finer[counts.index(min(counts))].item()
    print(f"momentum {beta:4}  {min(counts):3d} evaluations at {at:.4f}")

# %% claim: finer-and-other
assert chosen[0.0] < 0.85 * best["SGD", "straight"]
assert chosen[0.9] < 0.85 * best["momentum", "straight"]
assert chosen[0.75] < 0.7 * chosen[0.9] and chosen[0.75] < 30, chosen

# %% claim: turning-matters-to-some
for _name in ("SGD", "momentum"):
    assert needed[_name, "straight"] == needed[_name, "turned"], _name
assert rmsprop_turned > 20 * rmsprop_best, (rmsprop_best, rmsprop_turned)
assert best["Adam", "turned"] > 1.5 * best["Adam", "straight"], best
assert works["Adam", "turned"] < adam_works / 2, works

# %% claim: adam-is-not-faster-but-forgiving
assert best["momentum", "straight"] <= best["Adam", "straight"]
assert adam_works > 10 * sgd_works, (adam_works, sgd_works)

# %% claim: adamw-goes-elsewhere
assert works["AdamW", "turned"] == 0 < works["AdamW", "straight"] < adam_works


# %% counted
def run(optimiser, x, matrix, limit):
    """Record place and loss at every evaluation, whoever asks for it."""
    places, losses = [], []

    def closure():
        optimiser.zero_grad()
        loss = loss_of(x, matrix)
        loss.backward()
        places.append(x.tolist())
        losses.append(loss.item())
        return loss

    while len(losses) < limit:
        optimiser.step(closure)
    return places, losses


# %% lbfgs
lbfgs = {}
for bowl in bowls:
    slowest = 0
    for start in starts[bowl]:
        x = start.clone().requires_grad_()
        optimiser = torch.optim.LBFGS([x], line_search_fn="strong_wolfe")
        _, losses = run(optimiser, x, bowls[bowl], limit=20)
        slowest = max(slowest, sum(loss >= GOAL for loss in losses) + 1)
    lbfgs[bowl] = slowest
print("L-BFGS: the slowest of the eight starts needs", lbfgs, "evaluations")

lbfgs_straight, lbfgs_turned = lbfgs.values()

# %% claim: lbfgs-uses-curvature
assert max(lbfgs.values()) < 20, lbfgs

# %% races
racers = [*ours, "L-BFGS"]
START = 1  # one of the eight


def race(name, bowl):
    x = starts[bowl][START].clone().requires_grad_()
    if name == "L-BFGS":
        optimiser = torch.optim.LBFGS([x], line_search_fn="strong_wolfe")
        return run(optimiser, x, bowls[bowl], limit=20)
    return run(torch_optim(name, [x], rate[name, bowl]), x, bowls[bowl], limit=LIMIT)


races = {(name, bowl): race(name, bowl) for name in racers for bowl in bowls}


# %% marks
def contour(bowl, level):
    angle = torch.linspace(0, 2 * torch.pi, 61, dtype=torch.float64)
    ring = torch.stack([angle.cos(), angle.sin() / 10], dim=1) * (2 * level) ** 0.5
    ring = ring if bowl == "straight" else ring @ TURN.T
    x, y = (BOTTOM + ring).T.mul(1000).round().div(1000).tolist()
    return {"kind": "line", "role": "muted", "x": x, "y": y}


def finish(losses):
    """Count the evaluations up to the first one below the goal, if there is one."""
    return next((n for n, loss in enumerate(losses, 1) if loss < GOAL), None)


# %% data: paths
frames = []
for name in racers:
    paths_drawn, curves, notes = [], [], []
    for bowl, role in zip(bowls, ("model", "extra"), strict=True):
        places, losses = races[name, bowl]
        n = finish(losses)
        notes.append(f"{bowl} bowl: {f'{n} evaluations' if n else 'never at the goal'}")
        places, losses = places[:n], losses[:n]
        x, y = ([round(v, 3) for v in axis] for axis in zip(*places, strict=True))
        line = {"kind": "line", "role": role, "x": x, "y": y}
        ends = {"kind": "points", "role": role, "x": [x[0], x[-1]], "y": [y[0], y[-1]]}
        paths_drawn.append([line, ends])
        keep = slice(0, None, 1 + len(losses) // 100)
        rounded = [float(f"{loss:.3g}") for loss in losses]
        count = list(range(1, len(losses) + 1))
        curve = {"kind": "line", "role": role, "label": bowl}
        curves.append(curve | {"x": count[keep], "y": rounded[keep]})
    note = ", ".join(notes)
    frames.append({"name": name, "note": note, "marks": [*paths_drawn, curves]})
view = {"xlim": [-5.4, 7.4], "ylim": [-1.5, 5.5]}
goal = {"kind": "line", "role": "muted", "x": [0, LIMIT], "y": [GOAL, GOAL]}
paths = {
    "control": "optimiser",
    "panels": [
        {"title": f"{bowl} bowl"}
        | view
        | {"marks": [contour(bowl, level) for level in (0.5, 4.5, 18)]}
        for bowl in bowls
    ]
    + [
        {
            "title": "loss at each evaluation",
            "xlabel": "evaluations",
            "ylabel": "loss",
            "xlim": [0, LIMIT],
            "ylim": [1e-4, 1e4],
            "yscale": "log",
            "marks": [goal],
        }
    ],
    "frames": frames,
    "start": racers.index("Adam"),
}

# %% picture
figure, panels = plt.subplots(2, 1, figsize=(5.2, 5.2))
for panel, bowl in zip(panels, bowls, strict=True):
    for line in (contour(bowl, level) for level in (0.5, 4.5, 18)):
        panel.plot(line["x"], line["y"], color="0.5", linewidth=0.8)
    for name, color in (("SGD", "C5"), ("Adam", "C0")):
        places, losses = races[name, bowl]
        places = places[: finish(losses)]
        panel.plot(*zip(*places, strict=True), color=color, label=name, linewidth=1)
    panel.plot(*BOTTOM, "o", color="C1")
    panel.set_title(f"{bowl} bowl")
    panel.set_xlim(-5.4, 7.4)
    panel.set_ylim(-1.5, 5.5)
panels[0].legend(loc="lower right")
plt.show()

# %% claim: some-paths-turn-with-the-bowl
for _name in ("SGD", "momentum", "Adam"):
    _straight = torch.tensor(races[_name, "straight"][0], dtype=torch.float64)
    _turned = torch.tensor(races[_name, "turned"][0], dtype=torch.float64)
    _gap = ((_straight - BOTTOM) @ TURN.T - (_turned - BOTTOM)).abs().max().item()
    assert _gap > 1 if _name == "Adam" else _gap < 1e-9, f"{_name}: {_gap}"
