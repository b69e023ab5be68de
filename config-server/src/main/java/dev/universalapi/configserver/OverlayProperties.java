package dev.universalapi.configserver;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where settings come from besides the shipped files.
///
/// @param overlay folder of YAML files named as the shipped ones (`application.yml`, `gateway.yml`, ...); what
///   they say wins,
///     and a changed file is seen at once; may be missing
@ConfigurationProperties("universal.config")
record OverlayProperties(@Nullable Path overlay) {}
