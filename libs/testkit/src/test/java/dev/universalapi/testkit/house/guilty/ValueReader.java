package dev.universalapi.testkit.house.guilty;

import org.springframework.beans.factory.annotation.Value;

record ValueReader(@Value("${colour}") String colour) {}
