package dev.plinth.error;

/**
 * One mistake in a model.
 *
 * @param type the class it is in
 * @param member the field, record component or method, or an empty string where the class itself is meant
 * @param message what is wrong
 * @param remedy what to do instead
 */
public record Problem(String type, String member, String message, String remedy) {
    @Override
    public String toString() {
        return (member.isEmpty() ? type : type + "." + member) + ": " + message + ". " + remedy;
    }
}
