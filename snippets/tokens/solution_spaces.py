"""Two ways to cut a text into words; one of them forgets."""

# %% spaces
text = "One, two!\nOne,  two!"
print(text.split())
print(text.split(" "))
print(" ".join(text.split()) == text, " ".join(text.split(" ")) == text)

# %% claim: only-one-comes-back
import random

assert " ".join(text.split()) != text
_chance = random.Random(0)
for _ in range(2000):
    _text = "".join(_chance.choices("ab \n", k=_chance.randrange(12)))
    assert " ".join(_text.split(" ")) == _text
