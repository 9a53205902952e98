"""Archives and exports of the fiscal records (FIS-10, FIS-11): open files that a stranger verifies with Python alone."""
