package dev.universalapi.engine.yaml;

/// A text that says nothing in the language: `what is wrong; what to write instead`.
public final class MistakeException extends Exception {
    private static final long serialVersionUID = 1L;

    public MistakeException(String wrong, String instead) {
        super(wrong + "; " + instead, null, false, false);
    }
}
