package dev.plinth.docs.existing;

import jakarta.persistence.AttributeConverter;

// docs:existing-converter
public final class YesNo implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return text.equals("Y");
    }
}
// end
