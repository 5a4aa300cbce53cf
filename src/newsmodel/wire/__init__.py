"""From a message to a `Dispatch`: the text untouched, its zones as spans, and what the wire says about it."""
