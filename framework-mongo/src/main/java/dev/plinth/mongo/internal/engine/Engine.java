package dev.plinth.mongo.internal.engine;

import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import org.bson.BsonDocument;

/**
 * What a server can do.
 *
 * @param name the server and its version, for people
 * @param transactions whether it has multi-document transactions
 * @param emulated whether it is an imitation, such as mongo-java-server: no partial indexes, text ordered by UTF-16 unit,
 *     equality of decimals through doubles, and an index used only where it has exactly the fields of the filter
 * @param narrowDates whether dates are held from the year 1 to the year 9999 only, as Python does
 */
public record Engine(String name, boolean transactions, boolean emulated, boolean narrowDates) {
    private static final int OLDEST = 5;
    private static final String SECANTUS_VERSION = "secantusVersion";
    private static final int WIRE_VERSION_WITH_SHARDED_TRANSACTIONS = 8;

    /**
     * Finds out from what the server says about itself.
     *
     * @param buildInfo the server's answer to {@code buildInfo}
     * @param cluster what the driver has found out
     */
    public static Engine of(BsonDocument buildInfo, ClusterDescription cluster) {
        // every mongod and mongos says which commit it was built from
        boolean emulated = !buildInfo.containsKey("gitVersion");
        boolean transactions = cluster.getServerDescriptions().stream().anyMatch(Engine::hasTransactions);
        boolean secantus = buildInfo.containsKey(SECANTUS_VERSION);
        return new Engine(name(buildInfo, emulated), transactions, emulated, secantus);
    }

    /**
     * Whether the server is new enough.
     *
     * @param buildInfo the server's answer to {@code buildInfo}
     */
    public static boolean isSupported(BsonDocument buildInfo) {
        String version = buildInfo.getString("version").getValue();
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= OLDEST;
    }

    private static String name(BsonDocument buildInfo, boolean emulated) {
        String version = "MongoDB " + buildInfo.getString("version").getValue();
        if (buildInfo.containsKey(SECANTUS_VERSION)) {
            return "SecantusDB " + buildInfo.getString(SECANTUS_VERSION).getValue() + " (as " + version + ")";
        }
        return emulated ? "mongo-java-server (as " + version + ")" : version;
    }

    private static boolean hasTransactions(ServerDescription server) {
        if (!server.isOk() || server.getLogicalSessionTimeoutMinutes() == null) {
            return server.getType() == ServerType.LOAD_BALANCER;
        }
        return server.isReplicaSetMember()
                || (server.isShardRouter() && server.getMaxWireVersion() >= WIRE_VERSION_WITH_SHARDED_TRANSACTIONS);
    }
}
