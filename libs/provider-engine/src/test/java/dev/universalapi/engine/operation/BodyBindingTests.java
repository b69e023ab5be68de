package dev.universalapi.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBindingTests {
    private static final OperationType PLACES =
            Draft.OPERATIONS.find("trial/places").orElseThrow();
    private static final OperationType LETTER =
            Operations.of(Letter.class).find("trial/letter").orElseThrow();

    /// What only a body can hold.
    @Operation(path = "trial/letter", summary = "A letter")
    public record Letter(
            List<Line> lines,
            Map<String, Line> notes,
            @Nullable Tone tone,
            @Nullable Instant sent,
            @Nullable LocalDate day,
            @Nullable Year year,
            @Nullable Line signature)
            implements Query<Letter.Answer> {

        /// How it sounds.
        public enum Tone {
            WARM,
            VERY_COLD
        }

        /// One of its lines.
        public record Line(
                @Length(max = 5) String text,
                @Default("1") @Range(min = 1, max = 3) int size) {}

        /// What it is.
        public record Answer(int words) {}
    }

    @Test
    void readsTheSameComponentsAsAnAddress() {
        var binding = bind(PLACES, """
                {"latitude": 0, "longitude": -1.5, "language": null, "kinds": ["a", "b"], "open": false}""");

        assertThat(binding).isEqualTo(new Binding.Bound(new Places(0, -1.5, 3, null, List.of("a", "b"), false)));
    }

    @Test
    void readsRecordsListsAndMapsOfThem() {
        var binding = bind(LETTER, """
                {"lines": [{"text": "hi"}, {"text": "ho", "size": 2}], "notes": {"x": {"text": "é"}},
                 "tone": "very-cold", "sent": "2026-01-01T00:00:00Z", "day": "2026-01-02", "year": 2026,
                 "signature": {"text": "me"}}""");

        assertThat(binding)
                .isEqualTo(new Binding.Bound(new Letter(
                        List.of(new Letter.Line("hi", 1), new Letter.Line("ho", 2)),
                        Map.of("x", new Letter.Line("é", 1)),
                        Letter.Tone.VERY_COLD,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        LocalDate.of(2026, 1, 2),
                        Year.of(2026),
                        new Letter.Line("me", 1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    {"longitude": 1}                            ¦ latitude  ¦ latitude is missing; it must be a number
                    {"latitude": null, "longitude": 1}          ¦ latitude  ¦ latitude is missing; it must be a number
                    {"latitude": "1", "longitude": 1}           ¦ latitude  ¦ latitude must be a number, was 1
                    {"latitude": 95, "longitude": 1}            ¦ latitude  ¦ latitude must be at most 90, was 95
                    {"latitude": 1e999, "longitude": 1}         ¦ latitude  ¦ latitude must be a number, was
                    {"latitude": 1, "longitude": [1]}           ¦ longitude ¦ longitude must be a number, was a list
                    {"latitude": 1, "longitude": {}}            ¦ longitude ¦ longitude must be a number, was an object
                    {"latitude": 1, "longitude": 1, "limit": 1.5} ¦ limit   ¦ limit must be a whole number
                    {"latitude": 1, "longitude": 1, "limit": 11} ¦ limit    ¦ limit must be at most 10, was 11
                    {"latitude": 1, "longitude": 1, "open": "yes"} ¦ open   ¦ open must be true or false, was yes
                    {"latitude": 1, "longitude": 1, "language": 5} ¦ language ¦ language must be a text, was 5
                    {"latitude": 1, "longitude": 1, "kinds": "a,b"} ¦ kinds ¦ kinds must be a list, each a text, was a,b
                    {"latitude": 1, "longitude": 1, "kinds": ["a", 2]} ¦ kinds.1 ¦ kinds.1 must be a text, was 2
                    {"latitude": 1, "longitude": 1, "kinds": ["a", null]} ¦ kinds.1 ¦ kinds.1 must be a text, was
                    {"latitude": 1, "longitude": 1, "kinds": ["a", "b", "c"]} ¦ kinds ¦ kinds must have at most 2 elements, was a list
                    {"latitude": 1, "longitude": 1, "height": 5} ¦ height   ¦ height is not a parameter of trial/places; it has latitude
                    """)
    void namesFieldBoundAndValue(String body, String parameter, String detail) {
        var violation = only(bind(PLACES, body));

        assertThat(violation.parameter()).isEqualTo(parameter);
        assertThat(violation.in()).isEqualTo("body");
        assertThat(violation.detail()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    {"lines": [{"size": 1}], "notes": {}}      ¦ lines.0.text ¦ lines.0.text is missing; it must be a text
                    {"lines": [{"text": "a", "x": 1}], "notes": {}} ¦ lines.0.x ¦ lines.0.x is not a parameter
                    {"lines": [{"text": "abcdef"}], "notes": {}} ¦ lines.0.text ¦ lines.0.text must be at most 5 characters long, was abcdef
                    {"lines": [{"text": "a", "size": 4}], "notes": {}} ¦ lines.0.size ¦ lines.0.size must be at most 3, was 4
                    {"lines": ["a"], "notes": {}}              ¦ lines.0      ¦ lines.0 must be an object, was a
                    {"lines": [], "notes": {"k": {"text": 1}}} ¦ notes.k.text ¦ notes.k.text must be a text, was 1
                    {"lines": [], "notes": []}                 ¦ notes        ¦ notes must be an object, was a list
                    {"lines": [], "notes": {}, "tone": "hot"}  ¦ tone         ¦ tone must be one of warm, very_cold, was hot
                    {"lines": [], "notes": {}, "tone": 1}      ¦ tone         ¦ tone must be one of warm, very_cold, was 1
                    {"lines": [], "notes": {}, "sent": 5}      ¦ sent         ¦ sent must be a moment
                    {"lines": [], "notes": {}, "year": "2026"} ¦ year         ¦ year must be a year of four digits, was 2026
                    {"lines": [], "notes": {}, "signature": 5} ¦ signature    ¦ signature must be an object, was 5
                    """)
    void namesTheWayToWhatIsWrongWithin(String body, String parameter, String detail) {
        var violation = only(bind(LETTER, body));

        assertThat(violation.parameter()).isEqualTo(parameter);
        assertThat(violation.detail()).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "5", "{", "{\"latitude\": 1,}", "{}{}"})
    void refusesWhatIsNoObject(String body) {
        var violation = only(bind(PLACES, body));

        assertThat(violation.parameter()).isEqualTo("body");
        assertThat(violation.detail()).startsWith("body must be a JSON object");
    }

    @Test
    void anAddressHoldsNoObjects() {
        var binding = LETTER.bind(Map.of("lines", List.of("a"), "notes", List.of("b")));

        assertThat(((Binding.Refused) binding).violations())
                .extracting(Binding.Violation::detail)
                .containsExactly(
                        "lines must be a list parted by commas, each an object, which an address cannot hold, was a",
                        "notes must be an object, which an address cannot hold, was b");
    }

    private static Binding bind(OperationType type, String body) {
        return type.bind(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Binding.Violation only(Binding binding) {
        assertThat(binding).isInstanceOf(Binding.Refused.class);
        var violations = ((Binding.Refused) binding).violations();
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }
}
