package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.association.Ref;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.specification.Selection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The schema of entities that refer to each other, whatever their ids are and in whatever order they come. */
public abstract class ReferenceSchemaContract extends Contract {
    /** Refers to everything there is. */
    @Entity
    static class Visit {
        @Id
        private long id;

        @ManyToOne(optional = false)
        private @Nullable Firm firm;

        @ManyToOne
        private @Nullable Stall stall;

        @ManyToOne
        private @Nullable Ref<Region> region;

        @ManyToOne
        private @Nullable Ref<Fair> fair;

        @ManyToOne
        private @Nullable Ref<Grade> grade;

        @ManyToOne
        private @Nullable Ref<Rating> rating;

        @ManyToOne
        private @Nullable Visit previous;

        @ManyToMany
        private Set<Stall> passed = new LinkedHashSet<>();

        @ManyToMany
        @OrderColumn
        private List<Firm> talkedTo = new ArrayList<>();

        protected Visit() {}

        Visit(long id, Firm firm) {
            this.id = id;
            this.firm = firm;
        }
    }

    @Entity
    static class Firm {
        @Id
        private UUID id = UUID.randomUUID();

        @OneToOne
        private @Nullable Clerk director;

        @OneToMany
        @JoinColumn(name = "employer")
        @OrderColumn(name = "seniority")
        private List<Clerk> clerks = new ArrayList<>();

        @ManyToMany
        private Set<Firm> partners = new LinkedHashSet<>();
    }

    @Entity
    static class Clerk {
        @Id
        private int number;

        @ManyToOne
        private @Nullable Firm firm;

        protected Clerk() {}

        Clerk(int number, @Nullable Firm firm) {
            this.number = number;
            this.firm = firm;
        }
    }

    /** The id of a stall. */
    @Embeddable
    record StallId(
            @Column(length = 7) String hall,
            @Column(precision = 6, scale = 2) BigDecimal place) {}

    @Entity
    static class Stall {
        @EmbeddedId
        private StallId id = new StallId("a", BigDecimal.ONE);

        @ManyToOne
        private @Nullable Firm firm;
    }

    @Entity
    record Region(@Id @Column(length = 12) String code) {}

    @Entity
    record Fair(@Id LocalDate day) {}

    /** How a stall is rated. */
    enum Level {
        LOW,
        HIGH
    }

    @Entity
    record Grade(@Id @Enumerated(EnumType.STRING) Level level) {}

    @Entity
    record Rating(@Id @Column(precision = 10, scale = 3) BigDecimal points) {}

    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Visit.class, Stall.class, Firm.class, Clerk.class, Region.class, Fair.class, Grade.class, Rating.class);
    }

    private static void assertFits(List<SchemaDifference> differences) {
        assertThat(differences).isEmpty();
    }

    private void fill() {
        plinth().transact(uow -> {
            Firm firm = uow.insert(new Firm());
            Firm other = uow.insert(new Firm());
            firm.director = uow.insert(new Clerk(1, firm));
            firm.partners.add(other);
            other.partners.add(firm);
            Stall stall = uow.insert(new Stall());
            stall.firm = other;
            Visit first = uow.insert(new Visit(1, firm));
            first.passed.add(stall);
            first.talkedTo.addAll(List.of(firm, other, firm));
            Visit second = uow.insert(new Visit(2, other));
            second.previous = first;
            second.stall = stall;
        });
    }

    private long count(Class<?> type) {
        return plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(type)));
    }

    @Test
    void whatIsCreatedHasNoDifferences() {
        assertFits(plinth().schema().validate());
        plinth().schema().create();
        assertFits(plinth().schema().validate());
    }

    @Test
    void rowsThatReferToEachOtherAreDroppedWithTheirTables() {
        fill();
        assertThat(count(Visit.class)).isEqualTo(2);
        plinth().schema().create();
        plinth().schema().drop();
        assertThat(plinth().schema().validate())
                .extracting(SchemaDifference::kind)
                .contains(Kind.TABLE_MISSING)
                .isSubsetOf(Kind.TABLE_MISSING, Kind.FOREIGN_KEY);
        plinth().schema().create();
        assertFits(plinth().schema().validate());
        assertThat(count(Visit.class)).isZero();
    }

    @Test
    void aRowThatOthersReferToIsNotDeleted() {
        fill();
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(uow.getById(Visit.class, 1L))))
                .isInstanceOf(ForeignKeyViolationException.class)
                .satisfies(hasCode(ErrorCode.FOREIGN_KEY))
                .hasMessageContaining("a row was deleted that others refer to")
                .hasMessageContaining("'Visit.previous'");
        assertThat(count(Visit.class)).isEqualTo(2);
    }
}
