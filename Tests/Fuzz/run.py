"""Gives mutants to workers and commands, several at a time, and keeps what is found."""
import collections
import concurrent.futures
import pathlib
import re
import tempfile
import threading
import time

import answers
import commands
from mutate import FOR_WORKERS, Mutant
from worker import Loss, Worker, growth

COMMANDS = {"zip": commands.convert, "reports": commands.check, "form": commands.forms}
# Every so many mutants the same is asked twice, and must be answered in the same way.
TWICE = 40
# Asked again and again, so many files of a kind must take no more memory than this for each answer.
SOAKED = 40
MOST_GROWTH = 1024
MOST_KEPT = 3
SAYS_WHY = re.compile(r"Fatal error[^\n]*|SUMMARY:[^\n]*|[^\n]*\.(?:swift|cpp|cc):\d+[^\n]*|Out of memory|terminate called[^\n]*")

Outcome = collections.namedtuple("Outcome", "kind result seconds memory number")
Settings = collections.namedtuple("Settings", "tool memory timeout")


class Finding:
    """What went wrong with a mutant; `steps` are those of its damages that do it, None where it is not one mutant's fault."""

    def __init__(self, mutant, loss):
        self.mutant, self.steps, self.name, self.detail = mutant, mutant and mutant.steps, loss.name, loss.detail
        self.path, self.note = None, ""

    @property
    def group(self):
        """Findings of one group have most likely one cause."""
        why = SAYS_WHY.search(self.detail)
        return f"{self.mutant.kind if self.mutant else 'worker'}: {self.name}" + (f": {why[0].strip()[:160]}" if why else "")


