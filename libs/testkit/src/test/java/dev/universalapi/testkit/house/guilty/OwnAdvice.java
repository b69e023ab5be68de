package dev.universalapi.testkit.house.guilty;

import org.springframework.web.bind.annotation.ControllerAdvice;

@ControllerAdvice
final class OwnAdvice {}
