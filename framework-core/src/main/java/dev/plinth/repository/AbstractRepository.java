package dev.plinth.repository;

import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.MultipleResultsException;
import dev.plinth.error.SpecificationException;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.Transactions;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.Order;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.impl.PageRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A repository to extend by a class. Repositories that are interfaces are implemented by generated subclasses of it.
 * Thread-safe where the {@link Transactions} are those of a Plinth.
 *
 * @param <T> the entity
 * @param <K> its id
 */
public abstract class AbstractRepository<T, K> implements Repository<T, K> {
    private final Transactions transactions;
    private final Class<T> type;
    private final Deleted deleted;
    private final @Nullable FetchPlan<T> plan;

    /**
     * Creates a repository.
     *
     * @param transactions the Plinth, or what {@code uow.repository(...)} passes
     * @param type the entity
     */
    protected AbstractRepository(Transactions transactions, Class<T> type) {
        this(transactions, type, Deleted.EXCLUDED, null);
    }

    private AbstractRepository(Transactions transactions, Class<T> type, Deleted deleted, @Nullable FetchPlan<T> plan) {
        this.transactions = transactions;
        this.type = type;
        this.deleted = deleted;
        this.plan = plan;
    }

    /**
     * The units of work this repository works in, for what its methods do not offer.
     *
     * @return what the constructor was given
     */
    protected final Transactions transactions() {
        return transactions;
    }

    /** The same repository with another view of soft-deleted entities, or with associations that are loaded along. */
    private static final class View<T, K> extends AbstractRepository<T, K> {
        private View(Transactions transactions, Class<T> type, Deleted deleted, @Nullable FetchPlan<T> plan) {
            super(transactions, type, deleted, plan);
        }
    }

    @Override
    public Repository<T, K> fetching(FetchPlan<T> plan) {
        return new View<>(transactions, type, deleted, Objects.requireNonNull(plan, "the fetch plan is null"));
    }

    @Override
    public Repository<T, K> withDeleted() {
        return new View<>(transactions, type, Deleted.INCLUDED, plan);
    }

    @Override
    public Repository<T, K> onlyDeleted() {
        return new View<>(transactions, type, Deleted.ONLY, plan);
    }

    @Override
    public Optional<T> findById(K id) {
        required(id, "id");
        return read(uow -> find(uow, id));
    }

    @Override
    public T getById(K id) {
        required(id, "id");
        return read(uow -> deleted == Deleted.EXCLUDED && plan == null
                ? uow.getById(type, id)
                : find(uow, id)
                        .orElseThrow(() -> new EntityNotFoundException(
                                ErrorCode.NOT_FOUND,
                                "there is no '" + type.getSimpleName() + "' with id " + id
                                        + (deleted == Deleted.ONLY ? " among the deleted" : ", deleted or not"),
                                null)));
    }

    private Optional<T> find(UnitOfWork uow, K id) {
        Optional<T> found = uow.findById(type, id, deleted);
        if (plan != null) {
            uow.fetch(plan, found.stream().toList());
        }
        return found;
    }

    @Override
    public List<T> findAll(Specification<? super T> specification) {
        return read(uow -> uow.find(select(specification)));
    }

    @Override
    public List<T> findAll(Specification<? super T> specification, Order<T> order) {
        return read(uow -> uow.find(select(specification).orderBy(order)));
    }

    @Override
    public Stream<T> findAll() {
        return transactions.stream(select(Specification.all()));
    }

    @Override
    public Page<T> findAll(PageRequest request, Order<T> order) {
        return page(Specification.all(), request, order);
    }

    @Override
    public Optional<T> findOne(Specification<? super T> specification) {
        List<T> found = read(uow -> uow.find(select(specification).range(0, 2)));
        if (found.size() > 1) {
            throw new MultipleResultsException(
                    ErrorCode.NOT_UNIQUE,
                    "more than one '" + type.getSimpleName()
                            + "' where at most one was expected. Narrow the specification, or use findFirst(...)",
                    null);
        }
        return found.stream().findFirst();
    }

    @Override
    public Optional<T> findFirst(Specification<? super T> specification, Order<T> order) {
        return read(uow -> uow.find(select(specification).orderBy(order).range(0, 1))).stream()
                .findFirst();
    }

    @Override
    public long count(Specification<? super T> specification) {
        return read(uow -> uow.count(select(specification)));
    }

    @Override
    public boolean exists(Specification<? super T> specification) {
        return read(uow -> uow.exists(select(specification)));
    }

    @Override
    public Stream<T> stream(Specification<? super T> specification, Order<T> order) {
        return transactions.stream(select(specification).orderBy(order));
    }

