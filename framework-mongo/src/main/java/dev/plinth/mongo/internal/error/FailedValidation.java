package dev.plinth.mongo.internal.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * What a server tells of a document that does not pass a validator: which fields broke which rules. The values that it
 * quotes are left alone.
 */
final class FailedValidation {
    private static final String DETAILS = "details";
    private static final String REQUIRED = "required";

    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> rules = new LinkedHashSet<>();

    private FailedValidation() {}

    static FailedValidation of(BsonDocument details) {
        FailedValidation found = new FailedValidation();
        found.read(details, "");
        return found;
    }

    /** The paths of the fields. */
    Set<String> fields() {
        return fields;
    }

    /** Whether everything that was broken says that a value must be there. */
    boolean isAboutNull() {
        return isOnly(REQUIRED);
    }

    /** Whether everything that was broken is a greatest length. */
    boolean isAboutLength() {
        return isOnly("maxLength");
    }

    private boolean isOnly(String rule) {
        return rules.equals(Set.of(rule));
    }

    // a rule has further rules inside, or missing fields, or is itself what was broken
    private void read(BsonDocument rule, String path) {
        BsonArray missing = array(rule, "missingProperties");
        missing.forEach(name -> add(path + name.asString().getValue(), REQUIRED));
        List<BsonValue> inside = new ArrayList<>();
        for (String list : List.of("schemaRulesNotSatisfied", "clausesNotSatisfied", DETAILS)) {
            inside.addAll(array(rule, list));
        }
        inside.addAll(rule.isDocument(DETAILS) ? List.of(rule.get(DETAILS)) : List.of());
        inside.forEach(each -> read(each.asDocument(), path));
        BsonArray properties = array(rule, "propertiesNotSatisfied");
        for (BsonValue property : properties) {
            String name = property.asDocument().getString("propertyName").getValue();
            array(property.asDocument(), DETAILS).forEach(each -> read(each.asDocument(), path + name + "."));
        }
        if (missing.isEmpty() && inside.isEmpty() && properties.isEmpty() && !path.isEmpty()) {
            add(path.substring(0, path.length() - 1), operator(rule));
        }
    }

    private static String operator(BsonDocument rule) {
        BsonValue considered = rule.get("consideredValue");
        String operator =
                rule.isString("operatorName") ? rule.getString("operatorName").getValue() : "";
        return operator.equals("bsonType") && BsonNull.VALUE.equals(considered) ? REQUIRED : operator;
    }

    private void add(String field, String rule) {
        fields.add(field);
        rules.add(rule);
    }

    private static BsonArray array(BsonDocument document, String name) {
        return document.isArray(name) ? document.getArray(name) : new BsonArray();
    }
}
