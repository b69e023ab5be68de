/// Stands in for the outside world: every provider of the catalogue at one loopback address, with faults on
/// demand.
@NullMarked
package dev.universalapi.sandbox;

import org.jspecify.annotations.NullMarked;
