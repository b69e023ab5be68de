package dev.universalapi.search.intent.classifier;

/// A label and how likely it is, 0 to 1.
public record Guess(String label, double probability) {}
