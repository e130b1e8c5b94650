import sys
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.language.training.commands import training


@pytest.mark.parametrize("step", ["vocabulary", "train", "export"])
def test_without_its_libraries_training_says_what_to_install(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    folder = str(tmp_path)
    rest = {"vocabulary": ["--corpus", folder], "train": ["--corpus", folder], "export": [folder]}[step]
    monkeypatch.setattr(sys, "argv", ["training", step, "--base", folder, *rest, folder])
    with pytest.raises(SystemExit) as ended:
        main(training, "training")
    assert ended.value.code == 1
    assert capfd.readouterr().err == "kg: training needs torch; install it with: pip install 'kg[training]'\n"
