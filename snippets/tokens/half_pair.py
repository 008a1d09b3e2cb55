"""Half of a surrogate pair is no character, and has no bytes."""

# %% half raises UnicodeEncodeError: surrogates not allowed
half = chr(0xD800)
print(len(half))
half.encode("utf-8")
