package dev.universalapi.auth.organisation;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Checks;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an organisation changes of itself.
///
/// @param name as people call it
/// @param limits its own; none where null
/// @param settings at most 50: names of 1 to 64 of `a-z0-9.-`, values of at most 200 characters
record OrganisationSettings(String name, Limits limits, Map<String, String> settings) {
    private static final Pattern SETTING = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final int MOST_SETTINGS = 50;
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{0,200}");

    OrganisationSettings(@Nullable String name, @Nullable Limits limits, @Nullable Map<String, String> settings) {
        this.name = Checks.name(name);
        this.limits = limits == null ? Limits.NONE : limits;
        this.settings = settings == null ? Map.of() : new TreeMap<>(settings);
        Checks.demand(this.settings.size() <= MOST_SETTINGS, "settings", "settings must be at most " + MOST_SETTINGS);
        this.settings.forEach((setting, value) -> {
            Checks.demand(
                    SETTING.matcher(setting).matches(), "settings", "settings have names like search.record-queries");
            Checks.demand(
                    VALUE.matcher(value).matches(),
                    "settings",
                    "settings have values of at most 200 characters on one line");
        });
    }
}
