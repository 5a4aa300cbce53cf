"""From an annotated Doc to objects of the model: one package for each class."""
