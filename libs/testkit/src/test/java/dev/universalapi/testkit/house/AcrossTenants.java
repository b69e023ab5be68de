package dev.universalapi.testkit.house;

/// Stands for platform's, which testkit cannot see.
public @interface AcrossTenants {
    String because();
}
