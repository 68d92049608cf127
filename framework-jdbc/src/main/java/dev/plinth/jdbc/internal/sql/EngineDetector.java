package dev.plinth.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Knows one engine when it sees it. Thread-safe. */
public interface EngineDetector {
    /** The engine and the versions that are supported, for messages. */
    String supported();

    /**
     * The dialect of the database that a connection leads to.
     *
     * @return null where it is another engine, or a version that is not supported
     * @throws dev.plinth.error.ConfigurationException where the database is set up so that values would not mean what
     *     they should
     */
    @Nullable
    Dialect detect(Connection connection) throws SQLException;
}
