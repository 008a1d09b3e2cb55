"""A package that pages quote."""


class Square:
    """Four equal sides."""

    side = 2

    @property
    def area(self):
        return self.side**2
