"""The reference central inventory: takes in the tills' journals, sends catalogue, people and stock down, knows every till."""
