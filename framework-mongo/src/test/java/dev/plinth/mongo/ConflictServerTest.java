package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Customer;
import dev.plinth.error.StaleEntityException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a write conflict of the server becomes. */
@OnGivenServer
class ConflictServerTest {
    private Plinth plinth = open();

    private static Plinth open() {
        return Plinth.builder(TestServer.GIVEN.backendOfItsOwn())
                .entities(Customer.class)
                .build();
    }

    @BeforeEach
    void create() {
        plinth.schema().create();
    }

    @AfterEach
    void drop() {
        plinth.schema().drop();
        plinth.close();
    }

    private UUID inserted(String name) {
        return Objects.requireNonNull(
                plinth.transactResult(uow -> uow.insert(new Customer(name)).getId()));
    }

    private void elsewhere(UUID id) {
        CompletableFuture.runAsync(() ->
                        plinth.transact(uow -> uow.getById(Customer.class, id).setName("theirs")))
                .join();
    }

    @Test
    void theRowThatSomeoneElseHasChangedIsNamed() {
        UUID ada = inserted("Ada");
        UUID eve = inserted("Eve");
        Throwable error = catchThrowable(() -> plinth.transact(uow -> {
            Customer own = uow.getById(Customer.class, ada);
            Customer shared = uow.getById(Customer.class, eve);
            own.setName("once");
            uow.flush();
            elsewhere(eve);
            own.setName("twice");
            shared.setName("mine");
        }));
        assertThat(error).isInstanceOf(StaleEntityException.class);
        StaleEntityException stale = (StaleEntityException) error;
        assertThat(stale.id()).isEqualTo(eve);
        assertThat(stale.isRetryable()).isTrue();
        assertThat(stale).hasMessageContaining("was read with version 1, but the database has version 2");
        plinth.read(uow -> {
            assertThat(uow.getById(Customer.class, ada).getName()).isEqualTo("Ada");
            assertThat(uow.getById(Customer.class, eve).getName()).isEqualTo("theirs");
        });
    }
}
