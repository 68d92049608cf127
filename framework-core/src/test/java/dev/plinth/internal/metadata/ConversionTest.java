package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.error.EntityMappingException;
import dev.plinth.internal.metadata.Annotated.Email;
import dev.plinth.internal.metadata.Annotated.Status;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.ValueType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static ColumnModel column(Class<?> type, String path) {
        EntityModel model =
                ModelReader.read(List.of(type), List.of()).model().find(type).orElseThrow();
        return ((PropertyModel.Basic) model.property(path).orElseThrow()).column();
    }

    @Test
    void enumsAreStoredByNameEvenWhereAConstantHasABody() {
        ColumnModel status = column(Annotated.Customer.class, "status");

        assertThat(status.toStored(Status.VIP)).isEqualTo("VIP");
        assertThat(status.toDomain("VIP")).isSameAs(Status.VIP);
        assertThat(status.toStored(null)).isNull();
        assertThat(status.isOrdered()).isFalse();
    }

    @Test
    void enumsAreStoredByNumberUnlessSaidOtherwise() {
        ColumnModel state = column(Annotated.TicketEntity.class, "state");

        assertThat(state.type()).isEqualTo(ValueType.INT);
        assertThat(state.toStored(Status.VIP)).isEqualTo(1);
        assertThat(state.toDomain(0)).isSameAs(Status.ACTIVE);
    }

    @Test
    void aStoredValueThatNoConstantHasIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> column(Annotated.Customer.class, "status").toDomain("secret"))
                .isInstanceOf(EntityMappingException.class)
                .hasMessage(
                        "PL-104: a stored value of the enum 'dev.plinth.internal.metadata.Annotated$Status' is a name"
                                + " that none of its constants has: [ACTIVE, VIP]. Add the constant that the rows were written"
                                + " with, or change those rows");
        assertThatThrownBy(() -> column(Annotated.TicketEntity.class, "state").toDomain(2))
                .hasMessageContaining("is a number that none of its 2 constants has");
    }

    @Test
    void aConverterTurnsValuesBothWays() {
        ColumnModel email = column(Annotated.Customer.class, "email");

        assertThat(email.type()).isEqualTo(ValueType.STRING);
        assertThat(email.domainType()).isEqualTo(Email.class);
        assertThat(email.toStored(new Email("a@b"))).isEqualTo("a@b");
        assertThat(email.toDomain("a@b")).isEqualTo(new Email("a@b"));
    }

    @Test
    void aConverterThatMakesNullOrFailsIsNamed() {
        ColumnModel email = column(Annotated.Customer.class, "email");

        assertThatThrownBy(() -> email.toDomain(""))
                .isInstanceOf(EntityMappingException.class)
                .hasMessage(
                        "PL-104: the converter 'dev.plinth.internal.metadata.Annotated$EmailConverter' of the property"
                                + " 'email' turned a value into null. Let it return a value for each value; null is not passed to"
                                + " it");
        assertThatThrownBy(() -> email.toStored("no email"))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("of the property 'email' failed")
                .hasCauseInstanceOf(ClassCastException.class);
    }

    abstract static class Base<S, D> implements AttributeConverter<D, S> {}

    static class Swapped extends Base<String, Long> {
        static int made;

        Swapped() {
            made++;
        }

        @Override
        public String convertToDatabaseColumn(Long value) {
            return Long.toHexString(value);
        }

        @Override
        public Long convertToEntityAttribute(String text) {
            return Long.parseLong(text, 16);
        }
    }

    @Entity
    record First(
            @Id long id,
            @Convert(converter = Swapped.class) long one,
            @Convert(converter = Swapped.class) Long two) {}

    @Entity
    record Second(@Id @Convert(converter = Swapped.class) long id) {}

    @Test
    void theTypesOfAConverterAreFoundThroughItsSuperclassesAndOneIsMadePerModel() {
        Swapped.made = 0;

        EntityModel first = ModelReader.read(List.of(First.class, Second.class), List.of())
                .model()
                .find(First.class)
                .orElseThrow();

        assertThat(Swapped.made).isOne();
        assertThat(first.columns().get(1).type()).isEqualTo(ValueType.STRING);
        assertThat(first.columns().get(1).toStored(255L)).isEqualTo("ff");
        assertThat(first.columns().get(1).nullable()).isFalse();
        assertThat(first.columns().get(2).nullable()).isTrue();
    }
}
