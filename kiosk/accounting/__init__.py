"""The books of a company, made from the signed journals of its tills and from nothing else."""
