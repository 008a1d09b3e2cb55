"""Parts of pages that the book writes itself: goals, glossary, messages, record."""
