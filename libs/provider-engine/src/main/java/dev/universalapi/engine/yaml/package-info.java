/// YAML as manifests and samples are written in it: core schema, positions kept, no anchors, aliases, tags or duplicate
/// keys.
@NullMarked
package dev.universalapi.engine.yaml;

import org.jspecify.annotations.NullMarked;
