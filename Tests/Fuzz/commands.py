"""Commands that read what workers do not: zip archives (`convert`), stored reports (`check`), forms (`extract --forms`)."""
import os
import pathlib
import re
import signal
import subprocess
import tempfile

from answers import strict
from worker import Loss

WELL = {0, 1, 2, 64}
# What convert says of a file whose worker was lost.
LOST = re.compile(r"the reader crashed[^\"]*|took more [^\"]*|the reader gave no[^\"]*|the reader ended[^\"]*")


def ran(command, seconds):
    """Exit code and standard output. Raises Loss where the command crashes, or takes longer than `seconds` by the clock."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        output, messages = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise Loss("no answer", f"in {seconds:.0f} s") from None
    tail = messages[-6000:].decode("utf-8", "replace").strip()
    if process.returncode < 0:
        raise Loss(f"signal {-process.returncode} ({signal.Signals(-process.returncode).name})", tail)
    if process.returncode not in WELL:
        raise Loss(f"exit {process.returncode}", tail)
    return process.returncode, output


def proper(text, name):
    """Raises Loss where a line of `text` is no JSON."""
    for line in text.splitlines():
        try:
            strict(line)
        except (ValueError, RecursionError) as error:
            raise Loss("no proper answer", f"{name}: {error}") from None


def convert(tool, path, seconds, memory):
    """Reads an archive; true where a report was in it."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "all.ndjson")
        command = [tool, "convert", path, "--output", output, "--jobs", "1", "--ocr", "never", "--quiet", "--memory", str(memory), "--timeout", str(seconds)]
        code, _ = ran(command, seconds * 20)
        for made in pathlib.Path(folder).glob("*.ndjson"):
            text = made.read_text(encoding="utf-8")
            proper(text, made.name)
            if lost := LOST.search(text):
                raise Loss("lost within convert", lost[0])
        return code == 0 or output.exists() and output.stat().st_size > 0


def check(tool, path, seconds, memory):
    code, output = ran([tool, "check", "--ocr", "never", "--format", "ndjson", path], seconds * 20)
    proper(output.decode("utf-8"), "findings")
    return code != 1


def forms(tool, path, seconds, memory):
    """Checks a form, and reads a report with it."""
    ran([tool, "forms", "check", path], seconds * 20)
    sample = pathlib.Path(__file__).resolve().parents[2] / "samples/town-2024-cells.txt"
    code, output = ran([tool, "extract", "--quiet", "--format", "ndjson", "--forms", pathlib.Path(path).parent, sample], seconds * 20)
    proper(output.decode("utf-8"), "reports")
    return code != 64
