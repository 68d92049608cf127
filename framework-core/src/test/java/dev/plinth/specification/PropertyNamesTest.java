package dev.plinth.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which property a getter means, however it is spelled. */
class PropertyNamesTest {
    @SuppressWarnings("unused")
    static class Odd {
        String 名;
        String under;
        String aB;
        String URL;
        boolean isNew;
        String getaway;

        String get名() {
            return 名;
        }

        String getunder() {
            return under;
        }

        String getaB() {
            return aB;
        }

        String getURL() {
            return URL;
        }

        boolean isNew() {
            return isNew;
        }

        String getaway() {
            return getaway;
        }
    }

    private static String name(Property<Odd, ?> property) {
        return Path.of(property).toString();
    }

    @Test
    void aGetterMeansTheFieldThatFits() {
        assertThat(name(Odd::get名)).isEqualTo("名");
        assertThat(name(Odd::getunder)).isEqualTo("under");
        assertThat(name(Odd::getaB)).isEqualTo("aB");
        assertThat(name(Odd::getURL)).isEqualTo("URL");
        assertThat(name(Odd::isNew)).isEqualTo("isNew");
        assertThat(name(Odd::getaway)).isEqualTo("getaway");
    }
}
