package dev.universalapi.testkit.house.innocent.line.second;

public record Second() {}
