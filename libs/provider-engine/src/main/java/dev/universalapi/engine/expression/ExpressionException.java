package dev.universalapi.engine.expression;

/// A text that is no expression: `what is wrong; what to write instead`.
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExpressionException(String wrong, String instead) {
        super(wrong + "; " + instead, null, false, false);
    }
}
