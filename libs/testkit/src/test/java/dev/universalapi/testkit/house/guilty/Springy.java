package dev.universalapi.testkit.house.guilty;

import org.springframework.stereotype.Component;

@Component
record Springy() {}
