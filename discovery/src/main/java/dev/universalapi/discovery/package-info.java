/// Who runs where: a Eureka server on its own, settings only.
@NullMarked
package dev.universalapi.discovery;

import org.jspecify.annotations.NullMarked;
