/// The settings of all parts: shipped files, and a folder of the operator that wins over them.
@NullMarked
package dev.universalapi.configserver;

import org.jspecify.annotations.NullMarked;
