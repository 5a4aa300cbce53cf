"""From the model to the output formats of the benchmarks: what a corpus counts otherwise lives here."""
