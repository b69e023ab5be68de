package dev.universalapi.testkit.house.guilty;

final class StackPrinter {
    void print(Exception failure) {
        failure.printStackTrace();
    }
}
