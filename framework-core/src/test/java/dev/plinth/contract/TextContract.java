package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Customer;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.specification.TextCriteria;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts: case, parts, and characters that mean something to an engine but nothing here. */
public abstract class TextContract extends Contract {
    private static final TextCriteria<Customer> NAME = where(Customer::getName);
    private static final TextCriteria<Customer> EMAIL = where(Customer::getEmail);

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class);
    }

    @BeforeEach
    final void people() {
        insert(
                new Customer("Ada", "ada@example.org"),
                new Customer("ADA", "ADA@EXAMPLE.ORG"),
                new Customer("Adam"),
                new Customer("", ""),
                new Customer("Bob", "bob@example.net"));
    }

    private List<String> names(Specification<Customer> specification) {
        return plinth().readResult(uow -> {
            Selection<Customer> all = Selection.of(Customer.class);
            List<String> found = uow.find(all.where(specification)).stream()
                    .map(Customer::getName)
                    .sorted()
                    .toList();
            List<String> satisfied = uow.find(all).stream()
                    .filter(specification::isSatisfiedBy)
                    .map(Customer::getName)
                    .sorted()
                    .toList();
            assertThat(found).as(specification.toString()).isEqualTo(satisfied);
            return found;
        });
    }

    @Test
    void textsAreComparedByCase() {
        assertThat(names(NAME.is("Ada"))).containsExactly("Ada");
        assertThat(names(NAME.is("ada"))).isEmpty();
        assertThat(names(NAME.isNot("Ada"))).containsExactly("", "ADA", "Adam", "Bob");
        assertThat(names(NAME.in("Ada", "bob"))).containsExactly("Ada");
        assertThat(names(NAME.is("Ada "))).isEmpty();
    }

    @Test
    void partsOfTexts() {
        assertThat(names(NAME.startsWith("Ad"))).containsExactly("Ada", "Adam");
        assertThat(names(NAME.endsWith("a"))).containsExactly("Ada");
        assertThat(names(NAME.contains("da"))).containsExactly("Ada", "Adam");
        assertThat(names(NAME.startsWith("Adam Smith"))).isEmpty();
        assertThat(names(NAME.contains("da").not())).containsExactly("", "ADA", "Bob");
    }

    @Test
    void everyTextHasTheEmptyPartAndNullHasNone() {
        assertThat(names(EMAIL.contains(""))).containsExactly("", "ADA", "Ada", "Bob");
        assertThat(names(EMAIL.startsWith(""))).containsExactly("", "ADA", "Ada", "Bob");
        assertThat(names(EMAIL.endsWith(""))).containsExactly("", "ADA", "Ada", "Bob");
        assertThat(names(EMAIL.contains("").not())).containsExactly("Adam");
        assertThat(names(EMAIL.ignoringCase().contains("").not())).containsExactly("Adam");
    }

    @Test
    void nullIsNoText() {
        assertThat(names(EMAIL.contains("example"))).containsExactly("Ada", "Bob");
        assertThat(names(EMAIL.contains("example").not())).containsExactly("", "ADA", "Adam");
        assertThat(names(EMAIL.is(""))).containsExactly("");
        assertThat(names(EMAIL.isNot(""))).containsExactly("ADA", "Ada", "Adam", "Bob");
        assertThat(names(EMAIL.isNull())).containsExactly("Adam");
    }

    @Test
    void caseCanBeIgnored() {
        assertThat(names(NAME.ignoringCase().is("aDa"))).containsExactly("ADA", "Ada");
        assertThat(names(NAME.ignoringCase().isNot("ada"))).containsExactly("", "Adam", "Bob");
        assertThat(names(NAME.ignoringCase().in("ADA", "BOB"))).containsExactly("ADA", "Ada", "Bob");
        assertThat(names(NAME.ignoringCase().notIn("ADA", "BOB"))).containsExactly("", "Adam");
        assertThat(names(NAME.ignoringCase().startsWith("ADA"))).containsExactly("ADA", "Ada", "Adam");
        assertThat(names(NAME.ignoringCase().endsWith("DAM"))).containsExactly("Adam");
        assertThat(names(NAME.ignoringCase().contains("D"))).containsExactly("ADA", "Ada", "Adam");
        assertThat(names(EMAIL.ignoringCase().endsWith(".ORG"))).containsExactly("ADA", "Ada");
        assertThat(names(EMAIL.ignoringCase().isNot("x"))).hasSize(5);
    }

    @Test
    void caseOfTheLatinAlphabetsIsIgnored() {
        insert(new Customer("ÄRGER"), new Customer("Éclair"), new Customer("ŁÓDŹ"), new Customer("ΑΘΗΝΑ"));
        assertThat(names(NAME.ignoringCase().is("ärger"))).containsExactly("ÄRGER");
        assertThat(names(NAME.ignoringCase().startsWith("éc"))).containsExactly("Éclair");
        assertThat(names(NAME.ignoringCase().contains("ódź"))).containsExactly("ŁÓDŹ");
        assertThat(names(NAME.ignoringCase().is("αθηνα"))).containsExactly("ΑΘΗΝΑ");
        assertThat(names(NAME.ignoringCase().is("arger"))).isEmpty();
    }

    @Test
    void caseIsIgnoredPerCodePoint() {
        requires(Capability.UNICODE_CASE);
        insert(new Customer("Straße"), new Customer("STRASSE"), new Customer("İzmir"), new Customer("ΟΔΟΣ"));
        assertThat(names(NAME.ignoringCase().is("straße"))).containsExactly("Straße");
        assertThat(names(NAME.ignoringCase().is("strasse"))).containsExactly("STRASSE");
        assertThat(names(NAME.ignoringCase().is("i̇zmir"))).isEmpty();
        assertThat(names(NAME.ignoringCase().is("οδος"))).containsExactly("ΟΔΟΣ");
        assertThat(names(NAME.ignoringCase().is("οδοσ"))).containsExactly("ΟΔΟΣ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "\\", "*", "?", ".", ".*", "^", "$", "[a]", "(", ")", "{1}", "|", "+", "'", "\"", ";", "--",
                "\\E", "\\Q", "!", "~", "#", "$where", "$ne", ":name", "?1", "\n", "\t", "\\u0041", "%%", "\\%", "{",
                "&", "/*", "`"
            })
    void charactersWithAMeaningForTheEngineArePlainText(String special) {
        String name = "a" + special + "z";
        insert(new Customer(name), new Customer("aXz"), new Customer("az"), new Customer("a\\\\z"));
        assertThat(names(NAME.is(name))).containsExactly(name);
        assertThat(names(NAME.contains(special).and(NAME.startsWith("a"))))
                .containsExactlyElementsOf(expected(special));
        assertThat(names(NAME.startsWith("a" + special).and(NAME.endsWith("z")).and(NAME.is(name))))
                .containsExactly(name);
        assertThat(names(NAME.endsWith(special + "z").and(NAME.is(name)))).containsExactly(name);
        assertThat(names(NAME.ignoringCase()
                        .contains(special)
                        .and(NAME.ignoringCase().is(name))))
                .containsExactly(name);
        assertThat(names(NAME.in(name, special))).containsExactly(name);
    }

    private static List<String> expected(String special) {
        return Stream.of("a" + special + "z", "aXz", "az", "a\\\\z")
                .filter(name -> name.contains(special))
                .sorted()
                .toList();
    }

    @Test
    void astralCharactersAreOneCharacter() {
        insert(new Customer("a😀z"), new Customer("a😁z"));
        assertThat(names(NAME.contains("😀"))).containsExactly("a😀z");
        assertThat(names(NAME.startsWith("a😀"))).containsExactly("a😀z");
        assertThat(names(NAME.is("a😁z"))).containsExactly("a😁z");
    }

    @Test
    void textsAreOrderedByCodePoint() {
        assertThat(names(NAME.lessThan("Ada"))).containsExactly("", "ADA");
        assertThat(names(NAME.greaterThan("Ada"))).containsExactly("Adam", "Bob");
        assertThat(names(NAME.between("AD", "Ada"))).containsExactly("ADA", "Ada");
        insert(new Customer("ada"), new Customer("Äda"));
        assertThat(names(NAME.greaterThan("Z"))).containsExactly("ada", "Äda");
    }

    @Test
    void astralCharactersComeAfterAllOthers() {
        requires(Capability.CODE_POINT_ORDER);
        insert(new Customer("\uFFFD"), new Customer("😀"));
        assertThat(names(NAME.greaterThan("\uFFFD"))).containsExactly("😀");
        assertThat(names(NAME.lessThan("😀").and(NAME.greaterThan("z")))).containsExactly("\uFFFD");
    }

    @Test
    void trailingBlanksCount() {
        insert(new Customer("Ada "), new Customer(" Ada"));
        assertThat(names(NAME.is("Ada "))).containsExactly("Ada ");
        assertThat(names(NAME.is("Ada"))).containsExactly("Ada");
        assertThat(names(NAME.endsWith(" "))).containsExactly("Ada ");
        assertThat(names(NAME.greaterThan("Ada").and(NAME.lessThan("Adam")))).containsExactly("Ada ");
    }

    @Test
    void aTextWithNulIsComparedWhetherOrNotItCanBeHeld() {
        assertThat(names(NAME.lessThan("ADA\0"))).containsExactly("", "ADA");
        assertThat(names(NAME.lessThanOrEqual("Ada\0b"))).containsExactly("", "ADA", "Ada");
        assertThat(names(NAME.greaterThan("Ada\0"))).containsExactly("Adam", "Bob");
        assertThat(names(NAME.greaterThanOrEqual("\0"))).containsExactly("ADA", "Ada", "Adam", "Bob");
        assertThat(names(NAME.is("Ada\0").or(NAME.contains("\0")))).isEmpty();
        assertThat(names(NAME.ignoringCase().startsWith("ad\0"))).isEmpty();
    }
}
