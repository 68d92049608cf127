package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.backend.Store.ValueCheck;
import org.jspecify.annotations.Nullable;

/** PostgreSQL stores every character but NUL. */
enum PostgresTexts implements ValueCheck {
    CHECK;

    @Override
    public @Nullable String refusal(Object value) {
        return value.toString().indexOf('\0') >= 0
                ? "text must not have the character NUL, which PostgreSQL does not store"
                : null;
    }

    // NUL is the smallest character: no text that can be held lies between one and what NUL makes of it
    @Override
    public @Nullable Object floor(Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            return text.substring(0, text.indexOf('\0'));
        }
        return value.equals('\0') ? null : value;
    }
}
