"""Speed and memory, measured in one run and compared as ratios."""
