package dev.plinth.jdbc.internal.engine.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.specification.MatchKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java's regular expressions ignore case as the model does: for all of Unicode. */
final class JavaRegexTest {
    private static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    @ParameterizedTest
    @EnumSource(MatchKind.class)
    void everyCodePointMatchesThoseThatFoldToTheSame(MatchKind kind) {
        Map<Integer, List<Integer>> folded = new HashMap<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                folded.computeIfAbsent(fold(c), k -> new ArrayList<>()).add(c);
            }
        }
        List<Integer> cased = folded.values().stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .toList();
        assertThat(cased).hasSizeGreaterThan(2000);
        for (int c : cased) {
            Pattern pattern = Pattern.compile(JavaRegex.ignoringCase(kind, Character.toString(c)));
            List<Integer> others = new ArrayList<>(folded.getOrDefault(fold(c), List.of()));
            for (int i = c % 37; i < cased.size(); i += 37) {
                others.add(cased.get(i));
            }
            for (int other : others) {
                boolean matches = pattern.matcher(Character.toString(other)).find();
                if (matches != (fold(c) == fold(other))) {
                    assertThat(matches).as("%x and %x", c, other).isEqualTo(!matches);
                }
            }
        }
    }
}
