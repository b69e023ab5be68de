package dev.universalapi.gateway.page;

import java.nio.charset.StandardCharsets;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/// Turns our own Markdown into a page that reads well without scripts, for eyes and for screen readers.
final class Html {

    static final MediaType TYPE = new MediaType("text", "html", StandardCharsets.UTF_8);
    static final String POLICY_HEADER = "Content-Security-Policy";
    static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private Html() {}

    static String page(String markdown) {
        Node document = PARSER.parse(markdown);
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/docs/docs.css">
                </head>
                <body>
                <nav aria-label="Documentation"><a href="/docs">The API</a> <a href="/docs/problems">All problems</a></nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title(document)), RENDERER.render(document));
    }

    private static String title(Node document) {
        return document.getFirstChild() instanceof Heading heading
                ? TEXT.render(heading).strip()
                : "Universal API";
    }
}
