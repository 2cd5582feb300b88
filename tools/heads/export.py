"""A trained network as files that the bot reads: ONNX with weights of eight bits, its pieces, its outputs."""

from __future__ import annotations

import json
import logging
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from tools.heads.base import Base
from tools.heads.network import Network

TRAINED = Path("bot/hear/heads/trained")
OF_MEANING = ("/network/layers.8/last_norm/LayerNormalization_output_0", "/network/Div_output_0")
"""What the network makes of each piece half way and in the end: from these it is read what a question is about."""


class _Scores(nn.Module):
    """Scores from 0 to 1 in the place of logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        logits = self.network(ids, mask)
        return logits.text.sigmoid(), logits.pieces.sigmoid(), logits.names.softmax(-1)


def export(network: Network, base: Base, kept: list[int], outputs: list[str], where: Path = TRAINED) -> None:
    """Write all files."""
    where.mkdir(exist_ok=True, parents=True)
    export_network(network, where)
    lines = (f"{base.pieces[one]}\t{base.likely[one]:.3f}\n" for one in kept)
    (where / "pieces.tsv").write_text("".join(lines), encoding="utf-8")
    numbers = {old: new for new, old in enumerate(kept)}
    marks = {name: numbers[base.marks[name]] for name in ("first", "last", "unknown")}
    about = {"labels": outputs, "marks": marks, "written": base.written}
    (where / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=0), encoding="utf-8")


def export_network(network: Network, where: Path = TRAINED) -> None:
    """Write the network alone.

    The weights are bytes without a sign: signed ones run over where a processor adds them up in pairs of sixteen bits
    (AVX2), and the same text would be heard otherwise there.
    """
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Scores(network),
            (torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12)),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["text", "pieces", "names"],
            dynamic_axes={name: {0: "rows", 1: "length"} for name in ("ids", "mask", "pieces", "names")},
            opset_version=17,
            dynamo=False,
        )
        logging.getLogger().setLevel(logging.ERROR)
        quantize_dynamic(plain, where / "heads.onnx", weight_type=QuantType.QUInt8, per_channel=True)
        show_layers(where / "heads.onnx")


def show_layers(file: Path) -> None:
    """Make OF_MEANING outputs of a network that was written before."""
    model = onnx.load(file)
    floats = onnx.TensorProto.FLOAT
    model.graph.output.extend(onnx.helper.make_tensor_value_info(name, floats, None) for name in OF_MEANING)
    onnx.save(model, file)
