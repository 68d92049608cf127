package dev.plinth.jdbc.internal.engine.sqlite;

import java.math.BigDecimal;

/**
 * Decimal numbers as text that sorts as they do: the number plus ten to the power of its whole digits, so that each has
 * the same length, and those below zero begin with 0 and the others with 1. 12.50 of precision 6 and scale 2 is 10012.50.
 */
final class SortedNumber {
    private static final String BELOW_ALL = "-";
    private static final String ABOVE_ALL = "2";

    private final int wholeDigits;
    private final int scale;
    private final BigDecimal shift;

    SortedNumber(int precision, int scale) {
        this.wholeDigits = precision - scale;
        this.scale = scale;
        this.shift = BigDecimal.ONE.movePointRight(wholeDigits);
    }

    /** A number that has more digits than a stored one has its place between those that are stored. */
    String write(BigDecimal number) {
        if (number.precision() - number.scale() > wholeDigits && number.signum() != 0) {
            return number.signum() < 0 ? BELOW_ALL : ABOVE_ALL;
        }
        BigDecimal exact = number.scale() <= scale ? number : number.stripTrailingZeros();
        BigDecimal shifted = exact.setScale(Math.max(scale, exact.scale())).add(shift);
        String digits = shifted.toPlainString();
        int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        return "0".repeat(wholeDigits + 1 - whole) + digits;
    }

    /** The number of a text that {@link #write} has made. */
    BigDecimal read(String text) {
        boolean hasForm = text.length() == wholeDigits + 1 + (scale == 0 ? 0 : scale + 1)
                && (text.charAt(0) == '0' || text.charAt(0) == '1');
        BigDecimal number = new BigDecimal(text);
        if (!hasForm || number.scale() != scale) {
            throw new NumberFormatException();
        }
        return number.subtract(shift);
    }
}
