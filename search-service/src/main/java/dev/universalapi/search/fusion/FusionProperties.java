package dev.universalapi.search.fusion;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How what sources found becomes one list.
///
/// @param meanings whether a model of language is loaded, which takes a second of a processor and about 100 MB; without
/// it search goes by words
/// @param vectors how many texts' meanings are kept, at half a kilobyte each
@ConfigurationProperties("universal.search.fusion")
record FusionProperties(
        @DefaultValue("true") boolean meanings,
        @DefaultValue("10000") int vectors) {}
