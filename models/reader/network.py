"""The reader's network: one encoder, and a head for each thing it says about a word.

Word pieces -> six layers of MiniLM, with a vector for the word's outline added at the input -> the first piece of each word ->
three learned mixtures of the layers (tags, names, tree) -> part of speech, features, lemma rule, sentence start, name tag, and a
biaffine scorer for heads and one for relations.
"""

import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

PIECES, POSITIONS, WIDTH, LAYERS, HEADS, INNER = 30522, 512, 384, 6, 12, 1536  # all-MiniLM-L6-v2
ENCODER_DROPOUT = 0.1
MASKED = -1e4


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor, bias: Tensor, explicit: bool) -> Tensor:
        """Attend and transform.

        Args:
            x: Pieces, (batch, pieces, width).
            bias: Added to the attention scores: 0 for a piece, very low for padding.
            explicit: Spell attention out, as export needs; else the fused kernel.
        """
        batch, length, _ = x.shape
        query, key, value = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        if explicit:
            mixed = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + bias, -1) @ value
        else:
            rate = ENCODER_DROPOUT if self.training else 0.0
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype), dropout_p=rate)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + functional.dropout(self.out(mixed), ENCODER_DROPOUT, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.norm_out(x + functional.dropout(inner, ENCODER_DROPOUT, self.training))


class Encoder(nn.Module):
    """The MiniLM encoder with a table of outlines beside its table of pieces."""

    def __init__(self, shapes: int) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def load(self, path: Path) -> None:
        """Take over the pre-trained weights.

        Args:
            path: model.safetensors of all-MiniLM-L6-v2.
        """
        from safetensors.torch import load_file

        weights = load_file(path)
        for table, name in ((self.pieces, "word"), (self.positions, "position"), (self.segments, "token_type")):
            table.weight.data.copy_(weights[f"embeddings.{name}_embeddings.weight"])
        parts = {"": self.norm}
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm_attention": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "norm_out": "output.LayerNorm",
        }
        parts = {"embeddings.LayerNorm": self.norm}
        for number, layer in enumerate(self.layers):
            parts |= {f"encoder.layer.{number}.{theirs}": getattr(layer, ours) for ours, theirs in names.items()}
        for name, module in parts.items():
            module.weight.data.copy_(weights[name + ".weight"])
            module.bias.data.copy_(weights[name + ".bias"])

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, explicit: bool) -> list[Tensor]:
        """Run all layers and keep what each gives.

        Args:
            pieces: Numbers of the pieces, (batch, pieces).
            shapes: Number of the outline of each piece's word.
            mask: 1 for a piece, 0 for padding.
            explicit: See `Layer.forward`.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places) + self.segments.weight[0] + self.shapes(shapes)
        x = functional.dropout(self.norm(x), ENCODER_DROPOUT, self.training)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * MASKED
        given = [x]
        for layer in self.layers:
            x = layer(x, bias, explicit)
            given.append(x)
        return given


class Mixture(nn.Module):
    """A learned mean of the layers, normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * LAYERS + [1.0]))
        self.scale = nn.Parameter(torch.ones(()))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, layers: list[Tensor], first: Tensor) -> Tensor:
        """Mix, and keep the first piece of every word.

        Args:
            layers: What each layer gave.
            first: Place of each word's first piece, (batch, words).
        """
        shares = torch.softmax(self.weights, 0)
        x = self.scale * sum(shares[number] * layer for number, layer in enumerate(layers))
        return self.norm(torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH)))


def with_one(x: Tensor) -> Tensor:
    """Append a one to every vector, so that a bilinear form has its linear part.

    Args:
        x: Vectors in the last dimension.
    """
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """The whole reader."""

    OUTPUTS = ("upos", "feats", "rules", "starts", "names", "arcs", "dependents", "heads")

    def __init__(self, classes: dict[str, list[str]], sizes: dict[str, Any]) -> None:
        """Build it.

        Args:
            classes: The classes of each head, and the outlines: "upos", "feats", "rules", "deps", "names", "shapes".
            sizes: The "network" part of config.yaml.
        """
        super().__init__()
        self.encoder = Encoder(len(classes["shapes"]) + 1)
        self.for_tags, self.for_names, self.for_tree = Mixture(), Mixture(), Mixture()
        self.upos, self.feats, self.rules = (nn.Linear(WIDTH, len(classes[k])) for k in ("upos", "feats", "rules"))
        self.starts = nn.Linear(WIDTH, 2)
        self.names_hidden, self.names = nn.Linear(WIDTH, sizes["names"]), nn.Linear(sizes["names"], len(classes["names"]))
        arc, label = sizes["arc"], sizes["label"]
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, arc), nn.Linear(WIDTH, arc)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, label), nn.Linear(WIDTH, label)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_form = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.label_form = nn.Parameter(torch.randn(len(classes["deps"]), label + 1, label + 1) * 0.02)
        self.rate = sizes["dropout"]

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.rate, self.training)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, explicit: bool = False) -> dict[str, Tensor]:
        """Score everything for a batch of windows.

        Args:
            pieces: Numbers of the pieces, (batch, pieces).
            shapes: Number of the outline of each piece's word.
            mask: 1 for a piece, 0 for padding.
            first: Place of each word's first piece, (batch, words).
            explicit: Spell attention out, for export.

        Returns:
            Scores by name; "arcs" is (batch, words, 1 + words) with the root in column 0; "dependents" and "heads" go to `label`.
        """
        layers = self.encoder(pieces, shapes, mask, explicit)
        tags, names, tree = (self._drop(mix(layers, first)) for mix in (self.for_tags, self.for_names, self.for_tree))
        rooted = torch.cat([self.root.expand(tree.shape[0], 1, -1), tree], 1)

        def act(x: Tensor) -> Tensor:
            return self._drop(functional.gelu(x))

        arcs = (with_one(act(self.arc_dependent(tree))) @ self.arc_form) @ act(self.arc_head(rooted)).transpose(1, 2)
        return {
            "upos": self.upos(tags),
            "feats": self.feats(tags),
            "rules": self.rules(tags),
            "starts": self.starts(tags),
            "names": self.names(act(self.names_hidden(names))),
            "arcs": arcs,
            "dependents": act(self.label_dependent(tree)),
            "heads": act(self.label_head(rooted)),
        }

    def label(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relations between chosen pairs.

        Args:
            dependents: One vector a word, (words, label).
            heads: The vector of each word's head, (words, label).

        Returns:
            (words, relations).
        """
        return torch.einsum("ni,lij,nj->nl", with_one(dependents), self.label_form, with_one(heads))
