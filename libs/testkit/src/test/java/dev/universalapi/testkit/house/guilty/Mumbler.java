package dev.universalapi.testkit.house.guilty;

import dev.universalapi.testkit.house.AcrossTenants;
import dev.universalapi.testkit.house.SystemDatabase;

@AcrossTenants(because = "it must")
record Mumbler(SystemDatabase database) {}
