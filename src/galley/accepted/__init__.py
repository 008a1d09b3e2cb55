"""The text that stands in git for a result: written, compared, accepted."""
