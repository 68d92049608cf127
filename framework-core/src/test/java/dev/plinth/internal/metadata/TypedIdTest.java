package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.repository.Repository;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.GenerationType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A domain with ids of types of its own and without annotations, from the mapping to the database and back. */
class TypedIdTest {
    record TicketId(UUID value) {}

    static final class TicketIds implements AttributeConverter<TicketId, UUID> {
        @Override
        public UUID convertToDatabaseColumn(TicketId id) {
            return id.value();
        }

        @Override
        public TicketId convertToEntityAttribute(UUID value) {
            return new TicketId(value);
        }
    }

    record Seat(int row, String letter) {}

    static class Ticket {
        private TicketId id;
        private long version;
        private Seat seat;
        private List<Seat> former;

        TicketId getId() {
            return id;
        }

        long getVersion() {
            return version;
        }

        Seat getSeat() {
            return seat;
        }

        List<Seat> getFormer() {
            return former;
        }
    }

    interface Tickets extends Repository<Ticket, TicketId> {}

    private static Plinth plinth() {
        Plinth plinth = Plinth.builder(MemoryBackend.create())
                .mappings(EntityMapping.of(Ticket.class)
                        .id(Ticket::getId)
                        .generated(GenerationType.UUID)
                        .column(Ticket::getId, c -> c.convert(new TicketIds()))
                        .version(Ticket::getVersion)
                        .embedded(Ticket::getSeat)
                        .elements(Ticket::getFormer))
                .build();
        plinth.schema().create();
        return plinth;
    }

    @Test
    void aGeneratedIdGoesThroughItsConverter() {
        try (Plinth plinth = plinth()) {
            Ticket ticket = new Ticket();
            ticket.former = List.of(new Seat(1, "A"), new Seat(1, "A"));

            plinth.transact(uow -> uow.insert(ticket));

            assertThat(ticket.id.value().version()).isEqualTo(7);
            Ticket found = plinth.repository(Tickets.class).getById(ticket.id);
            assertThat(found.id).isEqualTo(ticket.id);
            assertThat(found.former).containsExactly(new Seat(1, "A"), new Seat(1, "A"));
        }
    }

    @Test
    void anEmbeddableWithAPrimitiveMayBeNull() {
        try (Plinth plinth = plinth()) {
            Ticket ticket = new Ticket();
            plinth.transact(uow -> uow.insert(ticket));
            Tickets tickets = plinth.repository(Tickets.class);
            assertThat(tickets.getById(ticket.id).seat).isNull();

            plinth.transact(uow -> uow.getById(Ticket.class, ticket.id).seat = new Seat(0, null));

            assertThat(tickets.getById(ticket.id).seat).isEqualTo(new Seat(0, null));
        }
    }
}
