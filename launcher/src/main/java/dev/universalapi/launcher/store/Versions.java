package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.util.Properties;

/// Which stores this launcher brings.
///
/// @param postgres `18.6.0`; data is of its first number
/// @param kafka `4.2.1`; data is of its first two
/// @param redis `6.2`
public record Versions(String postgres, String kafka, String redis) {

    /// As the build wrote them down.
    public static Versions brought() {
        var properties = new Properties();
        try (var written = Versions.class.getResourceAsStream("/store/versions.properties")) {
            if (written == null) {
                throw new LauncherException("the launcher was built without its versions; delete launcher/target, "
                        + "and the next start builds it again");
            }
            properties.load(written);
        } catch (IOException e) {
            throw new LauncherException("the launcher's jar cannot be read: " + LauncherException.why(e), e);
        }
        return new Versions(
                properties.getProperty("postgres", ""),
                properties.getProperty("kafka", ""),
                properties.getProperty("redis", ""));
    }

    /// What data of these can be read by, each no longer than it has to be: `18`, `4.2`, `6.2`.
    public Versions ofData() {
        return new Versions(start(postgres, 1), start(kafka, 2), start(redis, 2));
    }

    private static String start(String version, int numbers) {
        var end = -1;
        for (var i = 0; i < numbers; i++) {
            end = version.indexOf('.', end + 1);
            if (end < 0) {
                return version;
            }
        }
        return version.substring(0, end);
    }
}
