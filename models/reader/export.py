"""From a checkpoint to what the package ships: one int8 ONNX file, its settings and vocabulary.

    python export.py [--checkpoint build/checkpoint.pt] [--out build/export]

The graph takes one window (no batch), picks the best class itself wherever nothing else needs the scores, and holds the relation
weights too. Weights are int8, one scale per output channel, in the reduced range that does not saturate on processors without VNNI.
"""

import argparse
import hashlib
import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
import yaml
from batches import load
from network import HEADS, WIDTH, Layer, Network, with_one
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional
from train import BUILD, HERE, carried
from treebanks import Sentence

from testimonia.read.parser.lexicon import INFLECTED, regular_lemmas

OUTPUTS = ("upos", "feats", "rules", "starts", "names", "arcs", "relations", "heads")
OPSET = 17


class JoinedLayer(nn.Module):
    """An encoder layer with query, key and value in one product, which is faster at run time."""

    def __init__(self, layer: Layer) -> None:
        """Join the weights.

        Args:
            layer: The trained layer.
        """
        super().__init__()
        self.layer = layer
        self.joined = nn.Linear(WIDTH, 3 * WIDTH)
        parts = (layer.query, layer.key, layer.value)
        self.joined.weight.data = torch.cat([part.weight.data for part in parts])
        self.joined.bias.data = torch.cat([part.bias.data for part in parts])
        self.joined.weight.data[:WIDTH] /= (WIDTH // HEADS) ** 0.5
        self.joined.bias.data[:WIDTH] /= (WIDTH // HEADS) ** 0.5

    def forward(self, x: Tensor) -> Tensor:
        """Attend and transform one window.

        Args:
            x: Pieces, (pieces, width).
        """
        layer = self.layer
        query, key, value = (part.view(-1, HEADS, WIDTH // HEADS) for part in self.joined(x).split(WIDTH, dim=-1))
        weights = torch.softmax(query.permute(1, 0, 2) @ key.permute(1, 2, 0), -1)
        mixed = (weights @ value.permute(1, 0, 2)).permute(1, 0, 2).reshape(-1, WIDTH)
        x = layer.norm_attention(x + layer.out(mixed))
        return layer.norm_out(x + layer.narrow(functional.gelu(layer.widen(x))))


class Window(nn.Module):
    """The network for one window, as it is shipped."""

    def __init__(self, network: Network) -> None:
        """Take over a trained network.

        Args:
            network: The network, in evaluation mode.
        """
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(JoinedLayer(layer) for layer in network.encoder.layers)
        form = network.label_form.data  # (relations, dependent + 1, head + 1)
        self.relations = nn.Parameter(form.permute(1, 0, 2).reshape(form.shape[1], -1).contiguous())

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Score one window.

        Args:
            pieces: Numbers of the pieces.
            shapes: Number of the outline of each piece's word.
            first: Place of each word's first piece.

        Returns:
            `OUTPUTS` in their order.
        """
        network, encoder = self.network, self.network.encoder
        positions = torch.arange(pieces.shape[0])
        x = encoder.norm(encoder.pieces(pieces) + encoder.positions(positions) + encoder.segments.weight[0] + encoder.shapes(shapes))
        given = [x[first]]
        for layer in self.layers:
            x = layer(x)
            given.append(x[first])

        def mix(mixture: Any) -> Tensor:
            shares = torch.softmax(mixture.weights, 0) * mixture.scale
            return mixture.norm(sum(shares[number] * layer for number, layer in enumerate(given)))

        tags, names, tree = mix(network.for_tags), mix(network.for_names), mix(network.for_tree)
        rooted = torch.cat([network.root[None], tree], 0)
        arc_head = functional.gelu(network.arc_head(rooted))
        arcs = (with_one(functional.gelu(network.arc_dependent(tree))) @ network.arc_form) @ arc_head.transpose(0, 1)
        starts = network.starts(tags)
        return (
            network.upos(tags).argmax(-1),
            network.feats(tags).argmax(-1),
            network.rules(tags).argmax(-1),
            starts[:, 1] - starts[:, 0],
            torch.log_softmax(network.names(functional.gelu(network.names_hidden(names))), -1),
            arcs,
            with_one(functional.gelu(network.label_dependent(tree))) @ self.relations,
            functional.gelu(network.label_head(rooted)),
        )


def to_onnx(window: Window, path: Path) -> None:
    """Write the graph in full precision and check it against torch.

    Args:
        window: The network to write.
        path: The file.
    """
    names = ("pieces", "shapes", "first")
    example = (torch.randint(1000, 3000, (17,)), torch.randint(0, 9, (17,)), torch.arange(1, 12))
    axes: dict[str, dict[int, str]] = {"pieces": {0: "t"}, "shapes": {0: "t"}, "first": {0: "n"}}
    axes |= {name: {0: "n"} for name in OUTPUTS}
    axes["arcs"][1] = axes["heads"][0] = "n1"
    torch.onnx.export(
        window, example, str(path), input_names=names, output_names=OUTPUTS, dynamic_axes=axes, opset_version=OPSET, dynamo=False
    )
    other = (torch.randint(1000, 3000, (40,)), torch.randint(0, 9, (40,)), torch.arange(2, 30))
    session = onnxruntime.InferenceSession(str(path))
    there = session.run(None, {name: value.numpy() for name, value in zip(names, other, strict=True)})
    with torch.no_grad():
        here = window(*other)
    furthest = max(float(np.abs(a.numpy() - b).max()) for a, b in zip(here[3:], there[3:], strict=True))
    if furthest > 1e-3:
        raise SystemExit(f"the exported graph differs from the network by {furthest}")
    print(f"full precision: {path.stat().st_size / 1e6:.1f} MB, differs from torch by at most {furthest:.1e}")


def quantise(full: Path, path: Path) -> None:
    """Write the int8 graph.

    Args:
        full: The graph in full precision.
        path: The file to write.
    """
    prepared = full.with_name("prepared.onnx")
    quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(path),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True},
    )
    graph = onnx.load(str(path))
    del graph.metadata_props[:]
    graph.doc_string = ""
    onnx.save(graph, str(path))
    print(f"int8: {path.stat().st_size / 1e6:.1f} MB")


def write_lemmas(paragraphs: list[list[Sentence]], path: Path) -> None:
    """Write the lemmas of inflected forms as the training treebanks have them, and of irregular forms.

    Args:
        paragraphs: The training paragraphs.
        path: The file: form, part of speech, lemma.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in (sentence for paragraph in paragraphs for sentence in paragraph if sentence["l"] is not None):
        for form, lemma, upos in zip(sentence["w"], sentence["l"], sentence["p"], strict=True):
            if upos in INFLECTED and form.isalpha():
                counts[form.lower(), upos][lemma] += 1
    irregular = yaml.safe_load((HERE / "irregular.yml").read_text(encoding="utf-8"))
    known: dict[tuple[str, str], str] = {}
    for (form, upos), found in counts.items():
        lemma, times = found.most_common(1)[0]
        # A form that is its own lemma is kept where a rule might cut it; a lemma in the minority is an error or a matter of context.
        inflected = lemma != form or regular_lemmas(form)
        if inflected and times > sum(found.values()) / 2 and lemma.isalpha():
            known[form, upos] = lemma
    known |= {(form, upos): lemma for upos, lemmas in irregular.items() for lemma, forms in lemmas.items() for form in forms}
    lines = [f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(known.items())]
    path.write_text("".join(lines), encoding="utf-8")
    print(f"lemmas: {len(lines)}, {path.stat().st_size / 1e3:.0f} kB")


def main() -> None:
    """Export the checkpoint."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, default=BUILD / "checkpoint.pt")
    arguments.add_argument("--out", type=Path, default=BUILD / "export")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    state = torch.load(options.checkpoint, map_location="cpu")
    network = Network(state["classes"], yaml.safe_load((HERE / "config.yaml").read_text(encoding="utf-8"))["network"])
    network.load_state_dict(state["network"])
    window = Window(network.eval()).eval()
    full, model = BUILD / "full.onnx", options.out / "reader.onnx"
    to_onnx(window, full)
    quantise(full, model)
    fingerprint = hashlib.sha256(model.read_bytes()).hexdigest()
    settings = {"sha256": fingerprint, "epochs": state["epochs"], "classes": state["classes"]}
    text = json.dumps(settings, ensure_ascii=False, indent=1) + "\n"
    (options.out / "reader.json").write_text(text, encoding="utf-8")
    shutil.copy(carried("vocab.txt"), options.out / "vocab.txt")
    write_lemmas([p for name in ("ewt", "gum") for p in load(BUILD / "data" / f"{name}-train.jsonl")], options.out / "lemmas.tsv")


if __name__ == "__main__":
    main()
