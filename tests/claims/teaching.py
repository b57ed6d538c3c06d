"""Lessons -> a model that has learned them: how both models that read articles for claims are taught."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from index.encoder import default_model_folder

L = TypeVar("L")

LAYERS = 3
"""Of the encoder's six, with which the models do little better and take twice as long."""
WARM_UP = 0.1
"""The share of the training in which the learning rate rises; then it falls to nothing."""
TOLD = 100
"""Steps after which the loss is printed."""


def first_layers() -> Any:
    """The first layers of all-MiniLM-L6-v2, whose table of words stays as it is."""
    from transformers import AutoModel

    # The fused attention of torch is twice as slow to train with on a CPU.
    bert = AutoModel.from_pretrained(default_model_folder(), attn_implementation="eager", add_pooling_layer=False)
    bert.encoder.layer = bert.encoder.layer[:LAYERS]
    bert.embeddings.word_embeddings.requires_grad_(False)
    return bert


def teach(
    model: nn.Module, batches: Sequence[L], loss_of: Callable[[L], Tensor], rates: tuple[float, float]
) -> dict[str, Tensor]:
    """The weights of a model taught the batches in order; `rates` are the encoder's learning rate and that of all else.

    The encoder is the model's part called `bert`.
    """
    old = [p for name, p in model.named_parameters() if name.startswith("bert") and p.requires_grad]
    new = [p for name, p in model.named_parameters() if not name.startswith("bert")]
    groups = [{"params": params, "lr": rate} for params, rate in zip((old, new), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total, started = 0.0, time.time()
    model.train()
    for step, batch in enumerate(batches, start=1):
        share = step / len(batches)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(share / WARM_UP, (1 - share) / (1 - WARM_UP))
        loss = loss_of(batch)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        total += float(loss.detach())
        if step % TOLD == 0:
            print(f"{step}/{len(batches)} loss {total / TOLD:.3f} {time.time() - started:.0f} s", flush=True)
            total = 0.0
    return model.state_dict()


def options_of(module: str, about: str | None) -> argparse.Namespace:
    """What a teacher is told at the command line: the `part` to learn from and the folder `out` to write to."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=about)
    parser.add_argument("--part", default="building", help="the annotated file to learn from")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def whole_texts() -> Tokenizer:
    """The encoder's tokenizer, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(default_model_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
