package dev.universalapi.testkit.house.guilty;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class Injected {
    @Autowired
    @Nullable
    Runnable engine;
}
