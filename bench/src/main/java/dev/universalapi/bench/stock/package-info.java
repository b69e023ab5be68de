/// The catalogue as a subject of proofs: its samples, its manifests as they are written, an engine for each question.
@NullMarked
package dev.universalapi.bench.stock;

import org.jspecify.annotations.NullMarked;
