package dev.plinth.jdbc.internal.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers rendered statements by shape, without locks for those who read. When the young generation is full it becomes
 * the old one; what is still used comes back from there, and the rest is forgotten.
 */
public final class StatementCache {
    private final int generationSize;
    private volatile Map<Object, Sql> young = new ConcurrentHashMap<>();
    private volatile Map<Object, Sql> old = Map.of();

    /** A cache for at most twice that many statements. */
    public StatementCache(int generationSize) {
        this.generationSize = generationSize;
    }

    /** The statement of a shape; written when it is not known. */
    public Sql get(Object shape, Supplier<Sql> writer) {
        Sql known = young.get(shape);
        return known != null ? known : remember(shape, old.get(shape), writer);
    }

    private Sql remember(Object shape, @Nullable Sql known, Supplier<Sql> writer) {
        Sql sql = known != null ? known : writer.get();
        if (young.size() >= generationSize) {
            turn();
        }
        young.put(shape, sql);
        return sql;
    }

    private synchronized void turn() {
        if (young.size() >= generationSize) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    /** The number of remembered statements. */
    int size() {
        return young.size() + old.size();
    }
}
