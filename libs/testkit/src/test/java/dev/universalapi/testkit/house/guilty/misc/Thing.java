package dev.universalapi.testkit.house.guilty.misc;

record Thing() {}
