package dev.universalapi.host.live;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is asked first; may change at run time.
///
/// @param order ids of providers, the first to be asked first; those not named come after them, without key before
/// with,
///     then by id
@ConfigurationProperties("universal.live.routing")
public record RoutingProperties(@DefaultValue List<String> order) {

    public RoutingProperties {
        for (var id : order) {
            if (!id.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("order holds ids of providers, which '" + id + "' cannot be");
            }
        }
        order = List.copyOf(order);
    }
}
