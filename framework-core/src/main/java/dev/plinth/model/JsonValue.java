package dev.plinth.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a {@link ValueType#JSON} column: an object, an array, a text, a number or a truth, but not null. Two are
 * equal where they say the same, whatever the order of their keys and the way their numbers are written. Immutable.
 *
 * <p>Its tree is made of maps with their keys in order, lists, {@code String}, {@code Boolean}, {@code Long},
 * {@code BigInteger}, {@code Double} and {@code BigDecimal}; values within maps and lists may be null.
 */
public final class JsonValue {
    // what a database has stored is read, however large
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Object tree;

    private JsonValue(Object tree) {
        this.tree = tree;
    }

    /**
     * Copies a tree.
     *
     * @param tree maps with texts as keys, iterables, texts, truths and numbers
     * @return the value
     * @throws IllegalArgumentException where the tree is null or has something else in it, such as NaN
     */
    public static JsonValue of(Object tree) {
        Object copy = copy(tree);
        if (copy == null) {
            throw new IllegalArgumentException("null is no value of a column; leave the column null");
        }
        return new JsonValue(copy);
    }

    private static @Nullable Object copy(@Nullable Object node) {
        if (node == null || node instanceof String || node instanceof Boolean) {
            return node;
        } else if (node instanceof Number number) {
            return number(number);
        } else if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new TreeMap<>();
            map.forEach((key, value) -> copy.put((String) key, copy(value)));
            return Collections.unmodifiableMap(copy);
        } else if (node instanceof Iterable<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(copy(element)));
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("JSON has no " + node.getClass().getName());
    }

    private static Number number(Number number) {
        if (number instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
        } else if (number instanceof Float single) {
            // by its digits: those of the double would be others
            return finite(Double.parseDouble(single.toString()));
        } else if (number instanceof Double twice) {
            return finite(twice);
        }
        return number instanceof BigDecimal ? number : (Number) number.longValue();
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no NaN and no infinities; use null");
        }
        return number == 0 ? 0.0 : number;
    }

    /**
     * Reads a text.
     *
     * @param json a text in JSON
     * @return what it says, or null where it is JSON's null
     * @throws IllegalArgumentException where it is not one value of JSON, or has a key twice in one object; without
     *     quoting it
     */
    public static @Nullable JsonValue parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            JsonValue value = read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the text goes on behind the end of its JSON");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("the text is not JSON that Plinth can read");
        }
    }

    /**
     * Reads what a parser stands on, to its end.
     *
     * @param parser the parser
     * @return the value, or null where it is JSON's null
     * @throws IOException where it is not JSON
     * @throws IllegalArgumentException where an object has a key twice
     */
    public static @Nullable JsonValue read(JsonParser parser) throws IOException {
        Object tree = node(parser);
        return tree == null ? null : of(tree);
    }

    private static @Nullable Object node(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("there is no value");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new TreeMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    // nobody knows which of the two is meant
                    if (map.containsKey(key)) {
                        throw new IllegalArgumentException("an object in it has the same key twice");
                    }
                    map.put(key, node(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(node(parser));
                }
                yield list;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_EMBEDDED_OBJECT -> embedded(parser.getEmbeddedObject());
            default -> parser.getText();
        };
    }

    // a text has any number of digits; objects that were written have said whether they are doubles
    private static Object fraction(JsonParser parser) throws IOException {
        Object deferred = parser.getNumberValueDeferred();
        return deferred instanceof Number ? deferred : parser.getDecimalValue();
    }

    private static @Nullable Object embedded(@Nullable Object object) {
        return object instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : object;
    }

    /**
     * What is in it.
     *
     * @return the tree, which cannot be changed
     */
    public Object tree() {
        return tree;
    }

    /**
     * The value as text, without spaces and with the keys in order.
     *
     * @return a text in JSON
     */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /**
     * Writes the value.
     *
     * @param json where to
     * @throws IOException where that fails
     */
    public void write(JsonGenerator json) throws IOException {
        write(json, tree);
    }

    private static void write(JsonGenerator json, @Nullable Object node) throws IOException {
        if (node instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (node instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (node instanceof Number number) {
            write(json, number);
        } else if (node instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (node == null) {
            json.writeNull();
        } else {
            json.writeString((String) node);
        }
    }

    private static void write(JsonGenerator json, Number number) throws IOException {
        if (number instanceof Long whole) {
            if (whole.intValue() == whole) {
                json.writeNumber(whole.intValue());
            } else {
                json.writeNumber(whole);
            }
        } else if (number instanceof Double twice) {
            json.writeNumber(twice);
        } else if (number instanceof BigInteger integer) {
            json.writeNumber(integer);
        } else {
            json.writeNumber((BigDecimal) number);
        }
    }

    /**
     * The keys of all objects in it.
     *
     * @return the keys
     */
    public Stream<String> keys() {
        return nodes().filter(Map.class::isInstance)
                .flatMap(node -> ((Map<?, ?>) node).keySet().stream())
                .map(String.class::cast);
    }

    /**
     * All texts in it, keys and values.
     *
     * @return the texts
     */
    public Stream<String> texts() {
        return Stream.concat(keys(), nodes().filter(String.class::isInstance).map(String.class::cast));
    }

    /**
     * All numbers in it.
     *
     * @return the numbers
     */
    public Stream<Number> numbers() {
        return nodes().filter(Number.class::isInstance).map(Number.class::cast);
    }

    // nested streams would cost more than what is done with them
    private Stream<Object> nodes() {
        List<Object> nodes = new ArrayList<>();
        collect(tree, nodes);
        return nodes.stream();
    }

    private static void collect(@Nullable Object node, List<Object> nodes) {
        if (node != null) {
            nodes.add(node);
            children(node).forEach(child -> collect(child, nodes));
        }
    }

    private static Collection<?> children(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.values();
        }
        return node instanceof List<?> list ? list : List.of();
    }

    /**
     * How deep objects and arrays are nested in each other.
     *
     * @return 0 for a single value
     */
    public int depth() {
        return depth(tree);
    }

    private static int depth(@Nullable Object node) {
        if (!(node instanceof Map || node instanceof List)) {
            return 0;
        }
        int deepest = 0;
        for (Object child : children(node)) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue json && same(tree, json.tree);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.equals(y) || decimal(x).compareTo(decimal(y)) == 0;
        } else if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet())
                    && x.entrySet().stream().allMatch(entry -> same(entry.getValue(), y.get(entry.getKey())));
        } else if (a instanceof List<?> x && b instanceof List<?> y) {
            for (int i = 0; x.size() == y.size() && i < x.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return x.size() == y.size();
        }
        return Objects.equals(a, b);
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof Double twice) {
            return BigDecimal.valueOf(twice);
        }
        return number instanceof BigInteger integer ? new BigDecimal(integer) : BigDecimal.valueOf(number.longValue());
    }

    @Override
    public int hashCode() {
        return hash(tree);
    }

    private static int hash(@Nullable Object node) {
        if (node instanceof Number number) {
            return decimal(number).stripTrailingZeros().hashCode();
        } else if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(entry -> entry.getKey().hashCode() ^ hash(entry.getValue()))
                    .sum();
        } else if (node instanceof List<?> list) {
            return list.stream().map(JsonValue::hash).toList().hashCode();
        }
        return Objects.hashCode(node);
    }

    /** Says what it is, not what is in it. */
    @Override
    public String toString() {
        return "JSON";
    }
}
