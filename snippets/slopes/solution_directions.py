"""Slopes in every direction of a plane, and the steepest of them."""

# %% one-direction
import math

import torch


def f(p):
    a, b = p
    return a**2 * b


p = torch.tensor([2.0, 3.0], dtype=torch.float64, requires_grad=True)
f(p).backward()
print("gradient", p.grad.tolist())


def slope_towards(direction, h=1e-5):
    with torch.no_grad():
        return (f(p + h * direction) - f(p - h * direction)) / (2 * h)


towards = torch.tensor([0.6, 0.8], dtype=torch.float64)  # length one
print(f"measured {slope_towards(towards):.4f}")
print(f"gradient times direction {(p.grad * towards).sum():.4f}")

# %% all-directions
slopes = []
for degrees in range(360):
    angle = math.radians(degrees)
    towards = torch.tensor([math.cos(angle), math.sin(angle)], dtype=torch.float64)
    slopes.append(slope_towards(towards).item())

steepest = max(range(360), key=lambda degrees: slopes[degrees])
gradient_angle = math.degrees(math.atan2(p.grad[1], p.grad[0]))
print(f"steepest at {steepest} degrees, slope {slopes[steepest]:.2f}")
print(f"gradient at {gradient_angle:.1f} degrees, length {p.grad.norm():.2f}")

# %% claim: times-the-direction
_towards = torch.tensor([0.6, 0.8], dtype=torch.float64)
assert abs(slope_towards(_towards) - 10.4) < 1e-8

# %% claim: the-gradient-is-steepest
assert abs(steepest - gradient_angle) <= 0.5
assert abs(slopes[steepest] - p.grad.norm()) < 1e-3
