"""A mutant is a seed file and a row of damages; which ones they are follows from the seed of the run and the number of the mutant."""
import random

import archive
import markup
import ofd_mutators
import pictures
import stored
import text
import values
from pdf_mutators import PDFMutator

# How often a kind is taken, and by what its files end. Recognition and LibreOffice take seconds, and a command takes a process.
SHARES = {"pdf": 460, "html": 180, "mhtml": 60, "markdown": 90, "text": 100, "office": 60, "ofd": 40, "picture": 30, "archive": 30, "zip": 25, "reports": 20, "form": 10, "rtf": 4, "ole": 4, "scan": 2}
ENDINGS = {"pdf": ".pdf", "html": ".html", "mhtml": ".mht", "markdown": ".md", "text": ".txt", "zip": ".zip", "reports": ".json", "form": ".json", "scan": ".pdf", "ofd": ".ofd"}
# Read by workers: these may be taken for each other.
FOR_WORKERS = ["pdf", "html", "mhtml", "markdown", "text", "office", "ofd", "picture", "archive", "rtf", "ole", "scan"]


def entry(rng, name, data):
    """The content of a file in an archive, by its name."""
    kinds = {".xml": markup.damaged_markup, ".html": markup.damaged_markup, ".md": text.damaged_text, ".txt": text.damaged_text}
    return kinds.get(name[name.rfind("."):].lower(), values.damaged)(rng, data)


damaged_zip = archive.ArchiveMutator(entry)
damaged_ofd = archive.ArchiveMutator(ofd_mutators.damaged_part)
damaged_pdf = PDFMutator()
DAMAGES = {"html": markup.damaged_markup, "mhtml": markup.damaged_archive, "markdown": text.damaged_text, "text": text.damaged_text, "office": damaged_zip, "ofd": damaged_ofd, "picture": pictures.damaged_picture,
           "zip": damaged_zip, "archive": archive.OtherArchiveMutator(entry), "rtf": text.damaged_text, "reports": stored.damaged_reports, "form": stored.damaged_json}


class Mutant:
    """The mutant with that number. `steps` are the numbers of its damages: with fewer of them it is another one, which may do the same."""

    def __init__(self, seed, number, seeds):
        self.number, self.seeds, self.key = number, seeds, f"{seed}/{number}"
        rng = random.Random(self.key)
        kinds = [kind for kind in SHARES if seeds.get(kind)]
        self.kind = rng.choices(kinds, [SHARES[kind] for kind in kinds])[0]
        self.file = rng.choice(seeds[self.kind])
        self.steps = list(range(rng.choice([1, 1, 2, 2, 3, 5, 8])))
        ending = ENDINGS.get(self.kind) or self.file.name[self.file.name.rfind("."):]
        if self.kind in FOR_WORKERS and rng.random() < 0.03:
            ending = rng.choice([".pdf", ".html", ".mht", ".md", ".txt", ".docx", ".xlsx", ".ofd", ".png", ""])
        self.name = f"{self.number:06}{ending}"

    def data(self, steps=None):
        steps = self.steps if steps is None else steps
        rng = random.Random(self.key + "/data")
        generators = [random.Random(f"{self.key}/{step}") for step in steps]
        data = self.file.data
        if rng.random() < 0.04:
            data = values.spliced(rng, data, rng.choice(self.seeds[rng.choice([kind for kind in self.seeds if self.seeds[kind]])]).data)
        elif self.kind in ("pdf", "scan"):
            made = damaged_pdf(rng, data, generators)
            if made is not None:
                return made
        damage = DAMAGES.get(self.kind, values.damaged)
        for generator in generators:
            # Doubling again and again would make files that nobody has.
            data = damage(generator, data)[:MOST_BYTES]
        return data


MOST_BYTES = 8 << 20
