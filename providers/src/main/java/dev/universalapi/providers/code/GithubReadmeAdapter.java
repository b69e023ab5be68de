package dev.universalapi.providers.code;

import dev.universalapi.engine.adapter.Adapter;
import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.adapter.Outgoing;
import dev.universalapi.engine.adapter.Received;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Reads a file that comes in Base64 within JSON, which no converter of the language takes out. The file alone can
/// be had as well, but as plain text any answer would pass for it.
final class GithubReadmeAdapter implements Adapter {

    @Override
    public Outgoing ask(Record query) {
        var asked = (RepositoryReadme) query;
        var path = "/repos/" + asked.owner() + "/" + asked.name() + "/readme";
        return new Outgoing(false, path, Map.of(), Map.of(), new byte[0]);
    }

    @Override
    public Record read(Record query, Received response) throws MisreadException {
        try {
            var file = Bodies.read(response.body(), Reads.JSON, "").top();
            if (!text(file, "encoding").equals("base64")) {
                throw MisreadException.malformed("the file is not in Base64"); // from 1 MB on it is left out
            }
            var content = text(file, "content").replace("\n", "");
            return new RepositoryReadme.Answer(
                    new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8),
                    text(file, "path"),
                    URI.create(text(file, "html_url")));
        } catch (UnreadableException e) {
            throw MisreadException.malformed(e.why());
        } catch (IllegalArgumentException _) {
            throw MisreadException.malformed("the file is no Base64, or its page no address");
        }
    }

    private static String text(JsonNode file, String member) throws MisreadException {
        var value = file.path(member);
        if (value.isMissingNode()) {
            throw MisreadException.drifted("there is no " + member);
        }
        if (!value.isString()) {
            throw MisreadException.malformed(member + " is no text");
        }
        return value.asString();
    }
}
