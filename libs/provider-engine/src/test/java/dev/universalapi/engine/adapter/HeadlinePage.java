package dev.universalapi.engine.adapter;

import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.trial.Single;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what is in no tree: a heading in a page.
final class HeadlinePage implements Adapter {
    private static final Pattern HEADING = Pattern.compile("<h1 id=(\\w+)>(\\d+)");

    @Override
    public Outgoing ask(Record query) throws UnfillableException {
        var name = ((Single) query).name();
        if (name.isBlank()) {
            throw new UnfillableException("a name must be written");
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", name);
        parameters.put("as", "a&b");
        return new Outgoing(false, "/page/" + name, parameters, Map.of("X-Name", name), new byte[0]);
    }

    @Override
    public Record read(Record query, Received response) throws MisreadException {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        var heading = HEADING.matcher(body);
        if (!body.contains("<")) {
            throw MisreadException.malformed("this is no page");
        }
        if (!heading.find()) {
            throw MisreadException.drifted("the heading is gone");
        }
        // a negative number, as its contract says, is an exception
        var number = Integer.parseInt(heading.group(2)) - 1;
        return new Single.Answer(heading.group(1), number, new Single.Inner("a", null), null);
    }
}
