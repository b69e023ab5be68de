/// How services speak HTTP: deadlines, limits, callers who leave, the form of JSON.
@NullMarked
package dev.universalapi.platform.web;

import org.jspecify.annotations.NullMarked;
