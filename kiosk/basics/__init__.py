"""Money, time, identity, results and workers: the words everything else is written in. Standard library only."""
