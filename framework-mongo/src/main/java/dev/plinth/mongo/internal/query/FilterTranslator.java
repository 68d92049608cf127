package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Condition.And;
import dev.plinth.backend.Condition.Any;
import dev.plinth.backend.Condition.Compare;
import dev.plinth.backend.Condition.Constant;
import dev.plinth.backend.Condition.In;
import dev.plinth.backend.Condition.InKeys;
import dev.plinth.backend.Condition.IsNull;
import dev.plinth.backend.Condition.Match;
import dev.plinth.backend.Condition.Not;
import dev.plinth.backend.Condition.Or;
import dev.plinth.backend.Condition.Test;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.type.Fields;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;

/**
 * Turns conditions into filters. A filter on a field is false where the field is null or missing, apart from
 * {@code $not}, {@code $ne}, {@code $nin} and {@code $nor}, which are true there: just what a condition means. Values
 * stand only where MongoDB reads no operators.
 */
public final class FilterTranslator {
    private final Engine engine;
    private final ElementTranslator elements;

    /**
     * Creates a translator.
     *
     * @param engine what the server can do
     */
    public FilterTranslator(Engine engine) {
        this.engine = engine;
        this.elements = new ElementTranslator(engine);
    }

    /**
     * Turns a condition into a filter.
     *
     * @param fields where its columns and collections are
     * @param condition the condition
     */
    public BsonDocument filter(Fields fields, Condition condition) {
        if (condition instanceof Constant constant) {
            return constant.value() ? new BsonDocument() : never();
        }
        if (condition instanceof And and) {
            return and(fields, and.parts());
        }
        if (condition instanceof Or or) {
            return new BsonDocument("$or", list(fields, or.parts()));
        }
        if (condition instanceof Not not) {
            return not(fields, not.test());
        }
        return test(fields, (Test) condition);
    }

    // one flat document where no field comes twice: shorter, and some servers find an index only then
    private BsonDocument and(Fields fields, List<Condition> parts) {
        BsonArray filters = list(fields, parts);
        BsonDocument flat = new BsonDocument();
        int names = 0;
        for (BsonValue filter : filters) {
            names += filter.asDocument().size();
            flat.putAll(filter.asDocument());
        }
        return flat.size() == names && names > 0 ? flat : new BsonDocument("$and", filters);
    }

    private BsonArray list(Fields fields, List<Condition> parts) {
        return new BsonArray(parts.stream().map(p -> filter(fields, p)).toList());
    }

    private BsonDocument test(Fields fields, Test test) {
        if (test instanceof IsNull isNull) {
            return new BsonDocument(fields.column(isNull.column()).path(), BsonNull.VALUE);
        }
        if (test instanceof Compare compare) {
            ColumnField field = fields.column(compare.column());
            return new BsonDocument(field.comparedPath(), compare(field, compare));
        }
        if (test instanceof In in) {
            return in(fields.column(in.column()), in);
        }
        if (test instanceof InKeys inKeys) {
            return inKeys(fields, inKeys);
        }
        if (test instanceof Match match) {
            return new BsonDocument(fields.column(match.column()).path(), match(match));
        }
        Any any = (Any) test;
        return any(fields.collection(any.collection()), any.element());
    }

    private BsonDocument not(Fields fields, Test test) {
        if (test instanceof IsNull isNull) {
            return new BsonDocument(fields.column(isNull.column()).path(), new BsonDocument("$ne", BsonNull.VALUE));
        }
        BsonDocument filter = test(fields, test);
        String name = filter.getFirstKey();
        // $not takes operators only, and nothing but $nor is around whole filters
        boolean operators = filter.size() == 1 && !name.startsWith("$") && isOperators(filter.get(name));
        return operators && !(test instanceof Any)
                ? new BsonDocument(name, new BsonDocument("$not", filter.get(name)))
                : new BsonDocument("$nor", new BsonArray(List.of(filter)));
    }

    private static boolean isOperators(BsonValue value) {
        return value.getBsonType() == BsonType.DOCUMENT
                && !value.asDocument().isEmpty()
                && value.asDocument().getFirstKey().startsWith("$");
    }

    private BsonValue compare(ColumnField field, Compare compare) {
        BsonValue value = field.compared(compare.value());
        if (compare.operator() == Operator.EQUAL) {
            // no value is read as an operator here, and the plain form is one for which every server uses its index
            return field.comparedPath().equals("_id") ? value : Operators.equal(engine, value);
        }
        return new BsonDocument(Operators.name(compare.operator()), value);
    }

    private BsonDocument in(ColumnField field, In in) {
        List<? extends BsonValue> values =
                in.values().stream().map(field::compared).toList();
        if (!Operators.isInexact(engine, values.get(0))) {
            return new BsonDocument(field.comparedPath(), new BsonDocument("$in", new BsonArray(values)));
        }
        List<BsonDocument> each = values.stream()
                .map(v -> new BsonDocument(field.comparedPath(), Operators.equal(engine, v)))
                .toList();
        return new BsonDocument("$or", new BsonArray(each));
    }

    private BsonDocument inKeys(Fields fields, InKeys inKeys) {
        if (fields instanceof EntityDocument document
                && document.entity().id().columns().equals(inKeys.columns())) {
            BsonArray ids =
                    new BsonArray(inKeys.keys().stream().map(document::id).toList());
            return new BsonDocument("_id", new BsonDocument("$in", ids));
        }
        BsonArray keys = new BsonArray();
        for (List<?> key : inKeys.keys()) {
            BsonDocument one = new BsonDocument();
            for (int i = 0; i < key.size(); i++) {
                ColumnField field = fields.column(inKeys.columns().get(i));
                one.append(field.comparedPath(), Operators.equal(engine, field.compared(key.get(i))));
            }
            keys.add(one);
        }
        return new BsonDocument("$or", keys);
    }

    private static BsonValue match(Match match) {
        return match.kind() == MatchKind.EQUAL && !match.ignoreCase()
                ? new BsonDocument("$eq", new BsonString(match.text()))
                : new BsonDocument("$regex", new BsonString(Patterns.of(match)));
    }

    private BsonDocument any(CollectionField collection, Condition element) {
        if (element.equals(Condition.ALWAYS)) {
            return new BsonDocument(collection.path() + ".0", new BsonDocument("$exists", BsonBoolean.TRUE));
        }
        if (element.equals(Condition.NEVER)) {
            return never();
        }
        return collection.isBasic()
                ? elements.any(collection, element)
                : new BsonDocument(
                        collection.path(),
                        new BsonDocument("$elemMatch", CollectionField.ofFields(filter(collection, element))));
    }

    static BsonDocument never() {
        return new BsonDocument("_id", new BsonDocument("$in", new BsonArray()));
    }
}
