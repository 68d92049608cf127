package dev.plinth.error;

import jakarta.data.exceptions.MappingException;
import java.util.List;
import java.util.stream.Collectors;

/** The model has mistakes. All of them are reported at once, when the Plinth is built. */
public class ModelException extends MappingException implements PlinthError {
    private final transient List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems every mistake that was found, at least one
     */
    public ModelException(List<Problem> problems) {
        super(ErrorCode.MODEL_INVALID.code() + ": the model has " + problems.size()
                + (problems.size() == 1 ? " mistake:" : " mistakes:")
                + problems.stream().map(p -> "\n  - " + p).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every mistake that was found.
     *
     * @return the mistakes, in the order of the classes
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.MODEL_INVALID;
    }
}
