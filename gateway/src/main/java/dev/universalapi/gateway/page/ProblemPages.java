package dev.universalapi.gateway.page;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// What the `type` of a problem leads to: its page, as HTML or, where that is preferred, as the Markdown it is
/// kept in.
final class ProblemPages {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private ProblemPages() {}

    static RouterFunction<ServerResponse> routes() {
        return Reading.at("/docs/problems", request -> answer(request, list()))
                .and(Reading.at(
                        "/docs/problems/{slug}", request -> answer(request, page(type(request.pathVariable("slug"))))));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, String markdown) {
        boolean html = request.headers().accept().stream()
                .noneMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("markdown"));
        return ServerResponse.ok()
                .contentType(html ? Html.TYPE : MARKDOWN)
                .varyBy("Accept")
                .cacheControl(CacheControl.noCache())
                .header(Html.POLICY_HEADER, Html.POLICY)
                .bodyValue(html ? Html.page(markdown) : markdown);
    }

    private static ProblemType type(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such problem; /docs/problems lists those that are"));
    }

    private static String list() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "- [%s](%s), %d".formatted(type.title(), type.type(), type.status()))
                .collect(Collectors.joining("\n", "# All problems\n\n", "\n"));
    }

    private static String page(ProblemType type) {
        try {
            return new ClassPathResource("problems/" + type.slug() + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
