package dev.universalapi.testkit.house;

/// Stands for platform's, which testkit cannot see.
public record SystemDatabase(String url) {}
