/// What can be asked: an operation is one record, its query, with one nested record, its answer.
@NullMarked
package dev.universalapi.engine.operation;

import org.jspecify.annotations.NullMarked;
