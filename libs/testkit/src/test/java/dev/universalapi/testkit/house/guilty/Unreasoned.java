package dev.universalapi.testkit.house.guilty;

import dev.universalapi.testkit.house.Allowed;

@Allowed(rule = "no-sleep", because = "")
record Unreasoned() {}
