/// Requests made of queries: what a provider accepts, what is sent to it, and whether a request is like one of
/// its own.
@NullMarked
package dev.universalapi.engine.request;

import org.jspecify.annotations.NullMarked;
