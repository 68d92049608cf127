package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.error.Problem;
import dev.plinth.error.SpecificationException;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import jakarta.persistence.EnumType;
import jakarta.persistence.GenerationType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingByCodeTest {
    private static EntityMapping<Plain.Customer> customer() {
        return EntityMapping.of(Plain.Customer.class)
                .table("customers")
                .schema("shop")
                .id(Plain.Customer::getId)
                .generated(GenerationType.UUID)
                .version(Plain.Customer::getVersion)
                .column(Plain.Customer::getLastName, c -> c.notNull())
                .column(
                        Plain.Customer::getEmail,
                        c -> c.name("e_mail").unique().length(100).convert(Annotated.EmailConverter.class))
                .column(Plain.Customer::getStatus, c -> c.enumerated(EnumType.STRING))
                .embedded(
                        Plain.Customer::getAddress,
                        a -> a.embedded(
                                Plain.Address::getStreet,
                                s -> s.column(
                                                Plain.Street::name,
                                                c -> c.name("street_name").length(80))
                                        .column(Plain.Street::houseNumber, c -> c.name("house_no"))))
                .column(Plain.Customer::getCredit, c -> c.precision(12, 2))
                .column(
                        Plain.Customer::getCreatedAt,
                        c -> c.name("createdAt").notNull().secondPrecision(3))
                .column(Plain.Customer::getNotes, c -> c.large())
                .elements(
                        Plain.Customer::getTags,
                        e -> e.table("customer_tag")
                                .ownerColumns("customer")
                                .orderColumn("place")
                                .value(c -> c.name("tag").length(30)))
                .elements(Plain.Customer::getPhones, e -> e.column(Plain.Phone::digits, c -> c.name("number")))
                .ignore(Plain.Customer::getGreeting)
                .unique(Plain.Customer::getFirstName, Plain.Customer::getLastName)
                .indexNamed("by_city", "address.city", "createdAt")
                .softDelete()
                .audited();
    }

    @Test
    void itGivesTheModelThatAnnotationsGive() {
        ModelReader.Result annotated = ModelReader.read(
                List.of(Annotated.Customer.class, Annotated.OrderLine.class, Annotated.TicketEntity.class), List.of());
        ModelReader.Result byCode = ModelReader.read(
                List.of(),
                List.of(
                        customer(),
                        EntityMapping.of(Plain.OrderLine.class)
                                .embeddedId(Plain.OrderLine::key)
                                .column(Plain.OrderLine::article, c -> c.notNull())
                                .version(Plain.OrderLine::version),
                        EntityMapping.of(Plain.TicketEntity.class)
                                .name("Ticket")
                                .id(Plain.TicketEntity::getNumber)
                                .generatedBySequence(s -> s.name("ticket_numbers")
                                        .initialValue(100)
                                        .allocationSize(10))));

        assertThat(annotated.problems()).isEmpty();
        assertThat(byCode.problems()).isEmpty();
        assertThat(describe(byCode)).isEqualTo(describe(annotated));
    }

    @Test
    void namesSayTheSameAsMethodReferences() {
        EntityMapping<Plain.Customer> byName = EntityMapping.of(Plain.Customer.class)
                .id("id")
                .version("version")
                .column("email", c -> c.convert(new Annotated.EmailConverter()))
                .embedded("address", Plain.Address.class, a -> a.embedded("street"))
                .elements("tags")
                .elements("phones", Plain.Phone.class, p -> p.column("digits", c -> c.length(20)))
                .ignore("greeting");
        EntityMapping<Plain.Customer> byReference = EntityMapping.of(Plain.Customer.class)
                .id(Plain.Customer::getId)
                .version(Plain.Customer::getVersion)
                .column(Plain.Customer::getEmail, c -> c.convert(Annotated.EmailConverter.class))
                .embedded(Plain.Customer::getAddress, a -> a.embedded(Plain.Address::getStreet))
                .elements(Plain.Customer::getTags)
                .elements(Plain.Customer::getPhones, p -> p.column(Plain.Phone::digits, c -> c.length(20)))
                .ignore(Plain.Customer::getGreeting);

        ModelReader.Result one = ModelReader.read(List.of(), List.of(byName));
        assertThat(one.problems()).isEmpty();
        assertThat(describe(one)).isEqualTo(describe(ModelReader.read(List.of(), List.of(byReference))));
    }

    @Test
    void mistakesAreReportedInTheWordsOfCode() {
        EntityMapping<Plain.Customer> mapping = EntityMapping.of(Plain.Customer.class)
                .column("emial", c -> c.unique())
                .version(Plain.Customer::getFirstName)
                .ignore(Plain.Customer::getEmail)
                .unique(Plain.Customer::getTags);

        assertThat(ModelReader.read(List.of(), List.of(mapping)).problems())
                .extracting(Problem::toString)
                .map(MappingByCodeTest::neutral)
                .containsExactly(
                        "Customer.emial: there is no property of this name. Use one of id, version, firstName, lastName,"
                                + " email, status, address, credit, createdAt, notes, tags, phones, greeting",
                        "Customer.address: the type Address is not one that a column can hold. Use a basic type, convert"
                                + " it with 'convert', embed it with 'embedded', or store it as JSON with 'json', or where it is an"
                                + " entity say 'manyToOne' or 'oneToOne'",
                        "Customer.tags: a collection has to say what it is. Mark it with 'elements', where it holds"
                                + " entities with 'oneToMany' or 'manyToMany', or with 'ignore'",
                        "Customer.phones: a collection has to say what it is. Mark it with 'elements', where it holds"
                                + " entities with 'oneToMany' or 'manyToMany', or with 'ignore'",
                        "Customer: the entity has no id. Mark the property that identifies it with 'id' or 'embeddedId'",
                        "Customer.firstName: a version cannot be of type java.lang.String. Use long, int, Long, Integer"
                                + " or java.time.Instant",
                        "Customer: the unique key names 'tags', which is not a property of the entity. Use one of id, version,"
                                + " firstName, lastName, status, credit, createdAt, notes, greeting");
    }

    @Test
    void aClassSpeaksByAnnotationsOrByCode() {
        EntityMapping<Annotated.OrderLine> mapping =
                EntityMapping.of(Annotated.OrderLine.class).embeddedId(Annotated.OrderLine::key);

        ModelReader.Result result = ModelReader.read(List.of(Annotated.OrderLine.class), List.of(mapping));

        assertThat(result.problems())
                .extracting(Problem::toString)
                .map(MappingByCodeTest::neutral)
                .containsExactly(
                        "OrderLine: the class is mapped by code and has mapping annotations, too. Remove one of the two:"
                                + " the annotations, or the mapping by code",
                        "OrderLine: the class is mapped twice. List it once, as a class or as a mapping by code");
        assertThat(result.model().entities()).hasSize(1);
    }

    @Test
    void aLambdaExpressionIsRefusedAtOnce() {
        EntityMapping<Plain.Customer> mapping = EntityMapping.of(Plain.Customer.class);

        assertThatThrownBy(() -> mapping.id(customer -> customer.getId()))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("a lambda expression");
    }

    private static String neutral(String text) {
        return text.replace("dev.plinth.internal.metadata.", "")
                .replace("Annotated$", "")
                .replace("Plain$", "")
                .replaceAll("@[0-9a-f]{4,}", "");
    }

    private static String describe(ModelReader.Result result) {
        return neutral(result.model().entities().stream()
                .map(MappingByCodeTest::describe)
                .collect(Collectors.joining("\n\n")));
    }

    private static String describe(EntityModel e) {
        Stream<?> header = Stream.of(e.name(), e.table(), e.audited(), e.version(), e.deletedAt(), e.isRecord());
        Stream<?> id = Stream.of(e.id().type(), e.id().columns(), e.id().generation());
        Stream<?> properties = e.properties().stream().map(MappingByCodeTest::describe);
        return Stream.of(header, properties, id, e.columns().stream(), e.collections().stream(), e.keys().stream())
                .flatMap(s -> s)
                .map(String::valueOf)
                .map(text -> text.replaceAll("field=[^,]*\\.", "field="))
                .collect(Collectors.joining("\n"));
    }

    private static String describe(PropertyModel property) {
        return property.getClass().getSimpleName() + " " + property.path() + " "
                + property.field().getName();
    }
}
