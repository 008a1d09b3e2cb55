"""Interactive figures: the recorded frames of a run, drawn at build time."""
