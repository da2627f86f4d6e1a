"""Why a file gave nothing: the same names and words as in the outputs of `nianbao convert`."""
from __future__ import annotations

import signal
from dataclasses import dataclass

# Why nothing is wrong with a file that gives no report: names that a worker gives in "skipped".
SKIPPED = ("unknown_kind", "empty")
MEMORY_EXIT_CODE = 12
TIME_EXIT_CODE = 62


@dataclass(frozen=True)
class Failure:
    name: str
    detail: str

    @classmethod
    def unreadable(cls, cause: str) -> Failure:
        """The file was read to its end, or could not be opened: it says why it is no report."""
        return cls("unreadable", cause)

    @classmethod
    def time_limit(cls, seconds: float) -> Failure:
        return cls("time_limit", f"took more than {seconds:g} s of processor time")

    @classmethod
    def no_answer(cls, seconds: float) -> Failure:
        return cls("no_answer", f"the reader gave no answer in {seconds:g} s")

    @classmethod
    def memory_limit(cls, mebibytes: int) -> Failure:
        return cls("memory_limit", f"took more memory than {mebibytes} MiB")

    @classmethod
    def malformed_answer(cls) -> Failure:
        return cls("malformed_answer", "the reader gave no proper answer")

    @classmethod
    def exit(cls, code: int) -> Failure:
        return cls("exit", f"the reader ended with exit code {code}")

    @classmethod
    def signal(cls, number: int) -> Failure:
        name = next((f" ({known.name})" for known in signal.Signals if known == number), "")
        return cls("signal", f"the reader crashed: signal {number}{name}")

    @property
    def is_from_outside(self) -> bool:
        """No file makes its reader end by SIGKILL: that comes from the system or a person."""
        return self == Failure.signal(signal.SIGKILL)
