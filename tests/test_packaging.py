"""The locks, the wheel, and the versions that are safe."""

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.running import TOP, environment, greenroom


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_versions_and_hashes_and_no_address(lock: str) -> None:
    """Every requirement has one version and at least one hash; no line names a host or a file."""
    text = (TOP / lock).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text.strip())
    pinned = [requirement for requirement in requirements if not requirement.startswith("#")]
    assert all(re.match(r"[a-z0-9-]+==[\w.]+ \\\n    --hash=sha256:", requirement) for requirement in pinned)
    assert "://" not in text


def test_void_calls_of_qt_keep_their_hands_off_none() -> None:
    """PySide6 6.12.0 on Python 3.11 dropped a reference to None at every void call, and then aborted."""
    from PySide6.QtCore import QObject  # noqa: PLC0415

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(300):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel has been unpacked, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=TOP, check=True, capture_output=True)  # noqa: S603  # our own build
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_brings_its_scenarios_and_portraits(installed: Path) -> None:
    """The package alone holds the three scenarios, the portraits, the themes and the rubric."""
    package = installed / "greenroom"
    assert {path.stem for path in (package / "scenarios").glob("*.toml")} >= {"walking-in", "after-a-year"}
    for name in ("portraits/marek-warm.svg", "themes/light.toml", "icons/home.svg", "moves.toml"):
        assert (package / "assets" / name).is_file()


def test_the_wheel_plays_a_rehearsal(installed: Path, tmp_path: Path) -> None:
    """Run from elsewhere, with nothing of the checkout in reach, it plays to a debrief."""
    libraries = os.pathsep.join([str(installed), sysconfig.get_paths()["purelib"]])
    played = subprocess.run(  # our own program
        [sys.executable, "-S", "-m", "greenroom", "play", "walking-in", "--auto"],
        cwd=tmp_path,
        env=environment(tmp_path / "home", PYTHONPATH=libraries),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert played.returncode == 0, played.stderr
    assert "To carry out of the room" in played.stdout


def test_the_schema_beside_the_scenarios_is_the_one_of_the_format(tmp_path: Path) -> None:
    """Every shipped scenario names a schema for editors, and that file is what `greenroom schema` prints."""
    kept = TOP / "assets" / "scenario.schema.json"
    assert kept.read_text(encoding="utf-8") == greenroom(tmp_path, "schema").stdout
    for scenario in (TOP / "scenarios").glob("*.toml"):
        first = scenario.read_text(encoding="utf-8").splitlines()[0]
        assert (scenario.parent / first.removeprefix("#:schema ")).resolve() == kept


def test_the_scenario_of_the_readme_has_no_problem(tmp_path: Path) -> None:
    """An author who begins with it, schema and all, begins with a scenario that can be played."""
    (scenario,) = re.findall(r"```toml\n(.*?)```", (TOP / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "scenarios" / "my-scene.toml"
    path.parent.mkdir()
    path.write_text(scenario, encoding="utf-8")
    checked = greenroom(tmp_path, "check", str(path))
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "To carry out of the room" in greenroom(tmp_path, "play", "my-scene", "--auto").stdout
