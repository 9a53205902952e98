"""The scripts of the USB stick: the one for Linux is run on this machine, with its tools or without; the others are read for what they must not do."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.diagnostics.probes.laptop import read_report

SCRIPTS = Path(__file__).resolve().parents[2] / "resources" / "laptop"
NEEDED = ("sh", "date", "mktemp", "dirname", "basename", "base64", "head", "tr", "cat", "rm", "mv", "printf", "timeout", "lsblk", "awk")


def run(tools: Path, stick: Path) -> Path:
    """The script with these tools alone on its path."""
    environment = {"PATH": str(tools), "HOME": str(stick)}
    said = subprocess.run(["/bin/sh", str(SCRIPTS / "linux.sh"), str(stick)], env=environment, capture_output=True, text=True, timeout=60, check=True)
    (made,) = stick.glob("laptop-report-*.json")
    assert said.stdout.strip() == str(made)
    return made


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """What every Linux has, and none of the tools that know batteries and disks."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        if found is not None:
            (folder / name).symlink_to(os.path.realpath(found) if name != "sh" else "/bin/sh")
    return folder


def tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_without_its_tools_the_report_is_whole_and_names_what_was_missing(bare: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    found = read_report(run(bare, stick).read_bytes())
    assert set(found.report.facts["tools_missing"].split()) >= {"dmidecode", "upower", "smartctl"}
    assert found.report.facts["system"] == "linux" and not [name for name in stick.iterdir() if name.suffix == ".part"]


def test_with_its_tools_one_file_says_what_the_laptop_is_and_how(bare: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    tool(bare, "dmidecode", r"printf 'System Information\n\tManufacturer: Dell Inc.\n\tProduct Name: Latitude 7490\n\tSerial Number: 9XTEST1\n'")
    tool(bare, "upower", r"printf 'Device: BAT0\n power supply: yes\n energy-full: 31.7633 Wh\n energy-full-design: 41.0508 Wh\n charge-cycles: N/A\n'")
    tool(bare, "lsblk", 'case "$*" in *FSTYPE*) echo ntfs;; *) echo "nvme0n1 disk nvme"; echo "sdb disk usb";; esac')
    smart = {"smartctl": {"exit_status": 0}, "user_capacity": {"bytes": 256060514304}, "smart_status": {"passed": True}, "model_name": 'a "quoted" disk'}
    tool(bare, "smartctl", f"cat <<'END'\n{json.dumps(smart)}\nEND\necho \"$@\" >{stick}/asked")
    found = read_report(run(bare, stick).read_bytes())
    assert (found.maker, found.model, found.serial, found.storage_gb) == ("Dell", "Latitude 7490", "9XTEST1", 256)
    assert {finding.fact: finding.number or finding.verdict.value for finding in found.report.findings} == {
        "battery_pct": 77, "disk_health": "pass", "disk_lock": "pass",
    }  # fmt: skip
    assert (stick / "asked").read_text().strip() == "-j -a /dev/nvme0n1", "the stick itself is no disk of the laptop"


def test_a_tool_that_hangs_or_fails_is_left_behind(bare: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    tool(bare, "timeout", "exit 124")
    tool(bare, "dmidecode", "exit 1")
    outputs = json.loads(run(bare, stick).read_bytes())["outputs"]
    assert outputs["dmidecode"] == {"status": 124, "base64": ""}


@pytest.mark.parametrize("name", ["linux.sh", "macos.sh", "windows.ps1"])
def test_a_script_asks_no_network_and_writes_its_one_file(name: str) -> None:
    text = (SCRIPTS / name).read_text("utf-8")
    for word in ("curl", "wget", "http", "Invoke-WebRequest", "ssh", "dd if", "mkfs", "hostname", "whoami", "USERNAME"):
        assert word not in text
    assert text.isascii() and "\r" not in text and "kiosk_laptop_report" in text


def test_the_shell_scripts_are_written_for_every_shell() -> None:
    for name in ("linux.sh", "macos.sh"):
        subprocess.run(["/bin/sh", "-n", str(SCRIPTS / name)], check=True)
        assert "[[" not in (SCRIPTS / name).read_text() and "local " not in (SCRIPTS / name).read_text()


def test_the_tools_are_copied_onto_a_stick_by_a_command(tmp_path: Path) -> None:
    def kiosk(folder: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kiosk", "laptop-tools", str(folder), "--json"]
        return subprocess.run(command, capture_output=True, text=True, cwd=SCRIPTS.parents[1], timeout=60)

    stick = tmp_path / "stick"
    stick.mkdir()
    done = kiosk(stick)
    assert (done.returncode, json.loads(done.stdout)["files"]) == (0, ["linux.sh", "macos.sh", "windows.ps1"])
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == {path.name: path.read_bytes() for path in SCRIPTS.iterdir()}
    assert "diagnostics.laptop_tools_not_copied" in kiosk(tmp_path / "gone").stdout
