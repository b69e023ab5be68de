package dev.universalapi.bench.capacity;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/// What keeps the suite from answering more: the cores that there are, those that one part may have, or neither.
record Bound(Usage usage, double cores, Map<String, Allowance> allowed) {
    private static final double FULL = 0.93;
    private static final int TOLD = 5;

    @Override
    public String toString() {
        if (usage.nodes() >= FULL * cores) {
            return "the cores of the nodes, of which %.2f of %.0f were used".formatted(usage.nodes(), cores);
        }
        var full = usage.parts().stream().filter(this::isFull).toList();
        if (!full.isEmpty()) {
            return full.stream()
                    .map(part -> "the cores that %s may have, %.2f of them used".formatted(part.name(), part.cores()))
                    .collect(Collectors.joining(", and "));
        }
        return "no CPU: %.2f of %.0f cores were used, and no container has all that it may"
                .formatted(usage.nodes(), cores);
    }

    private boolean isFull(Usage.Part part) {
        var allowance = allowed.get(part.name());
        return allowance != null && part.cores() >= FULL * allowance.mostCores();
    }

    /// Who used most, and who asks.
    String busiest() {
        return usage.parts().stream()
                        .sorted(Comparator.comparingDouble(Usage.Part::allCores).reversed())
                        .limit(TOLD)
                        .map(part -> "%s %.2f".formatted(part.name(), part.allCores()))
                        .collect(Collectors.joining(", "))
                + "; who asks %.2f".formatted(usage.own());
    }
}
