package dev.universalapi.testkit.house;

/// Stands in for the annotation of the same name that main code uses.
public @interface Allowed {
    String rule();

    String because();
}
