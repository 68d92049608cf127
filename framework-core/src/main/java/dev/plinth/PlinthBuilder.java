package dev.plinth;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.backend.Backend;
import dev.plinth.backend.Store;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ModelException;
import dev.plinth.error.Problem;
import dev.plinth.internal.audit.AuditRow;
import dev.plinth.internal.audit.AuditWriter;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.flush.AuditSink;
import dev.plinth.internal.flush.Validation;
import dev.plinth.internal.ids.TimeOrderedUuids;
import dev.plinth.internal.json.JsonMapping;
import dev.plinth.internal.metadata.ModelReader;
import dev.plinth.internal.monitoring.Counters;
import dev.plinth.internal.unitofwork.Runtime;
import dev.plinth.internal.validation.BeanValidation;
import dev.plinth.internal.validation.Validations;
import dev.plinth.internal.values.RowRules;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Configures a {@link Plinth}. Not thread-safe. */
public final class PlinthBuilder {
    private final Backend backend;
    private final List<Class<?>> entities = new ArrayList<>();
    private final List<EntityMapping<?>> mappings = new ArrayList<>();
    private Supplier<@Nullable String> actor = () -> null;
    private Clock clock = Clock.systemUTC();
    // of no class that an application may leave out
    private @Nullable Object objectMapper;
    private boolean validated = true;
    private boolean strictLoading;
    private @Nullable ValidatorFactory validators;

    PlinthBuilder(Backend backend) {
        this.backend = required(backend, "backend");
    }

    /**
     * Adds entities that are mapped by annotations.
     *
     * @param types classes or records that are {@code @Entity}
     * @return this
     */
    public PlinthBuilder entities(Class<?>... types) {
        for (Class<?> type : required(types, "array of entities")) {
            entities.add(required(type, "entity"));
        }
        return this;
    }

    /**
     * Adds entities that are mapped by code.
     *
     * @param mappings their mappings
     * @return this
     */
    public PlinthBuilder mappings(EntityMapping<?>... mappings) {
        for (EntityMapping<?> mapping : required(mappings, "array of mappings")) {
            this.mappings.add(required(mapping, "mapping"));
        }
        return this;
    }

    /**
     * Says who is acting, for the audit trail.
     *
     * @param actor asked at each flush that writes audit entries, on the thread of the unit of work; may return null
     * @return this
     */
    public PlinthBuilder actor(Supplier<@Nullable String> actor) {
        this.actor = required(actor, "supplier of the actor");
        return this;
    }

    /**
     * Sets the clock for versions, deletions and the audit trail. The default is the system's.
     *
     * @param clock the clock
     * @return this
     */
    public PlinthBuilder clock(Clock clock) {
        this.clock = required(clock, "clock");
        return this;
    }

    /**
     * Says what validates entities before they are written. Without this, and without {@link #withoutValidation()}, it is
     * the provider of Jakarta Validation on the class path, where there is one.
     *
     * @param factory makes the validator; the caller closes it, after the Plinth
     * @return this
     */
    public PlinthBuilder validation(ValidatorFactory factory) {
        this.validators = required(factory, "factory of validators");
        this.validated = true;
        return this;
    }

    /**
     * Loads associations only where a fetch plan asks for them. Touching one that is not loaded fails, naming the place in
     * the code and the plan that is missing. For tests, and for services in which every query is to be seen in the code.
     *
     * @return this
     */
    public PlinthBuilder strictLoading() {
        this.strictLoading = true;
        return this;
    }

    /**
     * Leaves the constraints of Jakarta Validation alone: entities are not validated, and columns know nothing of
     * constraints.
     *
     * @return this
     */
    public PlinthBuilder withoutValidation() {
        this.validated = false;
        return this;
    }

    /**
     * Sets how properties that are {@link dev.plinth.mapping.Json} become JSON and back. The default goes through
     * fields, as entities do, and writes times in their ISO form.
     *
     * @param mapper the application's mapper, which is not changed any more
     * @return this
     */
    public PlinthBuilder json(ObjectMapper mapper) {
        this.objectMapper = required(mapper, "ObjectMapper");
        return this;
    }

    /**
     * Reads the model, connects to the database and checks that it can hold the model.
     *
     * @return the Plinth; the caller closes it
     * @throws dev.plinth.error.ModelException where the model has mistakes, listing all of them
     * @throws dev.plinth.error.ConnectionException where the database cannot be reached
     * @throws dev.plinth.error.ConfigurationException where there are no entities, or the database is not one that the
     *     backend supports
     */
    public Plinth build() {
        if (entities.isEmpty() && mappings.isEmpty()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the Plinth has no entities, so that there is nothing to read or write. Add some to the builder:"
                            + " entities(Customer.class, ...) or mappings(...)",
                    null);
        }
        Counters counters = new Counters();
        Store store = backend.connect(counters);
        Closing closing = new Closing();
        closing.add(store::close);
        try {
            ModelReader.Result read = read(store);
            Model model = read.model();
            List<Problem> problems = new ArrayList<>(read.problems());
            model.stored().entities().forEach(entity -> problems.addAll(RowRules.problems(entity, store)));
            problems.addAll(store.prepare(model.stored()));
            if (!problems.isEmpty()) {
                throw new ModelException(problems);
            }
            Validation validation = validation(model, closing);
            TimeOrderedUuids uuids = new TimeOrderedUuids();
            Runtime runtime = new Runtime(
                    store, model, clock, counters, uuids, validation, strictLoading, known -> trail(known, uuids));
            return new DefaultPlinth(store, model, counters, runtime, closing).started();
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    private Validation validation(Model model, Closing closing) {
        if (!validated) {
            return Validation.NONE;
        } else if (validators != null) {
            return new BeanValidation(validators, model);
        }
        ValidatorFactory provided = Validations.provided();
        if (provided == null) {
            return Validation.NONE;
        }
        closing.add(provided::close);
        return new BeanValidation(provided, model);
    }

    // the audit trail is part of the model only where something is written to it
    private ModelReader.Result read(Store store) {
        JsonMapping json = JsonMapping.find(objectMapper);
        ModelReader.Result read = ModelReader.read(entities, mappings, validated, store.driverTypes(), json);
        if (read.model().entities().stream().noneMatch(EntityModel::audited)) {
            return read;
        }
        List<Class<?>> withTrail = new ArrayList<>(entities);
        withTrail.add(AuditRow.class);
        return ModelReader.read(withTrail, mappings, validated, store.driverTypes(), json);
    }

    private AuditSink trail(Map<Class<?>, EntityRuntime> known, TimeOrderedUuids uuids) {
        EntityRuntime rows = known.get(AuditRow.class);
        return rows == null ? AuditSink.NONE : new AuditWriter(rows.mapper(), rows.rules(), uuids, actor);
    }

    private static <V> V required(@Nullable V argument, String what) {
        if (argument == null) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID, "the " + what + " given to the builder is null", null);
        }
        return argument;
    }
}
