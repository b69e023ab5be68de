package dev.universalapi.testkit.house.guilty;

final class Printer {
    void print() {
        System.out.println("here");
    }
}
