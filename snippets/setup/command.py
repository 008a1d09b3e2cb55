"""The console command, run as a stranger would run it: as a process of its own."""

# %% run
import shutil
import subprocess
import sysconfig

scripts = sysconfig.get_path("scripts")  # the environment's folder of commands
command = shutil.which("mygpt", path=scripts)
done = subprocess.run([command], capture_output=True, text=True, check=True)
print(done.stdout, end="")
n_lines = len(done.stdout.splitlines())

# %% claim: the-command-is-main
from contextlib import redirect_stdout as _redirect_stdout
from io import StringIO as _StringIO

import mygpt as _mygpt

_printed = _StringIO()
with _redirect_stdout(_printed):
    _mygpt.main()
assert done.stdout == _printed.getvalue(), (done.stdout, _printed.getvalue())
assert done.stderr == ""

# %% claim: vocabulary-ids-and-three-numbers
import torch as _torch

assert n_lines == 4
_torch.manual_seed(0)
_said = (_mygpt.VOCAB, 4, _torch.arange(4), _torch.randn(3))
for _line, _value in zip(done.stdout.splitlines(), _said, strict=True):
    assert _line.endswith(f" {_value}"), _line
