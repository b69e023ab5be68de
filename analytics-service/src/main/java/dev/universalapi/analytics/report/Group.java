package dev.universalapi.analytics.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One row of a report: where it belongs, and what was measured.
///
/// @param position where it stands in the order of all rows
/// @param values by name, in the order in which they are told: bucket, dimensions, measures
record Group(
        @JsonIgnore Question.Position position,
        @JsonAnyGetter Map<String, Object> values) {

    static Group of(Question question, Question.Position position, Map<String, ?> measured) {
        var values = new LinkedHashMap<String, Object>();
        if (position.bucket() != null) {
            values.put("bucket", position.bucket());
        }
        List<Dimension> by = question.by();
        for (int i = 0; i < by.size(); i++) {
            values.put(by.get(i).label(), position.values().get(i));
        }
        values.putAll(measured);
        return new Group(position, values);
    }
}
