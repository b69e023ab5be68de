package dev.universalapi.testkit.house.guilty.cycle.egg;

import dev.universalapi.testkit.house.guilty.cycle.hen.Hen;
import org.jspecify.annotations.Nullable;

public record Egg(@Nullable Hen hen) {}
