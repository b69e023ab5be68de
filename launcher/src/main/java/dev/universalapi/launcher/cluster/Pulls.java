package dev.universalapi.launcher.cluster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Images that a node cannot pull: to wait for one whose name is wrong is in vain. A registry may be away for a moment,
/// so an image counts once it was refused at each of many looks.
final class Pulls {
    private static final int LOOKS = 30;
    private static final String WAITING = "jsonpath={range .items[*].status.containerStatuses[*]}"
            + "{.image}|{.state.waiting.reason}|{.state.waiting.message}{\"\\n\"}{end}";
    private static final Set<String> REASONS =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");
    private static final int FIELDS = 3;

    private final Kubectl kubectl;
    private final Set<String> images;
    private final Map<String, Integer> looks = new HashMap<>();

    /// @param images that are looked for; pods of other versions may lack theirs
    Pulls(Kubectl kubectl, Set<String> images) {
        this.kubectl = kubectl;
        this.images = images;
    }

    /// Looks once more. One that was refused so far at each of the last looks, and why.
    Optional<String> refused() {
        var now = images.isEmpty() ? Map.<String, String>of() : waiting();
        looks.keySet().retainAll(now.keySet());
        now.keySet().forEach(image -> looks.merge(image, 1, Integer::sum));
        return now.entrySet().stream()
                .filter(one -> looks.getOrDefault(one.getKey(), 0) >= LOOKS)
                .map(one -> one.getKey() + " waits with " + one.getValue())
                .findFirst();
    }

    private Map<String, String> waiting() {
        var waiting = new LinkedHashMap<String, String>();
        kubectl.ask("get", "pods", "-o", WAITING)
                .lines()
                .map(line -> line.split("\\|", FIELDS))
                .filter(fields -> fields.length == FIELDS && images.contains(fields[0]) && REASONS.contains(fields[1]))
                .forEach(fields -> waiting.putIfAbsent(fields[0], fields[1] + ": " + fields[2].strip()));
        return waiting;
    }
}
