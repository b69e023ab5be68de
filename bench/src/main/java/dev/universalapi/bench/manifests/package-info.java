/// Whether what is written for Kubernetes and for compose is what the code is: read from files, with nothing started.
@NullMarked
package dev.universalapi.bench.manifests;

import org.jspecify.annotations.NullMarked;
