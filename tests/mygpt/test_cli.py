"""The command `mygpt`, and every mistake that can be made with it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

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
def trained(text: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert cli.main(["train", str(text), *SMALL]) == 0
    capsys.readouterr()
    return text.with_name("text.txt.mygpt")


def _fails(
    capsys: pytest.CaptureFixture[str], code: int, message: str, *arguments: object
) -> None:
    """Expect an exit code, and one message without a traceback."""
    try:
        found = cli.main([str(it) for it in arguments])
    except SystemExit as stop:  # argparse
        found = stop.code
    out, err = capsys.readouterr()

    assert message in err
    assert "Traceback" not in err
    assert out == ""
    assert code == found


def test_without_arguments_it_prints_the_running_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main([]) == 0
    assert capsys.readouterr().out == (
        "vocabulary: ('I', 'love', 'AI', '!')\n"
        "V = 4\n"
        "ids: tensor([0, 1, 2, 3])\n"
        "three random numbers: tensor([ 1.5410, -0.2934, -2.1788])\n"
    )


@pytest.mark.parametrize("command", [[], ["train"], ["sample"]])
def test_help_explains_every_option(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each option and command has words of its own beside it."""
    with pytest.raises(SystemExit) as stop:
        cli.main([*command, "--help"])
    out = capsys.readouterr().out

    assert stop.value.code == 0
    parser = cli._parser()
    if command:
        parser = parser._subparsers._group_actions[0].choices[command[0]]  # type: ignore
    for action in parser._actions:
        assert action.help or not action.option_strings, action
    assert "text" in out


