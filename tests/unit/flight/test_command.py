import pytest

from skybind_emulators.flight.__main__ import main


def test_the_command_renders_a_flight(tmp_path, capsys):
    """Options for number and size are followed; the last line says what was made."""
    assert main([str(tmp_path / "new"), "--photos", "2", "--bytes", "40k", "--seed", "3"]) == 0

    sizes = [file.stat().st_size for file in sorted((tmp_path / "new").iterdir())]
    assert sizes == [pytest.approx(40_000, rel=0.1)] * 2
    assert "2 photos" in capsys.readouterr().out


def test_a_folder_with_content_is_left_alone(tmp_path, capsys):
    """Without --force a folder that is not empty is refused; with it, what was there stays."""
    (tmp_path / "mine.txt").write_text("mine")
    arguments = [str(tmp_path), "--photos", "1", "--bytes", "30k"]

    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "--force" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]

    assert main([*arguments, "--force"]) == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert len(list(tmp_path.glob("DJI_*.JPG"))) == 1


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--bytes", "large", "not a size"),
        ("--bytes", "1k", "size must be"),
        ("--photos", "0", "photos must be"),
        ("--centre", "north", "not a position"),
        ("--altitude-m", "2", "altitude_m"),
    ],
)
def test_wrong_options_are_explained(tmp_path, capsys, option, value, complaint):
    """A value that makes no sense ends with exit code 2 and a sentence, and nothing is written."""
    with pytest.raises(SystemExit) as refused:
        main([str(tmp_path / "new"), option, value])

    assert refused.value.code == 2
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_file_is_no_target(tmp_path, capsys):
    """A path to a file is refused."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(SystemExit):
        main([str(tmp_path / "file")])
    assert "not a folder" in capsys.readouterr().err


def test_help_has_an_example(capsys):
    """--help shows a command line that works as it stands."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    assert "python -m skybind_emulators.flight photos --photos 200 --bytes 10M" in capsys.readouterr().out
