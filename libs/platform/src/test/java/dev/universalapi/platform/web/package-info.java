@NullMarked
package dev.universalapi.platform.web;

import org.jspecify.annotations.NullMarked;
