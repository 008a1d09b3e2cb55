"""The command `mygpt`, and every mistake that can be made with it."""

import math
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner, Result

from mygpt import cli
from mygpt.checkpoint import load

TEXT = "the cat sat on the mat. the dog sat on the log.\n"
SMALL = ["--steps", "20", "--context", "8", "--width", "8", "--heads", "2"]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def trained(text: Path) -> Path:
    _works("train", text, *SMALL)
    return text.with_name("text.txt.mygpt")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(it) for it in arguments])


def _works(*arguments: object) -> Result:
    result = _run(*arguments)

    assert result.exit_code == 0, result.output
    return result


def _fails(code: int, message: str, *arguments: object) -> None:
    """Expect an exit code, and one message without a traceback."""
    result = _run(*arguments)

    assert message in result.stderr
    assert isinstance(result.exception, SystemExit)  # and nothing that has a traceback
    assert result.stdout == ""
    assert code == result.exit_code


def test_without_arguments_it_prints_the_running_example() -> None:
    assert _works().stdout == (
        "vocabulary: ('I', 'love', 'AI', '!')\n"
        "V = 4\n"
        "ids: tensor([0, 1, 2, 3])\n"
        "three random numbers: tensor([ 1.5410, -0.2934, -2.1788])\n"
    )


def test_version_is_that_of_the_package() -> None:
    assert _works("--version").stdout.split()[-1] == version("downhill")


def test_help_of_training_says_what_is_kept_apart() -> None:
    text = " ".join(_works("train", "--help").stdout.split())

    assert "Its last tenth, if longer than the context, is kept apart" in text


@pytest.mark.parametrize("command", [[], ["train"], ["sample"]])
def test_help_explains_every_option(command: list[str]) -> None:
    """Each option and command has words of its own beside it."""
    options = _works(*command, "--help").stdout.split("Options:\n")[1]
    entries = [line for line in options.splitlines() if line.startswith("  -")]

    assert entries
    for entry in entries:
        name, *words = entry.strip().split("  ", maxsplit=1)
        assert words and words[0].strip(), name


@pytest.mark.parametrize("command", [[], ["train"], ["sample"]])
def test_help_names_no_file_that_may_not_exist(command: list[str]) -> None:
    """What a reader trains on has a name of its own: FILE."""
    text = _works(*command, "-h").stdout

    assert re.findall(r"\w+\.txt", text) == []


def test_training_and_sampling(text: Path) -> None:
    """A stranger's way through: train, then let it write; twice the same."""
    sizes = ["--steps", "120", "--width", "32", "--context", "40"]
    err = _works("train", text, *sizes).stderr
    checkpoint = text.with_name("text.txt.mygpt")
    arguments = ["--checkpoint", checkpoint, "--prompt", "the c", "--length", "30"]
    written = [_works("sample", *arguments, "--temperature", "0") for _ in range(2)]

    assert "48 characters, 15 different ones" in err
    assert "steps 1 to 120" in err
    assert f"{TEXT[:35]}\n" == written[0].stdout  # it has learned the text by heart
    assert written[0].stdout == written[1].stdout


def test_exploded_training_keeps_the_last_good_steps(text: Path) -> None:
    """A model of nan is not saved over one of numbers."""
    _fails(1, "start anew with less --lr", "train", text, *SMALL, "--lr", "1000")
    run = load(text.with_name("text.txt.mygpt"))

    assert run.steps == 0
    assert all(parameter.isfinite().all() for parameter in run.model.parameters())


def test_resuming_equals_one_run(text: Path) -> None:
    other = text.with_name("other.txt")
    other.write_bytes(text.read_bytes())
    _works("train", text, *SMALL)
    _works("train", other, *SMALL, "--steps", "8")
    _works("train", other, "--steps", "20", "--resume")
    a, b = (load(path.with_name(f"{path.name}.mygpt")) for path in (text, other))

    assert 20 == a.steps == b.steps
    assert torch.equal(a.model.head.weight, b.model.head.weight)


def test_training_never_overwrites(text: Path, trained: Path) -> None:
    before = trained.read_bytes()
    _fails(1, "exists: go on with --resume", "train", text, *SMALL)

    assert before == trained.read_bytes()


