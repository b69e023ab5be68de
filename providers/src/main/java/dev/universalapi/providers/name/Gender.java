package dev.universalapi.providers.name;

/// The two that statistics of names know.
public enum Gender {
    FEMALE,
    MALE
}
