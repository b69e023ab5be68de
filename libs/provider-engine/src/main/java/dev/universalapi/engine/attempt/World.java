package dev.universalapi.engine.attempt;

import dev.universalapi.egress.Egress;
import java.time.InstantSource;

/// What calls go out into.
///
/// @param sandbox whether it is the sandbox, whose own headers are then believed
public record World(Egress egress, InstantSource clock, boolean sandbox) {}
