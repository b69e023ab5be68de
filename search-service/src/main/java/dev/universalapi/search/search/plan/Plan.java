package dev.universalapi.search.search.plan;

import dev.universalapi.search.intent.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who is asked for a query.
///
/// @param inquiries those who are, the most helpful first
/// @param unasked those who were meant and are not
public record Plan(Understanding understanding, List<Inquiry> inquiries, List<Unasked> unasked) {
    public Plan {
        inquiries = List.copyOf(inquiries);
        unasked = List.copyOf(unasked);
    }

    /// A source that was meant and is not asked.
    ///
    /// @param why in the language of the query
    public record Unasked(String operation, String why) {}

    /// How likely each category that is asked is meant.
    public Map<String, Double> categories() {
        var categories = new LinkedHashMap<String, Double>();
        for (var inquiry : inquiries) {
            var intent = inquiry.given().intent();
            categories.merge(intent.category(), intent.confidence(), Math::max);
        }
        return categories;
    }
}
