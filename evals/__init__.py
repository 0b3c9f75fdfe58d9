"""Measuring what the reader understands, on gold that was annotated before the reader saw it."""
