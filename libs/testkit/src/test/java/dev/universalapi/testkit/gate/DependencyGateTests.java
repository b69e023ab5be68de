package dev.universalapi.testkit.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.universalapi.testkit.house.ProjectModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs the enforcer of the parent POM over guilty modules.
class DependencyGateTests {
    private static final Path TESTKIT =
            ProjectModule.of(DependencyGateTests.class).folder();
    private static final List<Guilty> GUILTY = List.of(
            new Guilty("lombok", "org.projectlombok:lombok:1.18.42", "Records are shorter than Lombok"),
            new Guilty("jackson-2", "com.fasterxml.jackson.core:jackson-databind:2.21.0", "Jackson 3 alone"),
            new Guilty("io-uring", "io.netty:netty-transport-native-io_uring:4.2.18.Final", "io_uring is taken"),
            new Guilty("neighbour", "dev.universalapi:search-service:2.3.0", "What is deployed is nobody's dependency"),
            new Guilty("shipped-testkit", "dev.universalapi:testkit:2.3.0", "testkit is for tests"),
            new Guilty("springy", "org.springframework:spring-core:7.0.0", "tested, in a plain main method"),
            new Guilty("leaning", "dev.universalapi:contracts:2.3.0", "depend on nothing of ours"),
            new Guilty(
                    "divergent",
                    "org.slf4j:slf4j-api:1.7.0 com.tngtech.archunit:archunit:${archunit.version}",
                    "Dependency convergence error for org.slf4j:slf4j-api"));

    /// A module that depends on what it should not, and what the enforcer says to that.
    record Guilty(String name, String dependencies, String reason) {}

    @Test
    void stopsGuiltyModulesAndNoOthers() throws Exception {
        var maven = System.getProperty("maven.home");
        assumeTrue(maven != null, "only where Maven runs the tests");
        var folder = TESTKIT.resolve("target/guilty");
        write(folder, new Guilty("innocent", "org.slf4j:slf4j-api:2.0.0", ""));
        for (var guilty : GUILTY) {
            write(folder, guilty);
        }
        Files.writeString(folder.resolve("pom.xml"), aggregator());

        var run = Command.run(
                folder,
                List.of(
                        Path.of(maven, "bin", "mvn").toString(),
                        "--offline",
                        "--batch-mode",
                        "--fail-at-end",
                        "-Dstyle.color=never",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "validate"));

        assertThat(run.said()).containsPattern("innocent .*SUCCESS");
        assertThat(GUILTY)
                .allSatisfy(guilty ->
                        assertThat(run.said()).contains(guilty.reason()).containsPattern(guilty.name() + " .*FAILURE"));
    }

    private static void write(Path folder, Guilty module) throws IOException {
        Files.createDirectories(folder.resolve(module.name()));
        Files.writeString(folder.resolve(module.name()).resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>dev.universalapi</groupId>
                    <artifactId>universal-api</artifactId>
                    <version>2.3.0</version>
                    <relativePath>../../../../../pom.xml</relativePath>
                  </parent>
                  <artifactId>%s</artifactId>
                  <properties>
                    <may.know.spring>%s</may.know.spring>
                    <may.know.ours>%s</may.know.ours>
                  </properties>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(
                        module.name(),
                        !module.name().equals("springy"),
                        !module.name().equals("leaning"),
                        Stream.of(module.dependencies().split(" ", -1))
                                .map(DependencyGateTests::dependency)
                                .collect(Collectors.joining())));
    }

    private static String aggregator() {
        var modules = GUILTY.stream()
                .map(guilty -> "<module>" + guilty.name() + "</module>")
                .collect(Collectors.joining());
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.universalapi</groupId>
                  <artifactId>guilty</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules><module>innocent</module>%s</modules>
                </project>
                """.formatted(modules);
    }

    private static String dependency(String coordinates) {
        var part = coordinates.split(":", -1);
        return """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <scope>compile</scope>
                </dependency>
                """.formatted((Object[]) part);
    }
}
