"""Page + results → Markdown, notebooks, pages of the record. Pure."""
