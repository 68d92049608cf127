package dev.plinth.mongo.internal.error;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered, out of the driver's many forms.
 *
 * @param code the server's number of the error, or 0 where it did not answer
 * @param message its text, which may quote values
 * @param details what it adds, or an empty document
 */
record Answer(int code, String message, BsonDocument details) {
    static Answer of(RuntimeException error) {
        if (error instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            BulkWriteError first = bulk.getWriteErrors().get(0);
            return of(first);
        } else if (error instanceof MongoWriteException write) {
            return of(write.getError());
        }
        String message = String.valueOf(error.getMessage());
        if (error instanceof MongoCommandException command) {
            BsonDocument response = command.getResponse();
            boolean explained =
                    response.containsKey("errInfo") && response.get("errInfo").isDocument();
            return new Answer(
                    command.getCode(), message, explained ? response.getDocument("errInfo") : new BsonDocument());
        }
        return new Answer(error instanceof MongoException e ? e.getCode() : 0, message, new BsonDocument());
    }

    private static Answer of(WriteError error) {
        BsonDocument details = error.getDetails();
        return new Answer(error.getCode(), error.getMessage(), details);
    }

    /** The number and, where the driver knows it, the name. */
    static String described(RuntimeException error) {
        int code = of(error).code();
        String name = error instanceof MongoCommandException command ? " (" + command.getErrorCodeName() + ")" : "";
        return code == 0 ? "" : " " + code + name;
    }

    static boolean hasLabel(RuntimeException error, @Nullable String label) {
        return label != null && error instanceof MongoException e && e.hasErrorLabel(label);
    }
}
