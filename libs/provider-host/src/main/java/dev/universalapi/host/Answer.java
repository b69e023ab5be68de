package dev.universalapi.host;

import dev.universalapi.engine.Meta;

/// What a caller gets: the answer in the operation's own form, and what is to be known about it.
record Answer(Record data, Meta meta) {}