    @Override
    public Page<T> page(Specification<? super T> specification, PageRequest request, Order<T> order) {
        required(request, "page request");
        required(order, "order");
        if (request.mode() != PageRequest.Mode.OFFSET) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "a page by cursor was asked for, which page(...) does not have. Use PageRequest.ofPage(...)",
                    null);
        }
        long offset = offset(request);
        Selection<T> selection = select(specification).orderBy(order);
        return read(uow -> {
            // one more than the page tells whether there is another page
            int limit = request.size() == Integer.MAX_VALUE ? request.size() : request.size() + 1;
            List<T> found = uow.find(selection.range(offset, limit));
            boolean more = found.size() > request.size();
            List<T> content = more ? found.subList(0, request.size()) : found;
            long total = request.requestTotal() ? uow.count(selection) : -1;
            return new PageRecord<>(request, content, total, more);
        });
    }

    private static long offset(PageRequest request) {
        try {
            return Math.multiplyExact(request.page() - 1, (long) request.size());
        } catch (ArithmeticException e) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "page " + request.page() + " of size " + request.size()
                            + " begins beyond the greatest number of rows" + " there can be. Ask for a lower page",
                    e);
        }
    }

    @Override
    public <S extends T> S insert(S entity) {
        required(entity, "entity");
        return write(uow -> latest(uow, uow.insert(entity)));
    }

    @Override
    public <S extends T> List<S> insertAll(List<S> entities) {
        entities.forEach(each -> required(each, "entity"));
        return write(uow -> latest(uow, entities.stream().map(uow::insert).toList()));
    }

    @Override
    public <S extends T> S update(S entity) {
        required(entity, "entity");
        return write(uow -> latest(uow, uow.update(entity)));
    }

    @Override
    public <S extends T> List<S> updateAll(List<S> entities) {
        entities.forEach(each -> required(each, "entity"));
        return write(uow -> latest(uow, uow.updateAll(entities)));
    }

    @Override
    public T upsert(T entity) {
        required(entity, "entity");
        return save(entity);
    }

    @Override
    public <S extends T> S save(S entity) {
        required(entity, "entity");
        return write(uow -> latest(uow, uow.upsert(entity)));
    }

    @Override
    public <S extends T> List<S> saveAll(List<S> entities) {
        entities.forEach(each -> required(each, "entity"));
        return write(uow -> latest(uow, uow.upsertAll(entities)));
    }

    @Override
    public void delete(T entity) {
        required(entity, "entity");
        run(uow -> uow.remove(entity));
    }

    @Override
    public void deleteAll(List<? extends T> entities) {
        entities.forEach(each -> required(each, "entity"));
        run(uow -> uow.removeAll(entities));
    }

    @Override
    public void deleteById(K id) {
        required(id, "id");
        run(uow -> uow.findById(type, id).ifPresent(uow::remove));
    }

    @Override
    public T restore(K id) {
        return write(uow -> latest(uow, uow.restore(type, id)));
    }

    @Override
    public void purge(K id) {
        run(uow -> uow.purge(type, id));
    }

    // the exception that jakarta.data asks for
    private static void required(@Nullable Object argument, String what) {
        Objects.requireNonNull(argument, () -> "the " + what + " is null");
    }

    // the copy of a record that has the new id and version is known after the flush
    private <S> S latest(UnitOfWork uow, S entity) {
        if (entity instanceof Record) {
            uow.flush();
            return uow.current(entity);
        }
        return entity;
    }

    private <S> List<S> latest(UnitOfWork uow, List<S> entities) {
        if (entities.stream().anyMatch(Record.class::isInstance)) {
            uow.flush();
            return entities.stream().map(uow::current).toList();
        }
        return entities;
    }

    private <R> R read(Function<UnitOfWork, R> work) {
        UnitOfWork running = transactions.current().orElse(null);
        return running != null ? work.apply(running) : transactions.readResult(work::apply);
    }

    private <R> R write(Function<UnitOfWork, R> work) {
        UnitOfWork running = transactions.current().orElse(null);
        return running != null ? work.apply(running) : transactions.transactResult(work::apply);
    }

    private void run(Consumer<UnitOfWork> work) {
        UnitOfWork running = transactions.current().orElse(null);
        if (running != null) {
            work.accept(running);
        } else {
            transactions.transact(work::accept);
        }
    }

    private Selection<T> select(Specification<? super T> specification) {
        Selection<T> selection = Selection.of(type).where(specification).deleted(deleted);
        return plan == null ? selection : selection.fetch(plan);
    }
}
