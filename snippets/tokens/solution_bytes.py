"""A vocabulary of 256 tokens in which every text can be written."""

# %% bytes
text = "Only 2 €, naïve!"
ids = list(text.encode("utf-8"))
print(len(text), "characters,", len(ids), "bytes")
print(ids)
print(bytes(ids).decode("utf-8"))

# %% claim: every-text
assert bytes(ids).decode("utf-8") == text
assert all(0 <= i < 256 for i in ids)
assert len(ids) == len(text) + 3 == 19  # two more for the euro, one for the ï
_everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
assert bytes(_everything.encode("utf-8")).decode("utf-8") == _everything
