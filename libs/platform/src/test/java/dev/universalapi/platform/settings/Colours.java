package dev.universalapi.platform.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A live setting of the tests.
@ConfigurationProperties("universal.live.colours")
record Colours(
        @DefaultValue("blue") List<String> order,
        @DefaultValue("3") int most) {
    Colours {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, was " + most);
        }
    }
}
