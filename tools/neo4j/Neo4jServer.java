import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * A Neo4j server on loopback, for tests: java -cp 'lib/*' Neo4jServer.java PORT DIR [PASSWORD]
 * PORT 0 takes a free one. Prints "READY bolt://…" once it answers; stops when its input ends or on SIGTERM.
 * Without PASSWORD anybody may enter; with it only the user "neo4j".
 */
public class Neo4jServer {
  /** Seconds until 5.x, a duration in 2026.x. */
  @SuppressWarnings("unchecked")
  private static final Setting<Object> QUIET_PERIOD =
      (Setting<Object>) (Setting<?>) GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;

  private static final Object NONE = QUIET_PERIOD.defaultValue() instanceof Duration ? Duration.ZERO : (Object) 0;

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    boolean guarded = args.length > 2;
    Neo4j server =
        Neo4jBuilders.newInProcessBuilder(Path.of(args[1]))
            .withDisabledServer()
            .withConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
            .withConfig(GraphDatabaseSettings.auth_enabled, guarded)
            // Stopping would wait ten seconds for late messages.
            .withConfig(QUIET_PERIOD, NONE)
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    if (guarded) {
      server
          .databaseManagementService()
          .database("system")
          .executeTransactionally(
              "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", args[2]));
    }
    System.out.println("READY " + server.boltURI());
    while (System.in.read() != -1) {}
    System.exit(0);
  }
}
