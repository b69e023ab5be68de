package dev.universalapi.testkit.house.innocent;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

record Waiter(CountDownLatch ready) {
    boolean isServed() throws InterruptedException {
        return ready.await(10, TimeUnit.SECONDS);
    }
}
