@NullMarked
package dev.universalapi.bench.doctor;

import org.jspecify.annotations.NullMarked;
