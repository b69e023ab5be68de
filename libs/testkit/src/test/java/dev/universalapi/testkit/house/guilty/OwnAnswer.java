package dev.universalapi.testkit.house.guilty;

import org.springframework.web.bind.annotation.ExceptionHandler;

final class OwnAnswer {
    @ExceptionHandler(IllegalStateException.class)
    String answer() {
        return "sorry";
    }
}
