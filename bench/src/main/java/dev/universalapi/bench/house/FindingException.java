package dev.universalapi.bench.house;

/// The build has to stop, and says why in one sentence.
final class FindingException extends Exception {
    private static final long serialVersionUID = 1;

    FindingException(String sentence) {
        super(sentence);
    }
}
