package dev.universalapi.testkit.house.guilty.cycle.hen;

import dev.universalapi.testkit.house.guilty.cycle.egg.Egg;

public record Hen(Egg egg) {}
