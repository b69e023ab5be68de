package dev.universalapi.configserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.cloud.config.environment.Environment;
import org.springframework.cloud.config.server.environment.EnvironmentRepository;
import org.springframework.cloud.config.server.environment.FailedToConstructEnvironmentException;
import org.springframework.cloud.config.server.environment.NativeEnvironmentRepository;
import org.springframework.cloud.config.server.environment.SearchPathLocator;
import org.springframework.core.io.FileSystemResource;

/// The shipped files under the operator's folder: reads both at each request, and names the file that can't be
/// read.
final class OverlaidSettings implements EnvironmentRepository, SearchPathLocator {

    private static final Logger log = LoggerFactory.getLogger(OverlaidSettings.class);

    private final NativeEnvironmentRepository files;
    private final @Nullable Path overlay;
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    OverlaidSettings(NativeEnvironmentRepository files, @Nullable Path overlay) {
        this.files = files;
        this.overlay = overlay;
    }

    @Override
    public Environment findOne(String application, @Nullable String profile, @Nullable String label) {
        return findOne(application, profile, label, false);
    }

    @Override
    public Environment findOne(
            String application, @Nullable String profile, @Nullable String label, boolean includeOrigin) {
        try {
            Environment found = files.findOne(application, profile, label, includeOrigin);
            if (faults.remove(application) != null) {
                log.atInfo().addKeyValue("application", application).log("settings can be read again");
            }
            return found;
        } catch (FailedToConstructEnvironmentException e) {
            String fault = fault(application).orElse(String.valueOf(e.getMessage()));
            if (!fault.equals(faults.put(application, fault))) {
                log.atWarn().addKeyValue("application", application).log(fault);
            }
            throw new FailedToConstructEnvironmentException(fault);
        }
    }

    @Override
    public Locations getLocations(String application, String profile, String label) {
        return files.getLocations(application, profile, label);
    }

    private Optional<String> fault(String application) {
        if (overlay == null) {
            return Optional.empty();
        }
        return Stream.of("application.yml", "application.yaml", application + ".yml", application + ".yaml")
                .map(overlay::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> unreadable(file).stream())
                .findFirst();
    }

    private static Optional<String> unreadable(Path file) {
        try {
            new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " | ");
            return Optional.of("%s can't be read as settings, so clients keep their old ones: %s".formatted(file, why));
        }
    }
}
