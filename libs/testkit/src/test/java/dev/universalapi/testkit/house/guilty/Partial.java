package dev.universalapi.testkit.house.guilty;

final class Partial {
    boolean isPreferred(String provider) {
        return provider.equals("open-meteo");
    }
}
