package dev.universalapi.auth.feed;

import java.time.Instant;

/// A row of the feed.
///
/// @param id its number
/// @param kind `key`
/// @param subject what was changed, as the kind names it
/// @param at when it was changed
record Change(long id, String kind, String subject, Instant at) {}
