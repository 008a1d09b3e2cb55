"""Two ways to cut a text into words; one of them forgets."""

# %% spaces
text = "One, two!\nOne,  two!"
print(text.split())
print(text.split(" "))
print(" ".join(text.split()) == text, " ".join(text.split(" ")) == text)

# %% ours
from mygpt.tokenizer import Tokenizer

words = Tokenizer(("One,", "two!"), separator=" ")
print(words.decode(words.encode("two! One,")))
try:
    words.encode("One,  two!")
except ValueError as error:
    print(error)

# %% claim: only-one-comes-back
import random

assert " ".join(text.split()) == "One, two! One, two!" != text
assert text.split(" ") == ["One,", "two!\nOne,", "", "two!"]
_chance = random.Random(0)
for _ in range(2000):
    _text = "".join(_chance.choices("ab \n", k=_chance.randrange(12)))
    assert " ".join(_text.split(" ")) == _text

# %% claim: comes-back-or-is-refused
_ours = [Tokenizer(("a", "b"), " "), Tokenizer(("a", "", "b", "a\nb"), " ")]
_back = [0, 0]
for _ in range(2000):
    _text = "".join(_chance.choices("ab  \n", k=_chance.randrange(9)))
    for _which, _tokenizer in enumerate(_ours):
        try:
            _ids = _tokenizer.encode(_text)
        except ValueError:
            continue  # refused, and not lost
        assert _tokenizer.decode(_ids) == _text, _text
        _back[_which] += len(_text) > 1
assert 10 < _back[0] < _back[1] < 2000, _back  # the empty token says more
assert _ours[1].encode("a  b").tolist() == [0, 1, 2]
assert _ours[1].encode("a\nb").tolist() == [3]
