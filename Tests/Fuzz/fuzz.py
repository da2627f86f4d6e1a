#!/usr/bin/env python3
"""Damages files of every kind that nianbao reads, and looks whether it survives them.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Fuzz/fuzz.py --tool .build/release/nianbao --seconds 600 --soak 12

Each mutant is a file of the corpus with a few damages: bytes, numbers, pieces cut and spliced; and by its structure: objects, streams and
operators of PDF, tags and attributes of HTML and XML, headers and entries of archives, lines and cells of text, members of JSON. Mutant
number n of a seed is the same on every machine, whatever the number of jobs. Without --count and --seconds there are 1,000.

Found is: a worker that crashes, that meets its limit of time or memory, that gives no answer, or one that is none (no JSON, another number,
figures whose value contradicts their status, boxes and pages that cannot be); another answer to the same file; memory that grows with each
answer. Zip archives are read by `nianbao convert`, stored reports by `check`, forms by `forms check` and `extract`; pictures of text are
recognised in two mutants of a thousand only, and LibreOffice converts eight (--kinds rtf,ole takes more). Of what is found, each mutant is tried with fewer of its damages, and kept in a folder.

Examples
    Tests/Fuzz/fuzz.py --tool TOOL --seed 7 --count 20000 --jobs 4
    Tests/Fuzz/fuzz.py --tool TOOL --seed 7 --only 1234              that mutant again
    Tests/Fuzz/fuzz.py --tool TOOL --seed 7 --write 1234 > 1234.pdf  its bytes
    Tests/Fuzz/fuzz.py --tool TOOL --replay .build/fuzz/*            files that were kept
    Tests/Fuzz/fuzz.py --tool TOOL --kinds pdf,html my-files/        a corpus of your own

Exit codes: 0 nothing found, 1 something found, 64 wrong usage.
"""
import argparse
import collections
import os
import pathlib
import sys
import time

import corpus
from mutate import SHARES, Mutant
from run import Run, Settings, replayed


def main():
    options = parsed()
    settings = Settings(options.tool, options.memory, options.timeout)
    if options.replay:
        return replay(settings, options)
    seeds = collections.defaultdict(list)
    for seed in corpus.seeds(options.folders or corpus.FOLDERS):
        if seed.kind in options.kinds:
            seeds[seed.kind].append(seed)
    if not seeds:
        sys.exit("fuzz: no file of these kinds")
    if options.write is not None:
        sys.stdout.buffer.write(Mutant(options.seed, options.write, seeds).data())
        return 0
    start = time.monotonic()
    count = options.count if options.count is not None or options.seconds is not None else 1000
    run = Run(settings, options.seed, seeds, options.keep, count, options.seconds, options.only)
    run.work(lambda text: print(f"{time.monotonic() - start:6.0f} s  {text}", file=sys.stderr, flush=True), options.jobs)
    if options.soak:
        run.soak(options.soak)
    report(run, time.monotonic() - start, options)
    return 1 if run.findings else 0


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=pathlib.Path, help="files to damage; samples and Tests/Fixtures by default")
    parser.add_argument("--tool", required=True, help="the built tool")
    parser.add_argument("--seed", default="1", help="another seed, other mutants (default: 1)")
    parser.add_argument("--count", type=int, help="how many mutants")
    parser.add_argument("--seconds", type=float, help="begin no mutant after so many seconds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many are read at the same time")
    parser.add_argument("--kinds", default=",".join(SHARES), help=f"comma-separated, of {', '.join(SHARES)}")
    parser.add_argument("--timeout", type=float, default=20, help="processor time that a mutant may take, in seconds (default: 20)")
    parser.add_argument("--memory", type=int, default=1024, help="memory that it may take, in MiB (default: 1024)")
    parser.add_argument("--soak", type=int, default=0, metavar="ROUNDS", help="afterwards, read some again so many times, to see whether memory grows; 12 tell")
    parser.add_argument("--keep", type=pathlib.Path, default=corpus.ROOT / ".build/fuzz", help="folder for what is found (default: .build/fuzz)")
    parser.add_argument("--only", type=int, nargs="+", default=(), help="only the mutants with these numbers")
    parser.add_argument("--write", type=int, help="write the mutant with this number to standard output")
    parser.add_argument("--replay", type=pathlib.Path, nargs="+", help="read these files as they are")
    options = parser.parse_args()
    options.kinds = options.kinds.split(",")
    if unknown := set(options.kinds) - set(SHARES):
        parser.error(f"no kind: {', '.join(sorted(unknown))}")
    if not os.access(options.tool, os.X_OK):
        parser.error(f"no tool: {options.tool}")
    return options


def replay(settings, options):
    is_well = True
    for path in [path for path in options.replay if path.suffix != ".log"]:
        kind = corpus.ENDINGS.get(path.suffix.lower(), "text")
        if path.suffix == ".json":
            kind = "reports" if b'"nianbao/1"' in path.read_bytes() else "form"
        text, is_read = replayed(settings, kind, path)
        print(text)
        is_well = is_well and is_read
    return 0 if is_well else 1


def report(run, seconds, options):
    """A table by kind; what was slow and large; what was found, by its cause."""
    print(f"seed {options.seed}, {len(run.outcomes)} mutants in {seconds:.0f} s with {options.jobs} jobs\n")
    print(f"{'kind':10} {'mutants':>8} {'read':>7} {'refused':>8} {'findings':>9} {'mean ms':>8} {'most s':>7} {'most MiB':>9}")
    for kind in [*SHARES, "all"]:
        of_kind = [outcome for outcome in run.outcomes if kind in (outcome.kind, "all")]
        if not of_kind:
            continue
        results = collections.Counter(outcome.result for outcome in of_kind)
        times, memory = [outcome.seconds for outcome in of_kind], max(outcome.memory for outcome in of_kind)
        print(f"{kind:10} {len(of_kind):8} {results['read']:7} {results['refused']:8} {results['finding']:9} "
              f"{1000 * sum(times) / len(times):8.1f} {max(times):7.2f} {memory >> 20:9}")
    print("\nslowest:", ", ".join(f"{o.number} ({o.kind}, {o.seconds:.1f} s)" for o in sorted(run.outcomes, key=lambda o: -o.seconds)[:5]))
    print("largest:", ", ".join(f"{o.number} ({o.kind}, {o.memory >> 20} MiB)" for o in sorted(run.outcomes, key=lambda o: -o.memory)[:5]))
    for kind, rate in run.rates.items():
        print(f"read again and again, {kind}: {rate / 1024:+.2f} KiB of memory for each answer")
    print(f"\n{len(run.findings)} findings")
    groups = collections.defaultdict(list)
    for finding in run.findings:
        groups[finding.group].append(finding)
    for group, findings in sorted(groups.items(), key=lambda item: -len(item[1])):
        numbers = [str(finding.mutant.number) for finding in findings if finding.mutant]
        print(f"{len(findings):6}  {group}  {', '.join(sorted(numbers, key=int)[:8])}")


if __name__ == "__main__":
    sys.exit(main())
