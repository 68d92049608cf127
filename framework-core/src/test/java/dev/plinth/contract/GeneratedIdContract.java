package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Product;
import dev.plinth.contract.domain.Receipt;
import dev.plinth.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids from UUIDs and sequences, set by the insert. */
public abstract class GeneratedIdContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Product.class, Receipt.class);
    }

    @Test
    void aUuidIsSetByInsert() {
        plinth().transact(uow -> {
            Customer ada = new Customer("Ada");
            assertThat(ada.getId()).isNull();
            assertThat(uow.insert(ada)).isSameAs(ada);
            assertThat(ada.getId()).isNotNull();
            assertThat(ada.getId().version()).isEqualTo(7);
            assertThat(ada.getId().variant()).isEqualTo(2);
        });
    }

    @Test
    void uuidsAreOrderedByTime() {
        List<UUID> ids = plinth().transactResult(uow -> IntStream.range(0, 500)
                .mapToObj(i -> uow.insert(new Customer("c" + i)).getId())
                .toList());
        assertThat(ids).isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(new HashSet<>(ids)).hasSize(500);
    }

    @Test
    void aUuidOfARecordIsOnTheCopy() {
        plinth().transact(uow -> {
            Product chair = uow.insert(Product.of("chair", "10.00"));
            assertThat(present(chair.id()).version()).isEqualTo(7);
            assertThat(uow.findById(Product.class, present(chair.id()))).contains(chair);
        });
    }

    @Test
    void aSequenceIsTakenInBlocks() {
        Statistics cost = cost(() -> plinth().transact(uow -> {
            for (int i = 0; i < 3 * Receipt.BLOCK; i++) {
                uow.insert(new Receipt(i));
            }
        }));
        assertThat(cost.others()).isLessThanOrEqualTo(4);
    }

    @Test
    void aSequenceBeginsWithItsInitialValueAndLeavesNoGaps() {
        List<Receipt> receipts = new ArrayList<>();
        plinth().transact(uow -> {
            for (int i = 0; i < 2 * Receipt.BLOCK + 1; i++) {
                receipts.add(uow.insert(new Receipt(i)));
            }
        });
        assertThat(receipts)
                .extracting(Receipt::getId)
                .containsExactlyElementsOf(IntStream.rangeClosed(1000, 1000 + 2 * Receipt.BLOCK)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void aSequenceIdIsSetByInsert() {
        plinth().transact(uow -> {
            Receipt receipt = uow.insert(new Receipt(5));
            assertThat(receipt.getId()).isGreaterThanOrEqualTo(1000);
            assertThat(uow.findById(Receipt.class, receipt.getId())).containsSame(receipt);
        });
    }

    @Test
    void aSequenceGivesEachIdOnceToAllThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Long>>> results = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<List<Long>>>mapToObj(thread -> this::takeIds)
                    .toList());
            Set<Long> ids = new HashSet<>();
            for (Future<List<Long>> result : results) {
                ids.addAll(result.get());
            }
            assertThat(ids).hasSize(400);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> takeIds() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            plinth().transact(uow -> {
                for (int j = 0; j < 10; j++) {
                    ids.add(uow.insert(new Receipt(j)).getId());
                }
            });
        }
        return ids;
    }

    @Test
    void aUuidThatTheApplicationHasSetIsKept() {
        UUID mine = UUID.randomUUID();
        Customer ada = new Customer("Ada");
        ada.setId(mine);
        insert(ada);
        assertThat(found(Customer.class, mine)).isPresent();
    }

    @Test
    void theIdOfATrackedObjectCannotBeChanged() {
        Customer ada = saved(new Customer("Ada"));
        assertThatThrownBy(() -> plinth().transact(
                                uow -> uow.getById(Customer.class, ada.getId()).setId(UUID.randomUUID())))
                .satisfies(hasCode(ErrorCode.ENTITY_ID))
                .hasMessageContaining("Customer")
                .hasMessageContaining(ada.getId().toString());
        assertThat(found(Customer.class, ada.getId())).isPresent();
    }

    @Test
    void aRollbackTakesTheGeneratedIdBack() {
        Customer ada = new Customer("Ada");
        Receipt receipt = new Receipt(1);
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(ada);
                    uow.insert(receipt);
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(ada.getId()).isNull();
        assertThat(receipt.getId()).isZero();
        insert(ada, receipt);
        assertThat(found(Customer.class, ada.getId())).isPresent();
    }
}
