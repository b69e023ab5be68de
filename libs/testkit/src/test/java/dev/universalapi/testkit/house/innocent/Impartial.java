package dev.universalapi.testkit.house.innocent;

final class Impartial {
    boolean isKnown(String provider) {
        return provider.startsWith("open-meteorology") || provider.equals("open");
    }
}
