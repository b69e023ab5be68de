package dev.universalapi.gateway.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// The API as a file and as a page. Everything comes out of our own jar, so both work without a network.
final class ApiPage {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private ApiPage() {}

    static RouterFunction<ServerResponse> routes() throws IOException {
        String swagger = swagger();
        RouterFunctions.Builder routes = RouterFunctions.route();
        file(routes, "/openapi.yml", new ClassPathResource("sdk/openapi.yml"), YAML);
        file(routes, "/docs", new ClassPathResource("page/docs.html"), Html.TYPE);
        file(routes, "/docs/docs.js", new ClassPathResource("page/docs.js"), SCRIPT);
        file(routes, "/docs/docs.css", new ClassPathResource("page/docs.css"), STYLE);
        file(routes, "/docs/swagger-ui.css", new ClassPathResource(swagger + "swagger-ui.css"), STYLE);
        file(routes, "/docs/swagger-ui-bundle.js", new ClassPathResource(swagger + "swagger-ui-bundle.js"), SCRIPT);
        return routes.build();
    }

    private static void file(RouterFunctions.Builder routes, String path, Resource file, MediaType type) {
        if (file.exists()) {
            routes.add(Reading.at(
                    path,
                    _ -> ServerResponse.ok()
                            .contentType(type)
                            .cacheControl(CacheControl.noCache())
                            .header(Html.POLICY_HEADER, POLICY)
                            .bodyValue(file)));
        }
    }

    private static String swagger() throws IOException {
        Properties maven = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
        return "META-INF/resources/webjars/swagger-ui/%s/".formatted(maven.getProperty("version"));
    }
}
