"""The recipe of the bundled German pipeline: data in, trained and quantised weights out."""
