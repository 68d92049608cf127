package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Booking;
import dev.plinth.contract.domain.Booking.Contact;
import dev.plinth.contract.domain.Tariff;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidEntityException;
import dev.plinth.error.InvalidEntityException.BrokenConstraint;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.Work;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The constraints of Jakarta Validation hold before anything is sent. */
public abstract class ValidationContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Booking.class, Tariff.class);
    }

    private static Tariff tariff(String code, String price) {
        return new Tariff(code, new BigDecimal(price), 0);
    }

    private InvalidEntityException refused(Work<RuntimeException> work) {
        store().takeWrites();
        InvalidEntityException refused =
                catchThrowableOfType(InvalidEntityException.class, () -> plinth().transact(work));
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(store().takeWrites()).isEmpty();
        return refused;
    }

    private UUID booking(String guest) {
        Booking booking = new Booking(guest);
        insert(booking);
        return booking.getId();
    }

    @Test
    void whatIsValidIsWritten() {
        UUID id = booking("Ada");
        plinth().transact(uow -> uow.getById(Booking.class, id).setSeats(3));
        assertThat(stored(Booking.class, id).getSeats()).isEqualTo(3);
        assertThat(saved(tariff("day", "9.50")).price()).isEqualByComparingTo("9.50");
    }

    @Test
    void everyViolationOfEverythingIsInOneRefusal() {
        UUID id = booking("Ada");
        InvalidEntityException refused = refused(uow -> {
            uow.getById(Booking.class, id).setSeats(0);
            Booking fresh = new Booking(" ");
            fresh.setSeats(13);
            fresh.setContact(new Contact("none", "X"));
            fresh.getWishes().addAll(List.of("quiet", "by the very window"));
            uow.insert(fresh);
            uow.insert(tariff("free", "0"));
            uow.insert(tariff("day", "1"));
        });
        assertThat(refused.errorCode()).isEqualTo(ErrorCode.ENTITY_INVALID);
        assertThat(refused.brokenConstraints())
                .extracting(BrokenConstraint::entity, BrokenConstraint::property, BrokenConstraint::constraint)
                .containsExactly(
                        tuple("Booking", "seats", "Min"),
                        tuple("Booking", "contact.city", "Size"),
                        tuple("Booking", "contact.phone", "Pattern"),
                        tuple("Booking", "guest", "NotBlank"),
                        tuple("Booking", "quietWhenAsked", "AssertTrue"),
                        tuple("Booking", "seats", "Max"),
                        tuple("Booking", "wishes[1]", "Size"),
                        tuple("Tariff", "price", "Positive"));
        assertThat(refused.brokenConstraints().get(0).id()).isEqualTo(id);
        assertThat(refused)
                .hasMessageContaining("'Booking " + id + "': 'seats'")
                .hasMessageContaining("'contact.phone'")
                .hasMessageContaining("'Tariff free': 'price'")
                .hasMessageContaining("Nothing was sent")
                .hasMessageNotContainingAny("none", "window");
        plinth().read(uow -> {
            assertThat(uow.count(Selection.of(Booking.class))).isEqualTo(1);
            assertThat(uow.count(Selection.of(Tariff.class))).isZero();
            assertThat(uow.getById(Booking.class, id).getSeats()).isEqualTo(2);
        });
    }

    @Test
    void aMessageNeverQuotesTheValue() {
        InvalidEntityException refused = refused(uow -> {
            Booking loud = new Booking("Ada");
            loud.setLoudness(4711);
            uow.insert(loud);
        });
        assertThat(refused).hasMessageContaining("'loudness' breaks @Max").hasMessageNotContaining("4711");
    }

    @Test
    void whatIsRemovedIsNotValidated() {
        UUID id = booking("Ada");
        plinth().transact(uow -> {
            Booking ada = uow.getById(Booking.class, id);
            ada.setGuest(null);
            uow.remove(ada);
        });
        assertThat(found(Booking.class, id)).isEmpty();
    }

    @Test
    void whatIsNotChangedIsNotValidated() {
        Backend shared = database();
        Plinth lax = open(Plinth.builder(shared).entities(Tariff.class).withoutValidation());
        lax.transact(uow -> uow.insert(tariff("free", "0")));
        try (Plinth strict = Plinth.builder(shared).entities(Tariff.class).build()) {
            strict.transact(uow -> {
                assertThat(uow.getById(Tariff.class, "free").price()).isEqualByComparingTo("0");
                uow.insert(tariff("day", "1"));
            });
            strict.transact(uow -> uow.remove(uow.getById(Tariff.class, "free")));
            assertThat(strict.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Tariff.class))))
                    .isEqualTo(1);
        }
    }

    @Test
    void recordsAreValidatedWhenTheyAreReplaced() {
        saved(tariff("day", "9.50"));
        InvalidEntityException refused =
                refused(uow -> uow.update(uow.getById(Tariff.class, "day").costing(null)));
        assertThat(refused.brokenConstraints())
                .extracting(BrokenConstraint::constraint)
                .containsExactly("NotNull");
        assertThat(stored(Tariff.class, "day").price()).isEqualByComparingTo("9.50");
    }

    @Test
    void otherGroupsAreNotAsked() {
        Booking booking = new Booking("Ada");
        booking.setRemark("a long remark");
        insert(booking);
        assertThat(found(Booking.class, booking.getId())).isPresent();
    }

    @Test
    void theFlushBeforeAQueryValidatesToo() {
        assertThat(refused(uow -> {
                            uow.insert(tariff("free", "0"));
                            uow.find(Selection.of(Tariff.class));
                        })
                        .brokenConstraints())
                .hasSize(1);
    }

    @Test
    void aFactoryOfTheApplicationIsUsedAndLeftOpen() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new KeysOnly())
                .buildValidatorFactory()) {
            Plinth own = open(Plinth.builder(database()).entities(Tariff.class).validation(factory));
            assertThatThrownBy(() -> own.transact(uow -> uow.insert(tariff("free", "0"))))
                    .isInstanceOf(InvalidEntityException.class)
                    .hasMessageContaining("'price' jakarta.validation.constraints.Positive.message");
            close(own);
            assertThat(factory.getValidator().validate(tariff("free", "0"))).hasSize(1);
        }
    }

    @Test
    void withoutValidationNothingIsRefused() {
        Plinth lax = open(Plinth.builder(database()).entities(Tariff.class).withoutValidation());
        lax.transact(uow -> uow.insert(tariff("free", "0")));
        lax.read(uow -> assertThat(uow.findById(Tariff.class, "free")).isPresent());
    }

    /** Says the key of a message in its place. */
    private static final class KeysOnly implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template.replaceAll("[{}]", "");
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }
}
