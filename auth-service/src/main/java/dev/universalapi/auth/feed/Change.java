package dev.universalapi.auth.feed;

/// A row of the feed.
///
/// @param id its number
/// @param kind `key`
/// @param subject what was changed, as the kind names it
record Change(long id, String kind, String subject) {}
