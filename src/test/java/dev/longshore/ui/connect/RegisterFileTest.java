package dev.longshore.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.longshore.model.MigrationRef;
import org.junit.jupiter.api.Test;

class RegisterFileTest {
    private static final MigrationRef ORDERS = MigrationRef.parse("db-a/m-1");
    private static final MigrationRef BILLING = MigrationRef.parse("db-b/m-2");

    @Test
    void readsJson() {
        assertThat(RegisterFile.in("""
                [
                  {"name": "orders \\"new\\"", "databaseId": "db-a", "migrationId": "m-1", "status": "{x"},
                  {"migrationId": "m-2", "databaseId": "db-b"}
                ]
                """)).contains(entry(BILLING, ""));
    }

    @Test
    void readsNamesWithEscapes() {
        assertThat(RegisterFile
                .in("[{\"name\": \"orders \\\"b\\u00e4r\\\"\", \"databaseId\": \"db-a\", \"migrationId\": \"m-1\"}]"))
                .containsExactly(entry(ORDERS, "orders \"bär\""));
    }

    @Test
    void readsCsvWithQuotes() {
        assertThat(RegisterFile
                .in("name,databaseId,migrationId,status\r\n\"orders, \"\"new\"\"\",db-a,m-1,\r\n,db-b,m-2,Closed\r\n"))
                .containsExactly(entry(ORDERS, "orders, \"new\""), entry(BILLING, ""));
    }

    @Test
    void readsColumnsApartByTabs() {
        assertThat(RegisterFile.in("name\tdatabaseId\tmigrationId\norders\tdb-a\tm-1\n"))
                .containsExactly(entry(ORDERS, "orders"));
    }

    @Test
    void anyOtherTextIsNone() {
        assertThat(RegisterFile.in("db-a/m-1\n{\"dbID\": \"db-a\", \"migrationID\": \"m-1\"}\nname,size\nx,1"))
                .isEmpty();
    }

    @Test
    void namesComeWithWhatIsPasted() {
        var pasted = PastedMigrations.in("databaseId,migrationId,name\ndb-a,m-1,orders\n");

        assertThat(pasted.found()).containsExactly(ORDERS);
        assertThat(pasted.names()).containsExactly(entry(ORDERS, "orders"));
    }
}
