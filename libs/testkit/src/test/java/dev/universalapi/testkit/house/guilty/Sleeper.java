package dev.universalapi.testkit.house.guilty;

final class Sleeper {
    void sleep() throws InterruptedException {
        Thread.sleep(10);
    }
}
