package dev.plinth.specification;

/** How specifications read. */
final class Texts {
    private Texts() {}

    static String nested(Specification<?> specification) {
        boolean composed = specification instanceof Specification.And || specification instanceof Specification.Or;
        return composed ? "(" + specification + ")" : specification.toString();
    }

    static String value(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return "'" + value.toString().replace("'", "''") + "'";
        }
        return value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
    }
}
