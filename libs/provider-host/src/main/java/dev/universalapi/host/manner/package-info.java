/// How an answer is wanted, beside what is asked.
@NullMarked
package dev.universalapi.host.manner;

import org.jspecify.annotations.NullMarked;
