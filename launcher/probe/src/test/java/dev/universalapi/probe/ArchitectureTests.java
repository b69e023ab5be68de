package dev.universalapi.probe;

import dev.universalapi.testkit.house.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {
    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return HouseRules.of(ArchitectureTests.class);
    }
}
