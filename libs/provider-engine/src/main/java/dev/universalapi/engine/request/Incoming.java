package dev.universalapi.engine.request;

import java.util.Map;

/// A request as a provider would receive it.
///
/// @param path as in the address, still percent-encoded
/// @param query as in the address, still percent-encoded; empty if there is none
/// @param headers by lower-case name
public record Incoming(String method, String path, String query, Map<String, String> headers, byte[] body) {}
