package dev.universalapi.search.fusion.trial;

import dev.universalapi.search.fusion.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.search.similarities.LMDirichletSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.node.JsonNodeFactory;

/// A provider of the trial: an index over its share of the texts, with a ranker of its own.
final class Shard implements AutoCloseable {
    private static final int FOUND = 10;
    private static final List<Similarity> RANKERS =
            List.of(new BM25Similarity(), new LMDirichletSimilarity(300), new ClassicSimilarity());

    private final Hit.Source source;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    Shard(int number, List<Cranfield.Text> texts) throws IOException {
        this.source = new Hit.Source("shard-" + number, "paper/search", null);
        var ranker = RANKERS.get(number % RANKERS.size());
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(ranker))) {
            for (var text : texts) {
                var document = new Document();
                document.add(new StringField("id", text.id(), Field.Store.YES));
                document.add(new StoredField("title", text.title()));
                document.add(new StoredField("body", text.body()));
                document.add(new TextField("all", text.title() + ' ' + text.body(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(ranker);
    }

    /// Its ten best for a question.
    List<Hit> search(String question) throws IOException {
        var query = new BooleanQuery.Builder();
        try (var stream = analyzer.tokenStream("all", question)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                query.add(new TermQuery(new Term("all", term.toString())), BooleanClause.Occur.SHOULD);
            }
            stream.end();
        }
        var hits = new ArrayList<Hit>();
        for (var found : searcher.search(query.build(), FOUND).scoreDocs) {
            var document = searcher.storedFields().document(found.doc);
            hits.add(new Hit(
                    source,
                    hits.size() + 1,
                    document.get("title"),
                    document.get("body"),
                    null,
                    null,
                    "cranfield:" + document.get("id"),
                    JsonNodeFactory.instance.nullNode()));
        }
        return hits;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
