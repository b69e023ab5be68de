package dev.universalapi.host.switching;

import java.io.IOException;
import java.util.Map;

/// Where it is known what is switched off.
@FunctionalInterface
interface SwitchSource {
    /// All of it: the reasons by their targets, `provider:<id>` or `operation:<category>/<operation>`.
    ///
    /// @throws IOException if nobody can be asked
    Map<String, String> read() throws IOException;
}
