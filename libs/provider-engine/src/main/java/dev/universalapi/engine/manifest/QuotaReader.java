package dev.universalapi.engine.manifest;

import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `quota` and `quota-headers`.
final class QuotaReader {
    private static final String REQUESTS = "requests";
    private static final Pattern QUOTA = Pattern.compile("([1-9][0-9]{0,17})(?: ([a-z]+))?/([a-z]+)(?: (\\S+))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern RESET = Pattern.compile("[A-Za-z0-9-]+(?: \\| epoch-m?s)?");

    private final Yaml.Entries manifest;
    private final Mistakes mistakes;

    QuotaReader(Yaml.Entries manifest, Mistakes mistakes) {
        this.manifest = manifest;
        this.mistakes = mistakes;
    }

    List<Quota> quotas() {
        var quotas = new ArrayList<Quota>();
        if (manifest.find("quota").orElse(null) instanceof Yaml.Items list) {
            list.items().forEach(item -> quota(item).ifPresent(quotas::add));
        }
        return List.copyOf(quotas);
    }

    List<Quota.Header> headers(List<Quota> quotas) {
        var headers = new ArrayList<Quota.Header>();
        for (var item : manifest.find("quota-headers").map(Yaml::items).orElse(List.of())) {
            if (item instanceof Yaml.Entries entries) {
                var unit = entries.text("unit").orElseGet(() -> onlyUnit(quotas));
                if (quotas.stream().noneMatch(quota -> quota.unit().equals(unit))) {
                    mistakes.add(
                            entries.line(),
                            "`quota` has no unit `" + unit + "`",
                            "write one of its units, or a quota in it");
                }
                entries.text("remaining")
                        .filter(remaining -> !NAME.matcher(remaining).matches())
                        .ifPresent(remaining -> mistakes.add(
                                entries.line("remaining"),
                                "`" + remaining + "` is no header's name",
                                "write one such as X-RateLimit-Remaining"));
                entries.text("reset")
                        .filter(reset -> !RESET.matcher(reset).matches())
                        .ifPresent(reset -> mistakes.add(
                                entries.line("reset"),
                                "`" + reset + "` tells no reset",
                                "write a header's name, and ` | epoch-s` or ` | epoch-ms` for a moment"));
                headers.add(new Quota.Header(unit, entries.text("remaining"), entries.text("reset")));
            }
        }
        return List.copyOf(headers);
    }

    private static String onlyUnit(List<Quota> quotas) {
        var units = quotas.stream().map(Quota::unit).distinct().toList();
        return units.size() == 1 ? units.getFirst() : REQUESTS;
    }

    private Optional<Quota> quota(Yaml where) {
        var matcher = QUOTA.matcher(where.text());
        if (!matcher.matches()) {
            mistakes.add(
                    where.line(),
                    "`" + where.text() + "` is no quota",
                    "write `100/minute` or `500 characters/day America/Los_Angeles`");
            return Optional.empty();
        }
        var period = period(matcher.group(3));
        if (period.isEmpty()) {
            mistakes.add(
                    where.line(),
                    "there is no period `" + matcher.group(3) + "`",
                    "use second, minute, hour, day or month");
            return Optional.empty();
        }
        var named = Optional.ofNullable(matcher.group(4));
        var zone = named.<Optional<ZoneId>>map(QuotaReader::zone).orElse(Optional.of(ZoneOffset.UTC));
        if (zone.isEmpty()) {
            mistakes.add(
                    where.line(),
                    "there is no time zone `" + named.orElse("") + "`",
                    "write one such as America/Los_Angeles");
            return Optional.empty();
        }
        if (named.isPresent() && period.get().compareTo(Quota.Period.DAY) < 0) {
            mistakes.add(where.line(), "a " + matcher.group(3) + " has no time zone", "leave it out");
        }
        return Optional.of(new Quota(
                Long.parseLong(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)).orElse(REQUESTS),
                period.get(),
                zone.get()));
    }

    private static Optional<Quota.Period> period(String name) {
        for (var period : Quota.Period.values()) {
            if (period.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
