/// What every proof and benchmark is made of: a trial, its report, a caller of the running suite.
@NullMarked
package dev.universalapi.bench.trial;

import org.jspecify.annotations.NullMarked;
