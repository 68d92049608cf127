package dev.plinth.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StatementCacheTest {
    private final AtomicInteger written = new AtomicInteger();
    private final StatementCache cache = new StatementCache(10);

    private Sql get(Object shape) {
        return cache.get(shape, () -> {
            written.incrementAndGet();
            return new Sql("select " + shape, List.of());
        });
    }

    @Test
    void aShapeIsWrittenOnce() {
        assertThat(get("a")).isSameAs(get("a"));
        assertThat(written).hasValue(1);
    }

    @Test
    void whatIsUsedStaysAndTheRestIsForgotten() {
        for (int i = 0; i < 1000; i++) {
            get("often");
            get(i);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(20);
        assertThat(written).hasValue(1001);
    }
}
