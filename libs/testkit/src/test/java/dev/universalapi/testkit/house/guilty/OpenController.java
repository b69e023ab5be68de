package dev.universalapi.testkit.house.guilty;

public record OpenController() {}
