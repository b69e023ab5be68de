/// The description of a host's HTTP for people and generators, made at build time.
@NullMarked
package dev.universalapi.host.openapi;

import org.jspecify.annotations.NullMarked;
