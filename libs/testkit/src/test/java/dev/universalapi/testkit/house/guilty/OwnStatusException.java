package dev.universalapi.testkit.house.guilty;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
final class OwnStatusException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
