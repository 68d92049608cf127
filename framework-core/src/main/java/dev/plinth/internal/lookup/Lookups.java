package dev.plinth.internal.lookup;

import dev.plinth.backend.Store;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.PlinthError;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.model.LookupModel;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.LookupDifference.Kind;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.unitofwork.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lookup tables of a model, kept in step with the code. */
public final class Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    /** So many processes may add the same rows at the same time, one after the other getting ahead. */
    private static final int ATTEMPTS = 10;

    private final Store store;
    private final List<LookupModel> lookups;
    private final Transactions transactions;
    private final Function<Class<?>, EntityRuntime> entities;

    /**
     * Looks after some tables.
     *
     * @param store where they are
     * @param lookups the tables, those of enums first
     * @param transactions writes the rows of entities
     * @param entities what is needed to work with an entity
     */
    public Lookups(
            Store store,
            List<LookupModel> lookups,
            Transactions transactions,
            Function<Class<?>, EntityRuntime> entities) {
        this.store = store;
        this.lookups = lookups;
        this.transactions = transactions;
        this.entities = entities;
    }

    /** Brings the tables in step where they are there; else whoever creates them does. */
    public void synchronizeExisting() {
        if (!lookups.isEmpty() && exist()) {
            synchronize();
        }
    }

    private boolean exist() {
        Set<String> names =
                lookups.stream().map(lookup -> lookup.entity().name()).collect(Collectors.toSet());
        return store.validateSchema().stream()
                .noneMatch(difference -> difference.kind() == SchemaDifference.Kind.TABLE_MISSING
                        && names.contains(difference.entity()));
    }

    /**
     * Adds what is missing and reports what differs.
     *
     * @return what was added, and what differs
     */
    public List<LookupDifference> synchronize() {
        List<LookupDifference> differences = new ArrayList<>();
        List<EntityTable> tables = new ArrayList<>();
        for (LookupModel lookup : lookups) {
            if (lookup.isEnum()) {
                differences.addAll(repeated(new EnumTable(store, lookup)::synchronize));
            } else {
                tables.add(new EntityTable(entities.apply(lookup.entity().type()), lookup));
            }
        }
        if (!tables.isEmpty()) {
            // in one unit of work, since they may refer to each other
            differences.addAll(repeated(() -> transactions.transactResult(uow -> {
                List<LookupDifference> found = new ArrayList<>();
                tables.forEach(table -> found.addAll(table.synchronize(uow)));
                return found;
            })));
        }
        report(differences);
        return List.copyOf(differences);
    }

    // another process may be at it: then its rows are there next time
    private static List<LookupDifference> repeated(Supplier<List<LookupDifference>> attempt) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                boolean others =
                        e instanceof DuplicateKeyException || (e instanceof PlinthError error && error.isRetryable());
                if (!others || left == 1) {
                    throw e;
                }
                LOG.debug("rows of lookup tables are being added by someone else, too; looking again", e);
            }
        }
    }

    private static void report(List<LookupDifference> differences) {
        for (LookupDifference difference : differences) {
            if (difference.kind() == Kind.ADDED) {
                LOG.info("lookup table: {}", difference);
            } else {
                LOG.warn("lookup table: {}", difference);
            }
        }
    }
}
