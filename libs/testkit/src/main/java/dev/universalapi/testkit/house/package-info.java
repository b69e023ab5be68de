/// The rules of the house, once. Each module checks itself against them in its `ArchitectureTests`.
@NullMarked
package dev.universalapi.testkit.house;

import org.jspecify.annotations.NullMarked;
