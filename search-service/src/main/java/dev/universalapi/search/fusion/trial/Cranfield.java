package dev.universalapi.search.fusion.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The Cranfield collection: abstracts on aerodynamics, questions, and which abstracts answer which.
///
/// @param answers ids of texts, by the number of the question
record Cranfield(List<Text> texts, List<String> questions, Map<Integer, Set<String>> answers) {
    record Text(String id, String title, String body) {}

    /// @param folder with the three files of the collection in TREC's form
    static Cranfield in(Path folder) throws IOException {
        var texts = new ArrayList<Text>();
        for (var entry : elements(Files.readString(folder.resolve("cran.all.1400.xml")), "doc")) {
            texts.add(new Text(first(entry, "docno"), first(entry, "title"), first(entry, "text")));
        }
        var questions = new ArrayList<String>();
        for (var entry : elements(Files.readString(folder.resolve("cran.qry.xml")), "top")) {
            questions.add(first(entry, "title"));
        }
        var answers = new HashMap<Integer, Set<String>>();
        for (var line : Files.readAllLines(folder.resolve("cranqrel.trec.txt"))) {
            var columns = line.strip().split("\\s+");
            if (columns.length == 4 && Integer.parseInt(columns[3]) > 0) {
                answers.computeIfAbsent(Integer.valueOf(columns[0]), _ -> new HashSet<>())
                        .add(columns[2]);
            }
        }
        return new Cranfield(texts, questions, answers);
    }

    private static String first(String text, String name) {
        var found = elements(text, name);
        return found.isEmpty() ? "" : found.getFirst();
    }

    /// The files have several roots, so that no parser of XML takes them.
    private static List<String> elements(String text, String name) {
        var open = '<' + name + '>';
        var close = "</" + name + '>';
        var found = new ArrayList<String>();
        for (var from = text.indexOf(open); from >= 0; from = text.indexOf(open, from)) {
            var to = text.indexOf(close, from);
            found.add(text.substring(from + open.length(), to).strip().replaceAll("\\s+", " "));
            from = to;
        }
        return found;
    }
}
