package dev.plinth.jdbc.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaddingTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2", "3,4", "4,4", "5,8", "500,512", "512,512", "1024,1024", "1025,2048", "2049,3072"})
    void growsInSteps(int size, int padded) {
        assertThat(Padding.padded(size)).isEqualTo(padded);
    }
}
