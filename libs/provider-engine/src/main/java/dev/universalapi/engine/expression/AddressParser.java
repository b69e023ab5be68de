package dev.universalapi.engine.expression;

import dev.universalapi.engine.expression.Address.Step;
import dev.universalapi.engine.yaml.MistakeException;
import java.util.ArrayList;
import java.util.List;

/// Reads one address.
final class AddressParser {
    private static final int MOST_STEPS = 16;
    private static final int MOST_STARS = 2;

    private final String text;
    private final Vocabulary words;

    AddressParser(String text, Vocabulary words) {
        this.text = text;
        this.words = words;
    }

    Address parse() throws MistakeException {
        if (!text.startsWith("/")) {
            throw new MistakeException("`" + text + "` is no address", "begin it with `/`");
        }
        var fromTop = text.startsWith("//");
        var rest = text.substring(fromTop ? 2 : 1);
        var steps = new ArrayList<Step>();
        if (!rest.isEmpty()) {
            for (var step : Scanner.split(rest, "/")) {
                add(step, steps);
            }
        }
        var address = new Address(text, fromTop, steps);
        if (address.size() > MOST_STEPS || address.stars() > MOST_STARS) {
            throw new MistakeException("`" + text + "` is too long", "an address has at most 16 steps and 2 `*`");
        }
        return address;
    }

    private void add(String step, List<Step> steps) throws MistakeException {
        var open = step.indexOf('[');
        var name = open < 0 ? step : step.substring(0, open);
        if (name.isEmpty() && open < 0) {
            throw new MistakeException("`" + text + "` has an empty step", "write one `/` between names");
        }
        if (name.equals("*")) {
            steps.add(new Address.All());
        } else if (!name.isEmpty()) {
            steps.add(new Address.Name(template(name)));
        }
        if (open >= 0) {
            var equals = step.indexOf('=', open);
            if (!step.endsWith("]") || equals <= open + 1 || equals == step.length() - 2 || name.equals("*")) {
                throw new MistakeException("`" + step + "` selects nothing", "write `name[member=value]`");
            }
            steps.add(new Address.Select(
                    template(step.substring(open + 1, equals).strip()),
                    template(step.substring(equals + 1, step.length() - 1).strip())));
        }
    }

    private Template template(String name) throws MistakeException {
        return Expressions.inAddress(name.replace("~1", "/").replace("~0", "~"), words);
    }
}
