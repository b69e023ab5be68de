package dev.universalapi.engine.expression;

import java.util.List;

/// All elements of one name in XML: a list takes all of them, one value the first.
record Several(List<Object> all) {}
