package dev.universalapi.testkit.house.innocent.line.first;

import dev.universalapi.testkit.house.innocent.line.second.Second;

record First(Second second) {}