def test_finished_run_is_not_repeated(text: Path, trained: Path) -> None:
    before = trained.read_bytes()
    _fails(1, "has taken 20 steps", "train", text, "--steps", "20", "--resume")

    assert before == trained.read_bytes()


def test_missing_text(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    _fails(2, f"File '{path}' does not exist.", "train", path)


def test_directory_for_a_text(tmp_path: Path) -> None:
    _fails(2, "is a directory", "train", tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has 0 characters, too few"),
        ("\ufeff".encode(), "has 0 characters, too few"),
        (b"a", "has 1 characters, too few"),
        (b"caf\xe9 au lait", "is not a text in UTF-8"),
    ],
)
@pytest.mark.parametrize("context", [1, 64])
def test_text_with_nothing_to_learn(
    content: bytes, message: str, context: int, text: Path
) -> None:
    text.write_bytes(content)
    _fails(1, message, "train", text, "--context", context)

    assert [text] == list(text.parent.iterdir())


def test_two_characters_are_enough(text: Path) -> None:
    text.write_text("ab", encoding="utf-8")
    _works("train", text, "--steps", "2", "--context", "1")


def test_context_longer_than_the_text(text: Path) -> None:
    message = "48 characters, too few for a context of 48"
    _fails(1, message, "train", text, "--context", "48")

    assert [text] == list(text.parent.iterdir())
    _works("train", text, "--context", "47", "--steps", "1")


def test_text_has_become_too_short_for_the_checkpoint(
    text: Path, trained: Path
) -> None:
    before = trained.read_bytes()
    text.write_text(TEXT[:8], encoding="utf-8")
    message = "8 characters, too few for a context of 8"
    _fails(1, message, "train", text, "--resume", "--steps", "30")

    assert before == trained.read_bytes()


def test_heads_that_do_not_divide_the_width(text: Path) -> None:
    message = "a width of 64 does not divide into 5 heads"
    _fails(1, message, "train", text, "--context", "8", "--heads", "5")

    assert [text] == list(text.parent.iterdir())


def test_text_in_a_folder_that_cannot_be_written(text: Path) -> None:
    """A place that cannot be written is known before the work."""
    text.with_name("text.txt.mygpt.part").mkdir()
    _fails(1, "Is a directory", "train", text, *SMALL)


def test_resuming_without_a_checkpoint(text: Path) -> None:
    message = f"there is no {text}.mygpt to go on with: leave out --resume"
    _fails(1, message, "train", text, "--resume")


@pytest.mark.parametrize(
    "option", ["context", "width", "heads", "layers", "lr", "seed"]
)
def test_resuming_refuses_what_it_would_ignore(
    option: str, text: Path, trained: Path
) -> None:
    """Also where the value is the default: it was asked for."""
    before = trained.read_bytes()
    arguments = ["train", text, "--resume", "--steps", "30", f"--{option}", "4"]
    message = f"{trained} keeps its own --{option}: leave that out"
    _fails(1, message, *arguments)

    assert before == trained.read_bytes()


def test_resuming_with_another_text(text: Path, trained: Path) -> None:
    before = trained.read_bytes()
    text.write_text("Something else.", encoding="utf-8")
    arguments = ["train", text, "--resume", "--steps", "30"]
    _fails(1, "not in the vocabulary: 'S'", *arguments)

    assert before == trained.read_bytes()


@pytest.mark.parametrize("command", ["train", "sample"])
@pytest.mark.parametrize("content", [b"", b"a poem, not a model", None])
def test_foreign_or_damaged_checkpoint(
    command: str, content: bytes | None, text: Path, trained: Path
) -> None:
    """None: the second half is lost. The file stays as it is."""
    trained.write_bytes(trained.read_bytes()[:2000] if content is None else content)
    before = trained.read_bytes()
    arguments = {
        "train": [text, "--resume", "--steps", "30"],
        "sample": ["--checkpoint", trained, "--prompt", "the"],
    }[command]
    _fails(1, "is damaged, or not a checkpoint of mygpt", command, *arguments)

    assert before == trained.read_bytes()


def test_missing_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "none"
    message = f"File '{path}' does not exist."
    _fails(2, message, "sample", "--checkpoint", path, "--prompt", "a")


def test_unknown_characters_in_the_prompt(trained: Path) -> None:
    message = "not in the vocabulary: 'é', '€'; its 15 tokens are"
    _fails(1, message, "sample", "--checkpoint", trained, "--prompt", "thé €")


