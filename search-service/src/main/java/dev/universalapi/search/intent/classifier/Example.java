package dev.universalapi.search.intent.classifier;

/// A text whose label is known.
public record Example(Reading reading, String label) {}
