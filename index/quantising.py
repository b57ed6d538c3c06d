"""A small BERT in torch -> the same model as 8-bit ONNX, for those of our models that ship."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn


class _Bytes(nn.Module):
    """An embedding table kept in 8 bits, with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Any:
        """The rows of the ids."""
        return self.rows[ids].float() * self.scale[ids]  # type: ignore[index]


class _Attention(nn.Module):
    """The attention of one layer as onnxruntime's single step for it: the same scores in a tenth less time."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.heads = layer.num_attention_heads
        self.weight = nn.Parameter(torch.cat([part.weight.data for part in parts]).T.contiguous())
        self.bias = nn.Parameter(torch.cat([part.bias.data for part in parts]))

    def forward(self, states: Tensor, *_: Any, **__: Any) -> tuple[Tensor, None]:
        """The states after attention, and no probabilities; masks are left out, as nothing is padded."""
        inputs = (states, self.weight, self.bias)
        heads = {"num_heads": self.heads}
        operator = "com.microsoft::Attention"
        attended = torch.onnx.ops.symbolic(operator, inputs, heads, dtype=states.dtype, shape=states.shape, version=1)
        return attended, None


def export(module: nn.Module, path: Path, inputs: dict[str, Tensor], outputs: Sequence[str], longest: int) -> None:
    """Write a module with a BERT in it as 8-bit ONNX: token ids (texts, tokens) in, whatever it returns out.

    `inputs` are examples by name, all of one shape. Nothing is padded: texts in a batch must be of one length, at most
    `longest` tokens. The BERT is changed on the way and of no more use afterwards.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import BertModel

    bert: Any = next(part for part in module.modules() if isinstance(part, BertModel))
    bert.embeddings.word_embeddings = _Bytes(bert.embeddings.word_embeddings.weight.data)
    for layer in bert.encoder.layer:
        layer.attention.self = _Attention(layer.attention.self)
    shape = {0: torch.export.Dim("texts", min=1), 1: torch.export.Dim("tokens", min=4, max=longest)}
    precise = path.with_suffix(".precise.onnx")
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(precise),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_shapes=tuple(shape for _ in inputs),
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    graph = onnx.load(precise)
    # The shapes the exporter noted don't hold for the quantised graph, and its notes name folders of this machine.
    del graph.graph.value_info[:]
    for node in graph.graph.node:
        del node.metadata_props[:]
    onnx.save(graph, precise)
    quantize_dynamic(
        precise,
        path,
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        # What onnxruntime's own attention gives is not known to onnx.
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    precise.unlink()