def test_empty_prompt(trained: Path) -> None:
    message = "the prompt is empty: give at least one character"
    _fails(1, message, "sample", "--checkpoint", trained, "--prompt", "")


def test_prompt_longer_than_the_context_is_said(trained: Path) -> None:
    """It is continued, and a note says how much of it counts."""
    prompt = "the cat sat on"
    arguments = ["--checkpoint", trained, "--prompt", prompt, "--length", "5"]
    result = _works("sample", *arguments)

    assert "a prompt of 14 characters: the model sees the last 8" in result.stderr
    assert result.stdout.startswith(prompt)
    assert len(prompt) + 5 + 1 == len(result.stdout)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--length", "0"),
        ("--length", "many"),
        ("--top-k", "-1"),
        ("--temperature", "-1"),
        ("--temperature", "hot"),
        ("--temperature", "nan"),
        ("--temperature", "inf"),
        ("--seed", "-1"),
        ("--seed", "9" * 20),
    ],
)
def test_numbers_that_mean_nothing(option: str, value: str, trained: Path) -> None:
    arguments = ["--checkpoint", trained, "--prompt", "the", option, value]
    _fails(2, f"Invalid value for '{option}': ", "sample", *arguments)


@pytest.mark.parametrize("option", ["--lr", "--seed"])
@pytest.mark.parametrize("value", ["nan", "-1", "1e39"])
def test_numbers_that_train_nothing(option: str, value: str, text: Path) -> None:
    _fails(2, f"Invalid value for '{option}': ", "train", text, option, value)

    assert [text] == list(text.parent.iterdir())


def test_sizes_too_large_for_any_machine(text: Path) -> None:
    """What only torch can tell is an error of one line, too."""
    message = "too large for this machine? Take smaller numbers ("
    _fails(1, message, "train", text, "--context", "8", "--width", str(2**40))


def test_loss_is_measured_on_what_was_kept_apart(text: Path) -> None:
    """Before the first step it is ln V; the last tenth is no part of the training."""
    text.write_text(TEXT * 4, encoding="utf-8")
    err = _works("train", text, *SMALL, "--steps", "200").stderr
    before, after = re.findall(r"kept apart.*: loss ([0-9.]+)", err)

    assert "the last 19 characters are kept apart" in err
    assert "(ln 15 = 2.7081)" in err
    assert abs(float(before) - math.log(15)) < 0.2
    assert float(after) < float(before)


def test_short_text_keeps_nothing_apart_and_says_so(text: Path) -> None:
    err = _works("train", text, *SMALL).stderr

    assert "too short a text to keep some apart" in err
    assert "kept apart:" not in err


def test_unknown_command() -> None:
    _fails(2, "No such command 'fly'", "fly")


@pytest.fixture
def background() -> Iterator[None]:
    """Ignore Ctrl-C, as a shell has the commands do that a script sends there."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("background")
def test_interrupted_training_keeps_what_it_saved(text: Path) -> None:
    """Ctrl-C: no traceback, and the run goes on from the file.

    The training does not ignore it where the tests do, and never outlives them.
    """
    checkpoint = text.with_name("text.txt.mygpt")
    command = [Path(sys.executable).with_name("mygpt"), "train", text, *SMALL]
    process = subprocess.Popen(
        [*command, "--steps", "1000000"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    try:
        while not checkpoint.exists() or load(checkpoint).steps < cli.SAVE_EVERY:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=60)[1]
    finally:
        process.kill()
        process.communicate()
    steps = load(checkpoint).steps

    assert process.returncode == 1
    assert f"holds the first {steps} steps: go on with --resume" in err
    assert "Traceback" not in err
    assert [text, checkpoint] == sorted(text.parent.iterdir())
    _works("train", text, "--resume", "--steps", steps + 1)


def test_bar_is_drawn_where_somebody_watches(
    text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the line is rewritten, with the loss of the last step."""
    monkeypatch.setattr("click._termui_impl.isatty", lambda _: True)
    err = _works("train", text, *SMALL, "--steps", "4").stderr
    drawn = [line for line in err.split("\r") if "steps 1 to 4  [" in line]

    assert [0, 9, 18, 27, 36] == [line.count("#") for line in drawn]
    assert "loss 2." in drawn[1]
    assert "now: mygpt sample" in drawn[-1].splitlines()[-1]
