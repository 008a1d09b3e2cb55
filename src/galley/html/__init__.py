"""What any generator's HTML still lacks: figures, formulas, style, typefaces."""
