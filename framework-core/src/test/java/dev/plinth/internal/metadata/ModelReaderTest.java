package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    private static EntityModel read(Class<?> type) {
        ModelReader.Result result = ModelReader.read(List.of(type), List.of());
        assertThat(result.problems()).isEmpty();
        return result.model().find(type).orElseThrow();
    }

    private static ColumnModel column(EntityModel model, String path) {
        return model.columns().stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void columnsComeInOrderOfDeclarationThenSoftDeletionThenCollections() {
        EntityModel customer = read(Annotated.Customer.class);

        assertThat(customer.table()).isEqualTo(new TableName(null, "shop", "customers"));
        assertThat(customer.columns())
                .extracting(c -> c.position() + " " + c.path() + " " + c.name())
                .containsExactly(
                        "0 id id",
                        "1 version version",
                        "2 firstName first_name",
                        "3 lastName last_name",
                        "4 email e_mail",
                        "5 status status",
                        "6 address.city city",
                        "7 address.street.name street_name",
                        "8 address.street.houseNumber house_no",
                        "9 credit credit",
                        "10 createdAt createdAt",
                        "11 notes notes",
                        "12 deletedAt deleted_at");
        assertThat(customer.deletedAt()).isSameAs(customer.columns().get(12));
        assertThat(customer.collections())
                .extracting(c -> c.position() + " " + c.path() + " " + c.table() + " " + c.ownerColumns() + " "
                        + c.orderColumn() + " " + c.columns().get(0).name())
                .containsExactly(
                        "13 tags shop.customer_tag [customer] place tag",
                        "14 phones shop.customers_phones [customers_id] null kind");
        assertThat(customer.width()).isEqualTo(15);
        assertThat(customer.audited()).isTrue();
        assertThat(customer.version()).isSameAs(customer.columns().get(1));
        assertThat(customer.paths())
                .containsExactly(
                        "address",
                        "address.city",
                        "address.street",
                        "address.street.houseNumber",
                        "address.street.name",
                        "createdAt",
                        "credit",
                        "email",
                        "firstName",
                        "id",
                        "lastName",
                        "notes",
                        "phones",
                        "status",
                        "tags",
                        "version");
    }

    @Test
    void aColumnIsWhatItsTypeAndItsAnnotationsSay() {
        EntityModel customer = read(Annotated.Customer.class);

        assertThat(customer.columns().stream().filter(c -> !c.nullable()).map(ColumnModel::path))
                .containsExactly("id", "version", "lastName", "createdAt");
        assertThat(column(customer, "email").length()).isEqualTo(100);
        assertThat(column(customer, "firstName").length()).isEqualTo(255);
        assertThat(column(customer, "notes").length()).isEqualTo(Integer.MAX_VALUE);
        assertThat(column(customer, "credit").precision()).isEqualTo(12);
        assertThat(column(customer, "credit").scale()).isEqualTo(2);
        assertThat(column(customer, "createdAt").secondPrecision()).isEqualTo(3);
        assertThat(column(customer, "status").type()).isEqualTo(ValueType.STRING);
        assertThat(customer.keys())
                .extracting(KeyModel::name)
                .containsExactly("uk_customers_e_mail", "uk_customers_first_name_last_name", "by_city");
    }

    @Test
    void anIndexHasTheOrderOfItsColumns() {
        EntityModel visit = read(Annotated.Visit.class);
        ColumnModel number = column(visit, "number");

        assertThat(visit.keys())
                .extracting(KeyModel::name)
                .containsExactly("ix_visit_number_desc_id", "ix_visit_number_id");
        assertThat(visit.keys()).extracting(KeyModel::descending).containsExactly(Set.of(number), Set.of());
    }

    @Test
    void idsAreGeneratedAsTheirTypeAndStrategySay() {
        assertThat(read(Annotated.Customer.class).id().generation()).isEqualTo(new Generation.Uuid());
        EntityModel ticket = read(Annotated.TicketEntity.class);
        assertThat(ticket.name()).isEqualTo("Ticket");
        assertThat(ticket.table().name()).isEqualTo("ticket");
        assertThat(ticket.id().type()).isEqualTo(Long.class);
        assertThat(ticket.id().generation())
                .isEqualTo(new Generation.Sequence(new TableName(null, null, "ticket_numbers"), 100, 10));
    }

    @Test
    void anIdOfSeveralColumnsIsAnEmbeddable() {
        EntityModel line = read(Annotated.OrderLine.class);

        assertThat(line.table().name()).isEqualTo("order_line");
        assertThat(line.id().isEmbedded()).isTrue();
        assertThat(line.id().columns()).extracting(ColumnModel::name).containsExactly("order_number", "line");
        assertThat(line.id().columns()).noneMatch(ColumnModel::nullable);
        assertThat(line.id().type()).isEqualTo(Annotated.LineKey.class);
    }
}
