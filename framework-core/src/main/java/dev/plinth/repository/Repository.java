package dev.plinth.repository;

import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A collection of entities. Extend it by an interface whose default methods say what the application asks for, or extend
 * {@link AbstractRepository} by a class. A repository from {@code plinth.repository(...)} is thread-safe: it joins the unit
 * of work that runs on the thread, else each call is a unit of work of its own and results are detached. One from
 * {@code uow.repository(...)} works in that unit of work. Soft-deleted entities are not seen, except through
 * {@link #withDeleted()} and {@link #onlyDeleted()}.
 *
 * <p>The methods of {@link CrudRepository} keep their contract. In particular {@code save} inserts where the entity has a
 * generated id that is not set yet or no row has its id, else it updates; {@code insert} and {@code update} do not guess.
 *
 * @param <T> the entity
 * @param <K> its id
 */
public interface Repository<T, K> extends CrudRepository<T, K> {
    /**
     * Finds entities in no order.
     *
     * @param specification which entities
     * @return the entities
     */
    List<T> findAll(Specification<? super T> specification);

    /**
     * Finds entities.
     *
     * @param specification which entities
     * @param order in which order
     * @return the entities
     */
    List<T> findAll(Specification<? super T> specification, Order<T> order);

    /**
     * Finds the only entity that is meant.
     *
     * @param specification which entity
     * @return the entity, or empty where there is none
     * @throws dev.plinth.error.MultipleResultsException where there is more than one
     */
    Optional<T> findOne(Specification<? super T> specification);

    /**
     * Finds the first entity.
     *
     * @param specification which entities
     * @param order in which order; entities that are alike in it are ordered by id
     * @return the first, or empty where there is none
     */
    Optional<T> findFirst(Specification<? super T> specification, Order<T> order);

    /**
     * Finds an entity that must exist.
     *
     * @param id its id, not null
     * @return the entity
     * @throws dev.plinth.error.EntityNotFoundException where there is none, naming the type and the id
     */
    T getById(K id);

    /**
     * Counts entities.
     *
     * @param specification which entities
     * @return how many there are
     */
    long count(Specification<? super T> specification);

    /**
     * Whether there is an entity.
     *
     * @param specification which entities
     * @return true where there is at least one
     */
    boolean exists(Specification<? super T> specification);

    /**
     * Reads one page by offset.
     *
     * @param specification which entities
     * @param request which page, how large, and whether the total is wanted
     * @param order in which order; entities that are alike in it are ordered by id
     * @return the page
     * @throws dev.plinth.error.SpecificationException where the request is for a cursor
     */
    Page<T> page(Specification<? super T> specification, PageRequest request, Order<T> order);

    /**
     * Passes over entities one by one.
     *
     * @param specification which entities
     * @param order in which order
     * @return a stream that holds a connection until it is closed: use try-with-resources
     */
    Stream<T> stream(Specification<? super T> specification, Order<T> order);

    /**
     * Inserts the entity where no row has its id, else updates the row.
     *
     * @param entity the entity
     * @return the entity; for a record the copy with the id and version
     */
    T upsert(T entity);

    /**
     * The same repository, soft-deleted entities seen.
     *
     * @return a view
     */
    Repository<T, K> withDeleted();

    /**
     * The same repository, nothing but soft-deleted entities seen.
     *
     * @return a view
     */
    Repository<T, K> onlyDeleted();

    /**
     * The same repository, whose finds, pages and streams load associations along. Neither the entities found nor their
     * order or number change.
     *
     * @param plan which associations
     * @return a view of this repository
     */
    Repository<T, K> fetching(FetchPlan<T> plan);

    /**
     * Brings a soft-deleted entity back.
     *
     * @param id its id
     * @return the entity; itself where it is not deleted
     * @throws dev.plinth.error.EntityNotFoundException where there is no row
     */
    T restore(K id);

    /**
     * Deletes the row of an entity for good, soft-deleted or not.
     *
     * @param id its id
     * @throws dev.plinth.error.EntityNotFoundException where there is no row
     */
    void purge(K id);
}
