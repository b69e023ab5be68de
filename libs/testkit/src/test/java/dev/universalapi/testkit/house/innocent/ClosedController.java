package dev.universalapi.testkit.house.innocent;

record ClosedController() {}
