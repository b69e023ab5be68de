package dev.universalapi.testkit.house.guilty;

record RequestHandler() {}
