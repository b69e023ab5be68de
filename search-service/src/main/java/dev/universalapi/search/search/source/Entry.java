package dev.universalapi.search.search.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation in `sources.yml`, as written; what the words mean is told at its top.
record Entry(
        @Nullable Lane lane,
        @Nullable String group,
        @Nullable List<String> words,
        When.@Nullable Day day,
        @Nullable Map<String, String> asks,
        @Nullable String kind,
        @Nullable Map<String, String> say,
        @Nullable String list,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        @Nullable String at,
        @Nullable String entity,
        @Nullable String unsafe,
        @Nullable Double weight,
        @Nullable Boolean slow,
        @Nullable Boolean safe) {}
