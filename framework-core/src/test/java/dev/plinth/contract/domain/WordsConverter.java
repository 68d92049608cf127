package dev.plinth.contract.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores a list, which is mutable, as text. */
@Converter
public class WordsConverter implements AttributeConverter<List<String>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> words) {
        return words == null ? null : String.join(" ", words);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new ArrayList<>(List.of(text.split(" ")));
    }
}
