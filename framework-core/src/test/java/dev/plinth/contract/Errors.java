package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import java.util.function.Consumer;

/** What tests say of errors. */
final class Errors {
    private Errors() {}

    static Consumer<Throwable> hasCode(ErrorCode code) {
        return error -> {
            assertThat(error).isInstanceOf(PlinthError.class);
            assertThat(((PlinthError) error).errorCode()).isEqualTo(code);
            assertThat(error).hasMessageStartingWith(code.code() + ": ");
        };
    }
}
