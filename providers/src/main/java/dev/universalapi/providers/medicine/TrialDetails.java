package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// One clinical trial by its number in the registry of the United States, where most of the world registers.
@Operation(path = "medicine/trial", summary = "A clinical trial by its registry number")
public record TrialDetails(
        @About("its NCT number") @Trimmed @Matches("NCT[0-9]{8}") @Example("NCT02576665")
        String id) implements Query<Trial> {}
