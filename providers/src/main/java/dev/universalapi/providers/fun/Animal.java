package dev.universalapi.providers.fun;

/// An animal that people keep pictures of.
public enum Animal {
    CAT,
    DOG
}
