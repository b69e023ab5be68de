package dev.universalapi.bench.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tables of what containers used, a column for each moment.
///
/// @param found by the name of the moment, in order
/// @param allowed by the name of the container
record NeedsTables(Map<String, Usage> found, Map<String, Allowance> allowed) {
    private static final String NOTHING = "-";
    private static final double MEBIBYTE = 1024 * 1024;

    List<List<String>> cpu() {
        var rows = table(
                Allowance::cpu,
                Allowance::mostCpu,
                part -> "%.0f / %.0f".formatted(1000 * part.cores(), 1000 * part.mostCores()));
        rows.add(sum(
                "all containers",
                usage ->
                        usage.parts().stream().mapToDouble(Usage.Part::allCores).sum()));
        rows.add(sum("who asks", Usage::own));
        rows.add(sum("the nodes, with all that runs there", Usage::nodes));
        return rows;
    }

    List<List<String>> memory() {
        var rows = table(
                Allowance::memory,
                Allowance::mostMemory,
                part -> "%.0f / %.0f".formatted(part.bytes() / MEBIBYTE, part.mostBytes() / MEBIBYTE));
        rows.add(row(
                "all containers",
                NOTHING,
                NOTHING,
                usage -> "%.0f"
                        .formatted(usage.parts().stream()
                                        .mapToLong(part -> part.count() * part.bytes())
                                        .sum()
                                / MEBIBYTE)));
        return rows;
    }

    /// Whether each container was seen at each moment.
    boolean isWhole() {
        return !found.isEmpty()
                && !allowed.isEmpty()
                && allowed.keySet().stream()
                        .allMatch(name -> found.values().stream()
                                .allMatch(usage -> usage.part(name).isPresent()));
    }

    private List<List<String>> table(
            Function<Allowance, String> asked, Function<Allowance, String> most, Function<Usage.Part, String> cell) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(Stream.of("container", "asks for", "may have"), found.keySet().stream())
                .toList());
        allowed.forEach((name, allowance) -> rows.add(
                row(name, asked.apply(allowance), most.apply(allowance), usage -> cell(usage.part(name), cell))));
        return rows;
    }

    private static String cell(Optional<Usage.Part> part, Function<Usage.Part, String> cell) {
        return part.map(one -> cell.apply(one) + (one.count() > 1 ? ", each of " + one.count() : ""))
                .orElse(NOTHING);
    }

    private List<String> sum(String name, Function<Usage, Double> cores) {
        return row(name, NOTHING, NOTHING, usage -> "%.0f".formatted(1000 * cores.apply(usage)));
    }

    private List<String> row(String name, String asked, String most, Function<Usage, String> cell) {
        return Stream.concat(
                        Stream.of(name, asked, most), found.values().stream().map(cell))
                .toList();
    }
}
