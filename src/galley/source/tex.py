"""What is the value of a formula of numbers? Pure."""

import math
import re

_TOKEN = re.compile(r"\d+(?:\\,\d{3}(?!\d))*(?:\.\d+)?|\\[a-zA-Z]+|\S")
_BLANK = re.compile(
    r"\\(?:left|right|[bB]igg?[lr]?)(?![a-zA-Z])|\\[;:! ]|\\,(?!\d{3}(?!\d))|&|~"
)
_FUNCTIONS = {
    "sqrt": math.sqrt,
    "ln": math.log,
    "exp": math.exp,
    "tanh": math.tanh,
    "sin": math.sin,
    "cos": math.cos,
}


class NotArithmeticError(ValueError):
    """There is a letter, or something that cannot be computed."""


def tokens(tex: str) -> list[str]:
    """Cut a formula into numbers, commands and signs."""
    return _TOKEN.findall(_BLANK.sub(" ", tex))


def value(tokens: list[str]) -> float:
    """Compute what holds numbers only.

    Raises:
        NotArithmeticError: It holds something else.
        ArithmeticError: It has no value.
    """
    parser = _Parser(tokens)
    result = parser.sum()
    if parser.next:
        raise NotArithmeticError
    return result


class _Parser:
    """Reads a sum of products of powers."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    @property
    def next(self) -> str:
        return self.tokens[-1] if self.tokens else ""

    def take(self, *wanted: str) -> str:
        if self.next and self.next in wanted:
            return self.tokens.pop()
        return ""

    def expect(self, token: str) -> None:
        if not self.take(token):
            raise NotArithmeticError

    def sum(self) -> float:
        sign = self.take("-", "+")
        value = -self.product() if sign == "-" else self.product()
        while sign := self.take("+", "-"):
            value += self.product() if sign == "+" else -self.product()
        return value

    def product(self) -> float:
        value = self.power()
        while True:
            if self.take("\\cdot", "\\times", "*"):
                value *= self.power()
            elif self.take("/"):
                value /= self.power()
            elif self.next == "(" or self.next.startswith("\\"):
                value *= self.power()
            else:
                return value

    def power(self) -> float:
        base = self.atom()
        if self.take("^"):
            exponent = self.argument()
            if isinstance(value := base**exponent, complex):
                raise NotArithmeticError
            return float(value)
        return base

    def atom(self) -> float:
        token = self.tokens.pop() if self.tokens else ""
        if token[:1].isdigit():
            return float(token.replace("\\,", ""))
        if token in ("(", "{"):
            return self.until(")" if token == "(" else "}")
        if token in ("|", "\\lvert"):
            return abs(self.until("|" if token == "|" else "\\rvert"))
        if token in ("\\frac", "\\tfrac", "\\dfrac"):
            return self.argument() / self.argument()
        if token == "\\pi":
            return math.pi
        if token == "e" and self.next == "^":
            return math.e
        if function := _FUNCTIONS.get(token.removeprefix("\\")):
            return function(self.argument() if token == "\\sqrt" else self.power())
        raise NotArithmeticError

    def until(self, close: str) -> float:
        value = self.sum()
        self.expect(close)
        return value

    def argument(self) -> float:
        """Read what stands in braces, or one digit."""
        if self.take("{"):
            return self.until("}")
        if self.next[:1].isdigit() and len(self.next) > 1:
            digits = self.tokens.pop()
            self.tokens.append(digits[1:])
            return float(digits[0])
        return self.atom()
