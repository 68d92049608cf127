package dev.plinth.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    /** A key whose hash has few values, so that keys collide on all levels. */
    private record Colliding(int value) {
        @Override
        public int hashCode() {
            return (value % 3) << 30 | value % 2;
        }
    }

    @Property(tries = 300)
    void behavesAsAHashMapAndKeepsItsPast(@ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> steps) {
        Map<Colliding, Integer> expected = new HashMap<>();
        PersistentMap<Colliding, Integer> map = PersistentMap.empty();
        for (int step : steps) {
            PersistentMap<Colliding, Integer> before = map;
            Map<Colliding, Integer> expectedBefore = new HashMap<>(expected);
            Colliding key = new Colliding(Math.abs(step));
            if (step > 0) {
                map = map.put(key, step * 10 + expected.size());
                expected.put(key, step * 10 + expectedBefore.size());
            } else {
                map = map.remove(key);
                expected.remove(key);
            }
            assertSame(before, expectedBefore);
        }
        assertSame(map, expected);
    }

    private static void assertSame(PersistentMap<Colliding, Integer> map, Map<Colliding, Integer> expected) {
        List<Integer> values = new ArrayList<>();
        map.forEach(values::add);
        assertThat(values).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(map.size()).isEqualTo(expected.size());
        for (int i = 0; i <= 40; i++) {
            assertThat(map.get(new Colliding(i))).isEqualTo(expected.get(new Colliding(i)));
        }
    }

    @Test
    void holdsManyKeysOfAllHashes() {
        PersistentMap<Long, Long> map = PersistentMap.empty();
        for (long i = 0; i < 100_000; i++) {
            map = map.put(i * 0x9E3779B97F4A7C15L, i);
        }
        assertThat(map.size()).isEqualTo(100_000);
        for (long i = 0; i < 100_000; i += 2) {
            map = map.remove(i * 0x9E3779B97F4A7C15L);
        }
        assertThat(map.size()).isEqualTo(50_000);
        assertThat(map.get(3 * 0x9E3779B97F4A7C15L)).isEqualTo(3);
        assertThat(map.get(4 * 0x9E3779B97F4A7C15L)).isNull();
    }
}
