package dev.plinth.jdbc.internal.error;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entities of a model refer to which, to say so when the engine tells less. Immutable. */
public final class Referrals {
    /** Nothing refers to anything. */
    static final Referrals NONE = new Referrals(List.of());

    private final List<Referral> all;

    /**
     * A foreign key.
     *
     * @param constraint its name in a schema that Plinth creates
     * @param links the links that have it, or null where rows of the entity do
     */
    record Referral(
            String constraint,
            EntityModel entity,
            @Nullable CollectionModel links,
            List<ColumnModel> columns,
            EntityModel target) {
        String table() {
            return (links == null ? entity.table() : links.table()).name();
        }

        List<String> columnNames() {
            return columns.stream().map(ColumnModel::name).toList();
        }

        /** The property that refers. */
        String property() {
            return links != null
                    ? links.path()
                    : entity.associations().stream()
                            .filter(association -> association.keeping() instanceof AssociationModel.ForeignKey key
                                    && key.columns().equals(columns))
                            .map(AssociationModel::path)
                            .findFirst()
                            .orElse(columns.get(0).path());
        }

        /** The same with the name of its entity; columns without a property belong to a collection of the target's. */
        String path() {
            String[] parts = property().split("#");
            return parts.length > 1 ? parts[0] + "." + parts[1] : entity.name() + "." + property();
        }
    }

    private Referrals(List<Referral> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Collects them.
     *
     * @param linkName the name of the foreign key from a table of links to what they link to
     */
    public static Referrals of(Model model, UnaryOperator<String> linkName) {
        List<Referral> all = new ArrayList<>();
        model.written().stream().map(EntityModel::root).distinct().forEach(entity -> {
            for (ForeignKeyModel key : entity.foreignKeys()) {
                all.add(new Referral(
                        key.name(),
                        entity,
                        null,
                        key.columns(),
                        key.target().get().root()));
            }
            for (CollectionModel links : entity.collections()) {
                if (links.target() != null) {
                    all.add(new Referral(
                            linkName.apply(links.table().name()),
                            entity,
                            links,
                            links.columns(),
                            links.target().get().root()));
                }
            }
        });
        return new Referrals(all);
    }

    /** Those that may have been broken: one where the engine tells which, all that it can be where it tells nothing. */
    List<Referral> broken(BrokenRule broken, Doing doing) {
        List<Referral> possible = all.stream()
                .filter(each -> doing.deletes() ? isTo(each, doing) : isFrom(each, doing))
                .toList();
        if (broken.constraint() == null && broken.referrer() == null) {
            return possible;
        }
        List<Referral> named = possible.stream()
                .filter(each -> each.constraint().equalsIgnoreCase(broken.constraint()))
                .toList();
        return named.isEmpty()
                ? possible.stream()
                        .filter(each -> isLike(each, broken, doing.deletes()))
                        .toList()
                : named;
    }

    private static boolean isTo(Referral referral, Doing doing) {
        return doing.entity() != null && referral.target() == doing.entity().root();
    }

    private static boolean isFrom(Referral referral, Doing doing) {
        return doing.entity() != null
                && referral.entity() == doing.entity().root()
                && referral.links() == doing.collection();
    }

    // a foreign key with a name of its own
    private static boolean isLike(Referral referral, BrokenRule broken, boolean deletes) {
        return referral.table().equalsIgnoreCase(broken.referrer())
                && (deletes || lower(referral.columnNames()).equals(lower(broken.columns())));
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
    }
}
