package dev.plinth.specification;

/** How two values compare. */
public enum Operator {
    /** Equal. */
    EQUAL("="),
    /** Less than. */
    LESS("<"),
    /** Less than or equal. */
    LESS_OR_EQUAL("<="),
    /** Greater than. */
    GREATER(">"),
    /** Greater than or equal. */
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /**
     * The operator as it is written.
     *
     * @return for example {@code <=}
     */
    public String sign() {
        return sign;
    }

    /**
     * Whether the operator accepts the result of a comparison.
     *
     * @param comparison negative, zero or positive, as a {@code Comparator} gives it
     * @return true where it does
     */
    public boolean accepts(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }
}
