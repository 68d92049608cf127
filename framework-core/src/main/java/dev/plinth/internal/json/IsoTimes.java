package dev.plinth.internal.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of {@code java.time} as texts in their ISO form, as values and as keys of maps; and sets keep their order. */
final class IsoTimes {
    private IsoTimes() {}

    static Module module() {
        SimpleModule module = new SimpleModule("plinth-times");
        add(module, Duration.class, Duration::parse);
        add(module, Instant.class, Instant::parse);
        add(module, LocalDate.class, LocalDate::parse);
        add(module, LocalDateTime.class, LocalDateTime::parse);
        add(module, LocalTime.class, LocalTime::parse);
        add(module, MonthDay.class, MonthDay::parse);
        add(module, OffsetDateTime.class, OffsetDateTime::parse);
        add(module, OffsetTime.class, OffsetTime::parse);
        add(module, Period.class, Period::parse);
        add(module, Year.class, text -> Year.of(Integer.parseInt(text)));
        add(module, YearMonth.class, YearMonth::parse);
        add(module, ZonedDateTime.class, ZonedDateTime::parse);
        add(module, ZoneId.class, ZoneId::of);
        add(module, ZoneOffset.class, ZoneOffset::of);
        return module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Text<>(type, parser));
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                return parsed(type, parser, key, context);
            }
        });
    }

    private static <T> @Nullable T parsed(
            Class<T> type, Function<String, T> parser, String text, DeserializationContext context) throws IOException {
        try {
            return parser.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw context.weirdStringException(text, type, "not in its ISO form");
        }
    }

    private static final class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parser;

        Text(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        protected @Nullable T _deserialize(String text, DeserializationContext context) throws IOException {
            return parsed((Class<T>) handledType(), parser, text, context);
        }
    }
}
