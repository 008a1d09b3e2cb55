"""The console command, run as a stranger would run it: as a process of its own."""

# %% run
import shutil
import subprocess
import sysconfig

scripts = sysconfig.get_path("scripts")  # the environment's folder of commands
command = shutil.which("mygpt", path=scripts)
done = subprocess.run([command], capture_output=True, text=True, check=True)
print(done.stdout, end="")

# %% claim: the-command-is-main
import contextlib
import io

import mygpt

_printed = io.StringIO()
with contextlib.redirect_stdout(_printed):
    mygpt.main()
assert done.stdout == _printed.getvalue(), (done.stdout, _printed.getvalue())
assert done.stderr == ""

# %% claim: vocabulary-ids-and-three-numbers
import torch

_lines = done.stdout.splitlines()
n_lines = len(_lines)
assert n_lines == 4
torch.manual_seed(0)
for _line, _said in zip(
    _lines, (mygpt.VOCAB, 4, torch.arange(4), torch.randn(3)), strict=True
):
    assert _line.endswith(f" {_said}"), _line
