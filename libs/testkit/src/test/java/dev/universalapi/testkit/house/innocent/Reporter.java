package dev.universalapi.testkit.house.innocent;

import java.io.PrintStream;

record Reporter(PrintStream out) {
    void report(Exception failure) {
        out.println("here");
        failure.printStackTrace(out);
    }
}
