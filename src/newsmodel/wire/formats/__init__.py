"""One module a wire format, each with a reader from a `Payload` to a `Dispatch`."""
