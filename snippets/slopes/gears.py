"""The chain rule with three numbers: local slopes, multiplied."""


# %% links
def measured_slope(f, at, h=1e-4):
    return (f(at + h) - f(at - h)) / (2 * h)


x, y = 2.0, 4.0
links = {
    "times x": lambda w: w * x,
    "minus y": lambda prediction: prediction - y,
    "squared": lambda error: error**2,
}

value, product, local = 1.0, 1.0, []  # the chain begins at the weight
for name, link in links.items():
    slope = measured_slope(link, at=value)
    print(f"{name}: {value:4.1f} -> {link(value):4.1f}, slope {slope:7.4f}")
    value, product = link(value), product * slope
    local.append(slope)
print(f"product of the slopes      {product:7.4f}")

# %% whole
import torch


def loss(w):
    return (w * x - y) ** 2


print(f"measured as a whole {measured_slope(loss, at=1.0):7.4f}")

w = torch.tensor(1.0, requires_grad=True)
loss(w).backward()
print(f"autograd            {w.grad.item():7.4f}")

# %% claim: product-of-local-slopes
for _found, _paper in zip(local, (2, 1, -4), strict=True):
    assert abs(_found - _paper) < 1e-6, local
assert abs(product - measured_slope(loss, at=1.0)) < 1e-6
assert w.grad == 2 * 1 * -4, w.grad
for _x in (2.0, -3.0, 0.5):  # and for other inputs, targets and weights
    for _y in (4.0, -1.0):
        for _value in (1.0, -2.0, 7.0):
            _links = (lambda w, x=_x: w * x, lambda p, y=_y: p - y, lambda e: e**2)
            _product, _at = 1.0, _value
            for _link in _links:
                _product, _at = _product * measured_slope(_link, _at), _link(_at)
            _w = torch.tensor(_value, dtype=torch.float64, requires_grad=True)
            ((_w * _x - _y) ** 2).backward()
            _whole = measured_slope(lambda w, x=_x, y=_y: (w * x - y) ** 2, _value)
            assert abs(_product - _whole) < 1e-5 > abs(_product - _w.grad)
