package dev.universalapi.testkit.house.guilty;

final class WideConstructor {
    final int sum;

    WideConstructor(int a, int b, int c, int d, int e, int f, int g, int h) {
        sum = a + b + c + d + e + f + g + h;
    }
}
