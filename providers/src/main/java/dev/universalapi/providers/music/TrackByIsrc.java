package dev.universalapi.providers.music;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// One recording, by the code that all know it by.
@Operation(path = "music/get", summary = "A recording by its ISRC")
public record TrackByIsrc(
        @About("its International Standard Recording Code, without hyphens")
        @Trimmed
        @Matches("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}")
        @Example("GBCEL1300362")
        String isrc)
        implements Query<Track> {}
