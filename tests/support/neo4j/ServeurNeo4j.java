import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Starts a Neo4j server on a loopback port. Arguments: its folder, its port; the password of its
 * user is in NEO4J_PASSWORD. Prints « pret » once it answers; ends with its standard input.
 */
public final class ServeurNeo4j {
  private ServeurNeo4j() {}

  public static void main(String[] args) throws Exception {
    var dossier = Path.of(args[0]);
    var neuf = !Files.exists(dossier.resolve("data"));
    var adresse = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    var service =
        new DatabaseManagementServiceBuilder(dossier)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, adresse)
            .setConfig(BoltConnector.advertised_address, adresse)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            // a quarter of a gigabyte a base otherwise, for graphs of a few kilobytes
            .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
            .build();
    // a server refuses the password it already has
    if (neuf) {
      service
          .database("system")
          .executeTransactionally(
              "ALTER USER neo4j SET PASSWORD $motDePasse CHANGE NOT REQUIRED",
              Map.of("motDePasse", System.getenv("NEO4J_PASSWORD")));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    System.out.println("pret");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
