package dev.universalapi.testkit.house.guilty;

import dev.universalapi.testkit.house.SystemDatabase;

record Overseer(SystemDatabase database) {}
