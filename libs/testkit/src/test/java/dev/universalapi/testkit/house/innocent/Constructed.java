package dev.universalapi.testkit.house.innocent;

final class Constructed {
    final Runnable engine;

    Constructed(Runnable engine) {
        this.engine = engine;
    }
}
