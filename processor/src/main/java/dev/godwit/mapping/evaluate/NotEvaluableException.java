package dev.godwit.mapping.evaluate;

/** Source code is beyond what is evaluated here; never leaves this package. */
final class NotEvaluableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEvaluableException(Object what) {
        super(String.valueOf(what), null, false, false);
    }
}
