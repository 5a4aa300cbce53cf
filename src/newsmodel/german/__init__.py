"""Everything German: word lists and tables (`data/`), and the bundled pipeline."""
