package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * mongo-java-server that says it is a replica set of one member and takes the commands of transactions, one transaction
 * at a time: an abort puts all collections back. There is no isolation; for that the tests take an external server.
 */
final class ReplicaSetBackend extends MemoryBackend {
    private final MongoServer server = new MongoServer(this);
    private final Queue<Document> faults = new ConcurrentLinkedQueue<>();
    private final List<String> commands = new ArrayList<>();
    private @Nullable Map<String, List<Document>> before;
    private volatile String faultyCommand = "";

    ReplicaSetBackend() {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
    }

    String uri() {
        return "mongodb://" + TestServer.address(server) + "/shop";
    }

    /** The next command of a name is answered in this way. */
    void answer(String command, Document answer) {
        faultyCommand = command;
        faults.add(answer);
    }

    /** The next commands of a name answer with an error. */
    void fail(String command, int times, int code, String label) {
        faultyCommand = command;
        for (int i = 0; i < times; i++) {
            faults.add(new Document("ok", 0)
                    .append("errmsg", "made for the test")
                    .append("code", code)
                    .append("errorLabels", List.of(label)));
        }
    }

    /** The commands that were sent in a transaction since the last call. */
    synchronized List<String> takeCommands() {
        List<String> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }

    @Override
    public synchronized Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("ismaster") || command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, "ismaster", query)
                    .append("setName", "rs")
                    .append("hosts", List.of(TestServer.address(server)))
                    .append("me", TestServer.address(server))
                    .append("primary", TestServer.address(server))
                    .append("logicalSessionTimeoutMinutes", 30);
        }
        if (Boolean.FALSE.equals(query.get("autocommit"))) {
            inTransaction(channel, database, command, query);
        }
        Document fault = command.equals(faultyCommand) ? faults.poll() : null;
        if (fault != null) {
            return fault;
        }
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "committransaction" -> end();
            case "aborttransaction" -> {
                restore(channel);
                yield end();
            }
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private void inTransaction(Channel channel, String database, String command, Document query) {
        boolean first = Boolean.TRUE.equals(query.get("startTransaction"));
        commands.add((first ? "start " : "") + command);
        // what a real server demands
        assertThat(query).containsKeys("lsid", "txnNumber");
        assertThat(query.containsKey("readConcern")).isEqualTo(first);
        assertThat(query.containsKey("writeConcern")).isEqualTo(command.endsWith("Transaction"));
        if (first) {
            assertThat(query.get("readConcern")).isEqualTo(new Document("level", "snapshot"));
            before = content(channel, database);
        }
    }

    private Map<String, List<Document>> content(Channel channel, String database) {
        Map<String, List<Document>> content = new HashMap<>();
        for (Document collection : documents(channel, database, new Document("listCollections", 1))) {
            String name = (String) collection.get("name");
            content.put(
                    database + "." + name,
                    documents(channel, database, new Document("find", name)).stream()
                            .map(Document::cloneDeeply)
                            .toList());
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    private List<Document> documents(Channel channel, String database, Document command) {
        String name = command.keySet().iterator().next();
        Document cursor =
                (Document) super.handleCommand(channel, database, name, command).get("cursor");
        return (List<Document>) Objects.requireNonNull(cursor).get("firstBatch");
    }

    private void restore(Channel channel) {
        Objects.requireNonNull(before).forEach((path, documents) -> {
            String database = path.substring(0, path.indexOf('.'));
            String name = path.substring(path.indexOf('.') + 1);
            Document all = new Document("q", new Document()).append("limit", 0);
            super.handleCommand(
                    channel, database, "delete", new Document("delete", name).append("deletes", List.of(all)));
            super.handleCommand(
                    channel, database, "insert", new Document("insert", name).append("documents", documents));
        });
    }

    private Document end() {
        before = null;
        return new Document("ok", 1.0);
    }

    void stop() {
        server.shutdownNow();
    }
}
