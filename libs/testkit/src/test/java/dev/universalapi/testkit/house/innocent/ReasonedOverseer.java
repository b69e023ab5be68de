package dev.universalapi.testkit.house.innocent;

import dev.universalapi.testkit.house.AcrossTenants;
import dev.universalapi.testkit.house.SystemDatabase;

@AcrossTenants(because = "counts the events of all organisations in one batch")
record ReasonedOverseer(SystemDatabase database) {
    String url() {
        return new Nested(database).all().url();
    }

    record Nested(SystemDatabase all) {}
}
