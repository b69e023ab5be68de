package dev.universalapi.testkit.house.innocent;

import dev.universalapi.testkit.house.Allowed;

@Allowed(rule = "no-sleep", because = "shows that an exception is heeded, nested types included")
final class AllowedSleeper {
    static final class Nested {
        void sleep() throws InterruptedException {
            Thread.sleep(10);
        }
    }
}