class Lane:
    """One of the things that go on at the same time: its workers, and a folder for the file that is being read."""

    def __init__(self, settings, folder):
        self.settings, self.folder, self.workers = settings, folder, {}

    def read(self, mutant, data):
        """Name of the result, and the memory it took. Raises Loss."""
        path = pathlib.Path(self.folder, mutant.kind, mutant.name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        try:
            if mutant.kind in FOR_WORKERS:
                return self._ask(mutant, data, path)
            is_read = COMMANDS[mutant.kind](self.settings.tool, str(path), self.settings.timeout, self.settings.memory)
            return ("read" if is_read else "refused"), 0
        finally:
            path.unlink()

    def _ask(self, mutant, data, path):
        worker = self._worker(mutant.kind == "scan")
        header, payload = worker.ask(mutant.number, str(path), mutant.name)
        if wrong := answers.faults(mutant.number, data, header, payload):
            raise Loss("no proper answer", "; ".join(wrong))
        if mutant.number % TWICE == 0 and mutant.kind != "scan":
            _, again = worker.ask(mutant.number, str(path), mutant.name)
            if again != payload:
                raise Loss("another answer", "to the same file, asked a second time")
        return ("read" if header["reports"] else "refused"), header["memory"]

    def _worker(self, recognizes):
        if recognizes not in self.workers:
            options = ["--no-office-cache"] + (["--ocr", "auto", "--no-ocr-cache"] if recognizes else ["--ocr", "never"])
            self.workers[recognizes] = Worker(self.settings.tool, self.settings.memory, self.settings.timeout, options)
        return self.workers[recognizes]

    def finish(self):
        """What is found when workers end: that they do not, or leaks that a sanitizer tells of."""
        losses = []
        for worker in self.workers.values():
            try:
                worker.finish()
            except Loss as loss:
                losses.append(loss)
        return losses

    def residents(self):
        """What the process that is there now took after each of its answers."""
        return [taken for worker in self.workers.values() for taken in worker.residents[-1]]


class Run:
    """All mutants of a seed from 0 up to a number, or until the time is over. The numbers in `only`, where there are any."""

    def __init__(self, settings, seed, seeds, keep, count=None, seconds=None, only=()):
        self.settings, self.seed, self.seeds, self.keep = settings, seed, seeds, keep
        self.only, self.numbers = only, iter(only or range(count if count is not None else 2**62))
        self.end = time.monotonic() + seconds if seconds is not None else None
        self.lock = threading.Lock()
        self.outcomes, self.findings, self.rates = [], [], {}
        self.kept = collections.Counter()

    def work(self, say, jobs):
        self.say = say
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for lane in [pool.submit(self._lane) for _ in range(jobs)]:
                lane.result()
        self.outcomes.sort(key=lambda outcome: outcome.number)

    def soak(self, rounds):
        """Has a few mutants of each kind read again and again, and looks whether memory grows."""
        for kind in [kind for kind in FOR_WORKERS if self.seeds.get(kind) and kind != "scan"]:
            mutants = [mutant for mutant in (Mutant(f"{self.seed}/soak", number, self.seeds) for number in range(100 * SOAKED)) if mutant.kind == kind]
            with tempfile.TemporaryDirectory() as folder:
                lane = Lane(self.settings, folder)
                for mutant in mutants[:SOAKED] * rounds:
                    try:
                        lane.read(mutant, mutant.data())
                    except Loss as loss:
                        self._found(Finding(mutant, loss))
                        break
                residents = lane.residents()
                lane.finish()
            self.rates[kind] = rate = growth(residents)
            if rate > MOST_GROWTH:
                self._found(Finding(None, Loss("memory grows", f"with files of kind {kind} by {rate / 1024:.1f} KiB each, to {residents[-1] >> 20} MiB")))

    def _next(self):
        with self.lock:
            if self.end is not None and time.monotonic() > self.end:
                return None
            return next(self.numbers, None)

    def _lane(self):
        with tempfile.TemporaryDirectory() as folder:
            lane = Lane(self.settings, folder)
            while (number := self._next()) is not None:
                mutant = Mutant(self.seed, number, self.seeds)
                self._one(lane, mutant, mutant.data())
            with self.lock:
                for loss in lane.finish():
                    self._found(Finding(None, loss))

    def _one(self, lane, mutant, data):
        start, memory = time.monotonic(), 0
        try:
            result, memory = lane.read(mutant, data)
        except Loss as loss:
            result = "finding"
            finding = Finding(mutant, loss)
            # What takes long once takes longer many times: only where it is asked for.
            if self.kept[finding.group] < MOST_KEPT and (self.only or loss.name not in ("time limit", "no answer")):
                self._minimise(finding)
            with self.lock:
                self._found(finding)
        with self.lock:
            self.outcomes.append(Outcome(mutant.kind, result, time.monotonic() - start, memory, mutant.number))
            if len(self.outcomes) % 500 == 0:
                self.say(f"{len(self.outcomes)} mutants, {len(self.findings)} findings")

    def _minimise(self, finding):
        """Leaves out one damage after the other, as long as the same happens without it, in a worker that has read nothing else."""
        mutant, steps = finding.mutant, list(finding.mutant.steps)
        if not self._happens(finding, steps):
            finding.note = "not again in a worker of its own"
            return
        for step in mutant.steps:
            fewer = [other for other in steps if other != step]
            if fewer and self._happens(finding, fewer):
                steps = fewer
        finding.steps = steps

    def _happens(self, finding, steps):
        with tempfile.TemporaryDirectory() as folder:
            lane = Lane(self.settings, folder)
            try:
                lane.read(finding.mutant, finding.mutant.data(steps))
            except Loss as loss:
                return loss.name == finding.name
            finally:
                lane.finish()
        return False

    def _found(self, finding):
        self.findings.append(finding)
        self.kept[finding.group] += 1
        if finding.mutant and self.kept[finding.group] <= MOST_KEPT:
            self.keep.mkdir(parents=True, exist_ok=True)
            finding.path = self.keep / f"{self.seed}-{finding.mutant.name}"
            finding.path.write_bytes(finding.mutant.data(finding.steps))
            finding.path.with_name(finding.path.name + ".log").write_text(f"{finding.name}\n{finding.detail}\n", encoding="utf-8")
        if self.kept[finding.group] <= MOST_KEPT:
            self.say(described(finding, self.seed))


def described(finding, seed):
    lines = [f"FOUND {finding.name}: " + (finding.detail.splitlines()[-1] if finding.detail else "")[:300]]
    if finding.mutant:
        lines.append(f"  mutant {finding.mutant.number} of {finding.mutant.file.name}, damages {finding.steps} of {len(finding.mutant.steps)} {finding.note}")
        lines.append(f"  again: Tests/Fuzz/fuzz.py --seed {seed} --only {finding.mutant.number}")
        if finding.path:
            lines.append(f"  kept:  {finding.path}")
    return "\n".join(lines)


def replayed(settings, kind, path):
    """What becomes of a file that was kept: a line to print, and whether it is well."""
    data = path.read_bytes()
    mutant = collections.namedtuple("File", "number kind name")(1, kind, path.name)
    with tempfile.TemporaryDirectory() as folder:
        lane = Lane(settings, folder)
        losses, result = [], ""
        try:
            result, memory = lane.read(mutant, data)
            result += f", {memory >> 20} MiB"
        except Loss as loss:
            losses.append(loss)
        losses += lane.finish()
    return f"{path}: {result}{'; '.join(str(loss) for loss in losses)}", not losses
