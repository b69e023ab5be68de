package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.slot.context.Reading;
import java.util.List;

/// Finds slots of one kind. It may find some that overlap: the longest and surest is taken later.
public interface Finder {
    List<Candidate> find(Reading reading);
}
