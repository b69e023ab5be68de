package dev.universalapi.testkit.house.guilty;

import dev.universalapi.testkit.house.innocent.line.second.Second;

record Stray(Second[] seconds) {}
