package dev.universalapi.auth.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Goes along a chain from its first event, and stops where it is broken first.
///
/// It finds an event that was edited, deleted or added in between, and a tail that was cut, by the chain and its head.
/// Who can change the head and recompute every hash is found by what others remember: the anchors.
final class Verification {
    private static final JsonMapper JSON = new JsonMapper();

    private final String organisation;
    private final Map<Long, String> anchors = new HashMap<>();
    private Head last = Head.NONE;
    private @Nullable Break broken;

    /// @param sequence the number of the first event that is not as it was
    /// @param why in words
    record Break(long sequence, String why) {}

    Verification(String organisation, Collection<Head> remembered) {
        this.organisation = organisation;
        remembered.forEach(anchor -> {
            // two that disagree cannot both be right, whatever the chain says
            var other = anchors.put(anchor.sequence(), anchor.hash());
            if (other != null && !other.equals(anchor.hash())) {
                anchors.put(anchor.sequence(), "");
            }
        });
    }

    /// The next in the order of sequence numbers.
    ///
    /// @return whether the chain holds so far
    boolean accept(Link link) {
        if (broken == null) {
            broken = fault(link);
            last = link.head();
        }
        return broken == null;
    }

    /// Nothing comes any more.
    ///
    /// @param head the end as it is kept; null where none is
    /// @return null where the chain is whole
    @Nullable
    Break end(@Nullable Head head) {
        if (broken != null) {
            return broken;
        }
        var furthest =
                anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        var told = head == null ? Head.NONE : head;
        if (Math.max(furthest, told.sequence()) > last.sequence()) {
            return new Break(last.sequence() + 1, "events are missing at the end");
        }
        if (told.sequence() < last.sequence()) {
            return new Break(told.sequence() + 1, "an event was added without its chain");
        }
        return told.hash().equals(last.hash()) ? null : new Break(last.sequence(), "the head was changed");
    }

    private @Nullable Break fault(Link link) {
        var sequence = link.sequence();
        var expected = last.sequence() + 1;
        if (sequence > expected) {
            return new Break(expected, "an event is missing");
        }
        if (sequence < expected) {
            return new Break(sequence, "an event was added before the first");
        }
        if (!link.isWhole()) {
            return new Break(sequence, "an event was edited");
        }
        if (!link.previous().equals(last.hash())) {
            return new Break(sequence, "it does not follow the event before");
        }
        if (!isOfHere(link)) {
            return new Break(sequence, "an event was moved here");
        }
        var anchor = anchors.get(sequence);
        return anchor == null || anchor.equals(link.hash())
                ? null
                : new Break(sequence, "it is not what was anchored; this or an event before was rewritten");
    }

    private boolean isOfHere(Link link) {
        try {
            var event = JSON.readTree(link.event());
            return event.path("seq").asLong(-1) == link.sequence()
                    && event.path("org").asString("").equals(organisation);
        } catch (JacksonException _) {
            return false;
        }
    }
}
