"""The transformer block, with torch.nn as the oracle."""

import torch
from torch import nn
from torch.testing import assert_close

from mygpt.block import Block, FeedForward

C = 12


def test_block_is_a_torch_encoder_layer() -> None:
    """With the same weights, pre-norm and a causal mask."""
    torch.manual_seed(0)
    ours = Block(C, heads=3, context=10)
    oracle = nn.TransformerEncoderLayer(
        C, 3, 4 * C, 0.0, "gelu", batch_first=True, norm_first=True
    )
    attention = ours.attention
    parts = [attention.query.weight, attention.key.weight, attention.value.weight]
    with torch.no_grad():
        for norm in (ours.norm_1, ours.norm_2):  # not the identity they start as
            nn.init.normal_(norm.weight)
            nn.init.normal_(norm.bias)
        oracle.self_attn.in_proj_weight.copy_(torch.cat(parts))
        oracle.self_attn.in_proj_bias.zero_()
        oracle.self_attn.out_proj.weight.copy_(attention.proj.weight)
        oracle.self_attn.out_proj.bias.zero_()
    oracle.linear1.load_state_dict(ours.feed_forward.widen.state_dict())
    oracle.linear2.load_state_dict(ours.feed_forward.narrow.state_dict())
    oracle.norm1.load_state_dict(ours.norm_1.state_dict())
    oracle.norm2.load_state_dict(ours.norm_2.state_dict())
    x = torch.randn(2, 7, C)
    mask = nn.Transformer.generate_square_subsequent_mask(7)

    assert_close(oracle(x, src_mask=mask, is_causal=True), ours(x))


def test_layer_norm_is_the_formula() -> None:
    """The norm of the block: minus the mean, over the population's deviation."""
    x = torch.randn(2, 7, C, generator=torch.Generator().manual_seed(0))
    mean, variance = x.mean(-1, keepdim=True), x.var(-1, keepdim=True, unbiased=False)

    assert_close((x - mean) / (variance + 1e-5).sqrt(), Block(C, 3, 10).norm_1(x))


def test_feed_forward_treats_each_token_alone() -> None:
    torch.manual_seed(0)
    feed_forward, x = FeedForward(C), torch.randn(2, 7, C)

    assert_close(feed_forward(x[:, 3:4]), feed_forward(x)[:, 3:4])


def test_a_block_has_twelve_squares_and_nine_rows_of_parameters() -> None:
    """Attention 4 C², feed-forward 8 C² + 5 C, two norms 4 C."""
    count = sum(parameter.numel() for parameter in Block(C, 3, 10).parameters())

    assert count == 12 * C**2 + 9 * C
