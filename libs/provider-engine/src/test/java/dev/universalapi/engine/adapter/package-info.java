@NullMarked
package dev.universalapi.engine.adapter;

import org.jspecify.annotations.NullMarked;
