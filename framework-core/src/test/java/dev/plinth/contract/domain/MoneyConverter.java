package dev.plinth.contract.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores money as text. */
@Converter
public class MoneyConverter implements AttributeConverter<Money, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    @Override
    public @Nullable Money convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ");
        return new Money(Long.parseLong(parts[0]), parts[1]);
    }
}