def test_training_and_sampling(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A stranger's way through: train, then let it write; twice the same."""
    assert cli.main(["train", str(text), "--steps", "120", "--width", "32"]) == 0
    err = capsys.readouterr().err
    checkpoint = str(text.with_name("text.txt.mygpt"))
    written = []
    for _ in range(2):
        arguments = ["--checkpoint", checkpoint, "--prompt", "the c", "--length", "30"]
        assert cli.main(["sample", *arguments, "--temperature", "0"]) == 0
        written.append(capsys.readouterr().out)

    assert "48 characters, 15 different ones" in err
    assert "120/120" in err
    assert TEXT[:35] == written[0].removesuffix("\n")  # it has learnt the text by heart
    assert written[0] == written[1]


def test_exploded_training_keeps_the_last_good_steps(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A model of nan is not saved over one of numbers."""
    arguments = ["train", text, *SMALL, "--lr", "1000"]
    _fails(capsys, 1, "start anew with a smaller --lr", *arguments)
    run = load(text.with_name("text.txt.mygpt"))

    assert run.steps == 0
    assert all(parameter.isfinite().all() for parameter in run.model.parameters())


def test_resuming_equals_one_run(text: Path, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    base = ["train", str(text), *SMALL[2:]]
    assert cli.main([*base, "--steps", "20", "--checkpoint", str(whole)]) == 0
    assert cli.main([*base, "--steps", "8", "--checkpoint", str(parts)]) == 0
    more = ["--steps", "20", "--checkpoint", str(parts), "--resume"]
    assert cli.main([*base, *more]) == 0
    a, b = load(whole), load(parts)

    assert 20 == a.steps == b.steps
    assert torch.equal(a.model.head.weight, b.model.head.weight)


def test_training_never_overwrites(
    text: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = trained.read_bytes()
    _fails(capsys, 1, "exists and stays as it is", "train", text, *SMALL)

    assert before == trained.read_bytes()


def test_finished_run_is_not_repeated(
    text: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = trained.read_bytes()
    _fails(capsys, 1, "already taken 20 steps", "train", text, *SMALL, "--resume")

    assert before == trained.read_bytes()


def test_missing_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.txt"
    _fails(capsys, 1, f"{path}: No such file or directory", "train", path)


def test_directory_for_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _fails(capsys, 1, "Is a directory", "train", tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        ("\ufeff".encode(), "is empty"),
        (b"a", "has one character, and nothing comes after it"),
        (b"caf\xe9 au lait", "is not a text in UTF-8"),
    ],
)
def test_text_with_nothing_to_learn(
    content: bytes, message: str, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text.write_bytes(content)
    _fails(capsys, 1, message, "train", text)

    assert [text] == list(text.parent.iterdir())


def test_two_characters_are_enough(text: Path) -> None:
    text.write_text("ab", encoding="utf-8")

    assert cli.main(["train", str(text), "--steps", "2"]) == 0


def test_context_longer_than_the_text(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = "48 characters, too few for a context of 48: at most --context 47"
    _fails(capsys, 1, message, "train", text, "--context", "48")

    assert [text] == list(text.parent.iterdir())
    assert cli.main(["train", str(text), "--context", "47", "--steps", "1"]) == 0


def test_heads_that_do_not_divide_the_width(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _fails(capsys, 1, "no multiple of --heads 5", "train", text, "--heads", "5")


def test_checkpoint_in_a_missing_folder(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = text.parent / "none" / "run"
    message = "No such file or directory"
    _fails(capsys, 1, message, "train", text, *SMALL, "--checkpoint", path)


def test_resuming_with_another_text(
    text: Path, trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = trained.read_bytes()
    text.write_text("Something else.", encoding="utf-8")
    arguments = ["train", text, "--resume", "--steps", "30"]
    _fails(capsys, 1, "not in the vocabulary: 'S'", *arguments)

    assert before == trained.read_bytes()


@pytest.mark.parametrize("command", ["train", "sample"])
@pytest.mark.parametrize("content", [b"", b"a poem, not a model", None])
def test_foreign_or_damaged_checkpoint(
    command: str,
    content: bytes | None,
    text: Path,
    trained: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """None: the second half is lost. The file stays as it is."""
    trained.write_bytes(trained.read_bytes()[:2000] if content is None else content)
    before = trained.read_bytes()
    arguments = {
        "train": [text, "--resume", "--steps", "30", "--checkpoint", trained],
        "sample": ["--checkpoint", trained, "--prompt", "the"],
    }[command]
    _fails(capsys, 1, "is damaged, or not a checkpoint of mygpt", command, *arguments)

    assert before == trained.read_bytes()


def test_missing_checkpoint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none"
    arguments = ["--checkpoint", path, "--prompt", "a"]
    _fails(capsys, 1, "No such file", "sample", *arguments)


def test_unknown_characters_in_the_prompt(
    trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = "not in the vocabulary: 'é', '€'; its 15 tokens are"
    _fails(capsys, 1, message, "sample", "--checkpoint", trained, "--prompt", "thé €")


def test_empty_prompt(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message = "the prompt is empty: give at least one character"
    _fails(capsys, 1, message, "sample", "--checkpoint", trained, "--prompt", "")


def test_prompt_longer_than_the_context_is_said(
    trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is continued, and a note says how much of it counts."""
    prompt = "the cat sat on"
    arguments = ["--checkpoint", str(trained), "--prompt", prompt, "--length", "5"]

    assert cli.main(["sample", *arguments]) == 0
    out, err = capsys.readouterr()
    assert "prompt of 14 characters: the model sees the last 8" in err
    assert out.startswith(prompt)
    assert len(prompt) + 5 + 1 == len(out)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--length", "0"),
        ("--length", "many"),
        ("--top-k", "-1"),
        ("--temperature", "-1"),
        ("--temperature", "nan"),
        ("--temperature", "hot"),
    ],
)
def test_numbers_that_mean_nothing(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--checkpoint", "x", "--prompt", "a", option, value]
    _fails(capsys, 2, f"argument {option}: {value!r} is not a", "sample", *arguments)


@pytest.mark.parametrize("rate", ["0", "1e38"])
def test_learning_rate_that_cannot_work(
    rate: str, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = f"argument --lr: {rate!r} is not above 0 and at most 1000"
    _fails(capsys, 2, message, "train", text, "--lr", rate)


def test_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    _fails(capsys, 2, "invalid choice: 'fly'", "fly")


def test_interrupted_training_keeps_what_it_saved(text: Path) -> None:
    """Ctrl-C: exit code 130, no traceback, and the run goes on from the file."""
    command = [sys.executable, "-m", "mygpt.cli", "train", str(text), "--width", "8"]
    checkpoint = text.with_name("text.txt.mygpt")
    process = subprocess.Popen(
        [*command, "--steps", "1000000"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    for line in process.stderr:  # until a step has certainly been taken and saved
        if "steps 1 to" in line:
            break
    while not checkpoint.exists() or load(checkpoint).steps < cli.SAVE_EVERY:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    steps = load(checkpoint).steps

    assert process.returncode == 130
    assert f"holds the first {steps} steps: go on with --resume" in err
    assert "Traceback" not in err
    assert [text, checkpoint] == sorted(text.parent.iterdir())
    more = ["train", str(text), "--resume", "--steps", str(steps + 1)]
    assert cli.main(more) == 0


def test_bar_is_drawn_where_somebody_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the line is rewritten; it ends when the work does."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    report = cli._progress(0, 2)
    report(4.0)
    report(2.0)
    half, whole = capsys.readouterr().err.split("\r")[1:]

    assert half.startswith("█" * 15 + "░" * 15 + " 1/2  loss 4.000")
    assert whole.startswith("█" * 30 + " 2/2  loss 3.800")
    assert whole.endswith("\n")
