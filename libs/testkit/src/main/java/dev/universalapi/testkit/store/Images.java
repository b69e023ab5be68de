package dev.universalapi.testkit.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/// Stores of images instead of Maven artifacts, asked for with `-Duniversal.stores=images`.
public final class Images {
    static final String POSTGRES = "postgres:18";
    static final String KAFKA = "apache/kafka:4.2.1";

    private Images() {}

    /// Whether this run is one over images.
    public static boolean areWanted() {
        return "images".equals(System.getProperty("universal.stores"));
    }

    /// Testcontainers is asked only where something may answer; it logs at length where nothing does.
    private static boolean canRun() {
        var mayAnswer = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayAnswer && DockerClientFactory.instance().isDockerAvailable();
    }

    /// Skips tests over images where no Docker engine answers, and says which.
    static final class Condition implements ExecutionCondition {
        private static final Logger LOG = System.getLogger(Condition.class.getName());

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!areWanted() || canRun()) {
                return ConditionEvaluationResult.enabled("its stores can run");
            }
            var skipped =
                    "SKIPPED over images of its stores, because no Docker engine answers: " + context.getDisplayName();
            if (context.getTestMethod().isEmpty()) {
                LOG.log(Level.WARNING, skipped);
            }
            return ConditionEvaluationResult.disabled(skipped);
        }
    }
}
