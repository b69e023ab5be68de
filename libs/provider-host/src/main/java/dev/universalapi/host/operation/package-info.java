/// What can be asked here, wherever it is answered.
@NullMarked
package dev.universalapi.host.operation;

import org.jspecify.annotations.NullMarked;
