"""Two processes that set no seed."""

# %% two-processes
import subprocess
import sys

program = "import torch; print(torch.randn(3).tolist())"
command = [sys.executable, "-c", program]
results = [subprocess.check_output(command, text=True) for _ in range(2)]
print("equal:", results[0] == results[1])

# %% claim: two-unseeded-runs-differ
assert results[0] != results[1], results
assert all(result.count(",") == 2 for result in results), results
