"""The record: the store of all readings, and what follows from them together."""
