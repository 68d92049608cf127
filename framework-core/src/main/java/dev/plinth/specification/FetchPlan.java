package dev.plinth.specification;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which associations are loaded ahead, with one query for each level however many entities there are:
 *
 * <pre>{@code
 * FetchPlan.of(Customer::getOrders, Order::getLines).and(FetchPlan.of(Customer::getAddress))
 * }</pre>
 *
 * <p>A plan changes neither which entities are found nor their order or number. Immutable.
 *
 * @param <T> the entity that the plan begins at
 */
public final class FetchPlan<T> {
    private final Map<String, Branch> branches;

    /**
     * One association of a plan.
     *
     * @param property its name
     * @param limit how many entities are loaded for each owner at most; 0 for all
     * @param order which of them come first where they are limited
     * @param next the associations of the entities that are loaded
     */
    public record Branch(String property, int limit, Order<?> order, List<Branch> next) {
        /** Copies the list. */
        public Branch {
            next = List.copyOf(next);
        }
    }

    private FetchPlan(Map<String, Branch> branches) {
        this.branches = branches;
    }

    /**
     * Loads one association.
     *
     * @param property a method reference to it
     * @param <T> the entity
     * @return the plan
     * @throws SpecificationException where the property is null or something else than a method reference
     */
    public static <T> FetchPlan<T> of(Property<T, ?> property) {
        return chain(List.of(Path.of(property)));
    }

    /**
     * Loads an association, and one of the entities that it leads to.
     *
     * @param first a method reference to the entity's association
     * @param second a method reference to an association of the entities in it
     * @param <T> the entity
     * @param <A> the associated entity
     * @return the plan
     * @throws SpecificationException where a property is null or something else than a method reference
     */
    public static <T, A> FetchPlan<T> of(Property<T, ?> first, Property<A, ?> second) {
        return chain(List.of(Path.of(first), Path.of(second)));
    }

    /**
     * Loads three levels of associations.
     *
     * @param first a method reference to the entity's association
     * @param second a method reference to an association of the entities in it
     * @param third a method reference to an association of the entities in that
     * @param <T> the entity
     * @param <A> the associated entity
     * @param <B> the entity associated with that
     * @return the plan
     * @throws SpecificationException where a property is null or something else than a method reference
     */
    public static <T, A, B> FetchPlan<T> of(Property<T, ?> first, Property<A, ?> second, Property<B, ?> third) {
        return chain(List.of(Path.of(first), Path.of(second), Path.of(third)));
    }

    /**
     * Loads associations by name, for dynamic code.
     *
     * @param type the entity
     * @param paths names joined by dots, one path at least, for example {@code orders.lines}
     * @param <T> the entity
     * @return the plan
     */
    public static <T> FetchPlan<T> of(Class<T> type, String... paths) {
        Arguments.required(type, "type", "give the entity's class");
        Arguments.required(paths, "array of paths", "give names such as \"orders.lines\"");
        FetchPlan<T> plan = new FetchPlan<>(Map.of());
        for (String path : paths) {
            plan = plan.and(chain(Arrays.stream(Arguments.required(path, "path", "give a property's name")
                            .split("\\.", -1))
                    .map(Path::of)
                    .toList()));
        }
        if (plan.branches.isEmpty()) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "a fetch plan without a path loads nothing. Give one such as \"orders.lines\", or leave the plan out",
                    null);
        }
        return plan;
    }

    private static <T> FetchPlan<T> chain(List<Path> path) {
        List<Branch> next = List.of();
        for (int i = path.size() - 1; i >= 0; i--) {
            next = List.of(new Branch(path.get(i).toString(), 0, Order.by(List.of()), next));
        }
        return new FetchPlan<>(Map.of(next.get(0).property(), next.get(0)));
    }

    /**
     * Loads what this plan and another load.
     *
     * @param other another plan of the same entity
     * @return a plan that is both
     * @throws SpecificationException where the two limit the same association in different ways
     */
    public FetchPlan<T> and(FetchPlan<T> other) {
        Arguments.required(other, "fetch plan", "give one: FetchPlan.of(Customer::getOrders)");
        return new FetchPlan<>(merged(branches(), other.branches()));
    }

    private static Map<String, Branch> merged(List<Branch> ours, List<Branch> theirs) {
        Map<String, Branch> result = new LinkedHashMap<>();
        ours.forEach(branch -> result.put(branch.property(), branch));
        theirs.forEach(branch -> result.merge(branch.property(), branch, FetchPlan::merged));
        return result;
    }

    private static Branch merged(Branch one, Branch other) {
        if (one.limit() != other.limit()
                || !one.order().sorts().equals(other.order().sorts())) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "two fetch plans limit '" + one.property() + "' in different ways. Keep one of them",
                    null);
        }
        List<Branch> next = new ArrayList<>(merged(one.next(), other.next()).values());
        return new Branch(one.property(), one.limit(), one.order(), next);
    }

    /**
     * Loads only the first entities of the association at the end of this plan, for each owner. The collection then is a
     * part of the association: it cannot be changed, and a flush passes over it.
     *
     * @param perOwner how many entities of each owner, at least 1
     * @param order which come first; the id is added as the last key
     * @return the plan
     * @throws SpecificationException where the number is less than 1, or this plan has more than one end
     */
    public FetchPlan<T> limit(int perOwner, Order<?> order) {
        Arguments.required(order, "order", "say which come first: Order.by(desc(Order::getPlacedAt))");
        if (perOwner < 1) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID, "a limit of " + perOwner + " for each owner: give at least 1", null);
        }
        Branch limited = limited(branches(), perOwner, order);
        return new FetchPlan<>(Map.of(limited.property(), limited));
    }

    private static Branch limited(List<Branch> branches, int perOwner, Order<?> order) {
        if (branches.size() != 1) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "a fetch plan with several ends does not tell which is limited. Limit the plan of one association and"
                            + " add it with and(...)",
                    null);
        }
        Branch branch = branches.get(0);
        return branch.next().isEmpty()
                ? new Branch(branch.property(), perOwner, order, List.of())
                : new Branch(
                        branch.property(),
                        branch.limit(),
                        branch.order(),
                        List.of(limited(branch.next(), perOwner, order)));
    }

    /**
     * The associations of the entity that are loaded.
     *
     * @return at least one
     */
    public List<Branch> branches() {
        return List.copyOf(branches.values());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FetchPlan<?> that && branches.equals(that.branches);
    }

    @Override
    public int hashCode() {
        return branches.hashCode();
    }

    @Override
    public String toString() {
        List<String> paths = new ArrayList<>();
        branches.values().forEach(branch -> addPaths("", branch, paths));
        return "fetch " + String.join(", ", paths);
    }

    private static void addPaths(String prefix, Branch branch, List<String> paths) {
        String path = prefix + branch.property() + (branch.limit() == 0 ? "" : "[" + branch.limit() + "]");
        if (branch.next().isEmpty()) {
            paths.add(path);
        }
        branch.next().forEach(next -> addPaths(path + ".", next, paths));
    }
}
