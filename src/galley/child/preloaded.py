"""What a fork must do for libraries that were imported before it.

The engine imports none of them itself. Where a book has one preloaded, or a program has
imported it, it is here in `sys.modules`.
"""

import sys


def reseed() -> None:
    """Start generators anew, as in a fresh process: chance is not inherited."""
    if torch := sys.modules.get("torch"):
        torch.seed()
    if random := sys.modules.get("numpy.random"):
        random.seed()  # the generator that old programs use


def one_thread() -> None:
    """Compute with one thread: a fork has no others, and who waits for them hangs."""
    torch = sys.modules.get("torch")
    if torch and torch.get_num_threads() > 1:
        torch.set_num_threads(1)
