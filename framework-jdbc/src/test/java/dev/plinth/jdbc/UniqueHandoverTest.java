package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.error.EntityStateException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Unique values change hands within one flush, on an engine that checks every single statement. */
final class UniqueHandoverTest {
    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"aisle", "shelf"}))
    static class Place {
        @Id
        int id;

        @Version
        long version;

        @Column(unique = true, nullable = false)
        String label = "";

        @Column(unique = true)
        @Nullable
        Integer rank;

        int aisle;
        long shelf;
        String note = "";
    }

    @Entity
    static class Seat {
        @Id
        int id;

        @Column(unique = true)
        short number;

        Seat(int id) {
            this.id = id;
            this.number = (short) id;
        }

        protected Seat() {}
    }

    private static Plinth plinth() {
        Plinth plinth = Plinth.builder(JdbcBackend.url(H2.url()))
                .entities(Place.class, Seat.class)
                .build();
        plinth.schema().create();
        return plinth;
    }

    private static void place(Place place, int label, @Nullable Integer rank, int at) {
        place.label = "label " + label;
        place.rank = rank;
        place.aisle = at / 4;
        place.shelf = at % 4;
    }

    @Test
    void anyPermutationCanBeFlushed() {
        Random random = new Random(7);
        try (Plinth plinth = plinth()) {
            plinth.transact(uow -> {
                for (int i = 0; i < 12; i++) {
                    Place place = new Place();
                    place.id = i;
                    place(place, i, i, i);
                    uow.insert(place);
                }
            });
            for (int round = 0; round < 60; round++) {
                List<Integer> labels = shuffled(random, 14);
                List<Integer> ranks = shuffled(random, 14);
                List<Integer> places = shuffled(random, 14);
                plinth.transact(uow -> {
                    for (int i = 0; i < 12; i++) {
                        Place place = uow.getById(Place.class, i);
                        if (random.nextInt(6) > 0) {
                            place.note = "round " + random.nextInt();
                        }
                        place(place, labels.get(i), ranks.get(i) > 11 ? null : ranks.get(i), places.get(i));
                    }
                });
                plinth.transact(uow -> {
                    for (int i = 0; i < 12; i++) {
                        Place place = uow.getById(Place.class, i);
                        assertThat(place.label).isEqualTo("label " + labels.get(i));
                        assertThat(place.rank).isEqualTo(ranks.get(i) > 11 ? null : ranks.get(i));
                        assertThat(place.aisle * 4 + place.shelf).isEqualTo((long) places.get(i));
                    }
                });
            }
        }
    }

    private static List<Integer> shuffled(Random random, int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        return numbers;
    }

    @Test
    void aSwapThatNoValueCanHelpIsRefusedBeforeAnythingIsSent() {
        try (Plinth plinth = plinth()) {
            plinth.transact(uow -> {
                uow.insert(new Seat(1));
                uow.insert(new Seat(2));
            });
            long before = plinth.statistics().updates();
            assertThatThrownBy(() -> plinth.transact(uow -> {
                        uow.getById(Seat.class, 1).number = 2;
                        uow.getById(Seat.class, 2).number = 1;
                    }))
                    .isInstanceOf(EntityStateException.class)
                    .hasMessageContaining("rows of 'Seat' exchange values of the unique key 'uk_seat_number'");
            assertThat(plinth.statistics().updates()).isEqualTo(before);
            plinth.transact(uow -> {
                uow.getById(Seat.class, 1).number = 2;
                uow.getById(Seat.class, 2).number = 3;
            });
        }
    }
}
