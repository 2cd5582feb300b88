"""The weights of a listener that was trained before, read back from its file, to train it further."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from tools.heads.network import Network

NODE, MULTIPLIES = "/network/", ("MatMul_quant", "Gemm_MatMul_quant")


def restore(network: Network, file: Path) -> None:
    """Give a network the weights of a file of `tools.heads.export`; what has another form there stays as it is."""
    found = dict(_weights(onnx.load(file)))
    state = network.state_dict()
    fitting = {name: one for name, one in found.items() if name in state and one.shape == state[name].shape}
    network.load_state_dict({**state, **fitting})


def _weights(model: onnx.ModelProto) -> list[tuple[str, torch.Tensor]]:
    written = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in model.graph.initializer}
    found = [(name.removeprefix("network."), one) for name, one in written.items() if one.is_floating_point()]
    words = "network.words.weight"
    found.append(("words.weight", _plain(written, words) * written[f"{words}_scale"]))
    for node in model.graph.node:
        part, _, kind = node.name.removeprefix(NODE).rpartition("/")
        if node.op_type == "MatMulInteger" and kind in MULTIPLIES:
            name = node.input[1].removesuffix("_quantized")
            found.append((f"{_place(part)}.weight", (_plain(written, name) * written[f"{name}_scale"]).T))
    return found


def _place(node: str) -> str:
    """The part of the network that a node stands for: what is within another says so twice, "of_name/of_name.0"."""
    outer, _, inner = node.partition("/")
    return inner if inner.startswith(f"{outer}.") else node.replace("/", ".")


def _plain(written: dict[str, torch.Tensor], name: str) -> torch.Tensor:
    return written[f"{name}_quantized"].float() - written[f"{name}_zero_point"].float()
