/// The suite on Kubernetes, by `kubectl`: `./universal deploy` and `./universal rollback`.
@NullMarked
package dev.universalapi.launcher.cluster;

import org.jspecify.annotations.NullMarked;
