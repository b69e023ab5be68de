package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;

/// A provider, and all that a filter may judge it by.
record Considered(Provider provider, Offer offer, Record query, Route route, Secrets secrets) {}
