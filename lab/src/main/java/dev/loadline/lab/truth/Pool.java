package dev.loadline.lab.truth;

import java.util.ArrayList;
import java.util.List;

/**
 * A library of JDBC pools.
 *
 * @param library as the agent calls it
 * @param coordinates {@code group:artifact:version}, one or more with spaces between
 * @param type of its data source
 * @param properties of it; every library calls them differently
 * @param busy whether the agent sees when statements run
 */
record Pool(
    String library, String coordinates, String type, List<String> properties, boolean busy) {

  /** Connections of every pool. */
  static final int LIMIT = 5;

  /** How long an acquire may take, in milliseconds. */
  static final int PATIENCE = 1000;

  private static final String URL = "jdbc:stub:orders";

  static List<Pool> all() {
    return List.of(
        new Pool(
            "hikaricp",
            "com.zaxxer:HikariCP:7.1.0",
            "com.zaxxer.hikari.HikariDataSource",
            List.of(
                "username=x",
                "password=x",
                "driverClassName=StubDriver",
                "jdbcUrl=" + URL,
                "maximumPoolSize=" + LIMIT,
                "connectionTimeout=" + PATIENCE,
                "poolName=orders"),
            true),
        new Pool(
            "dbcp2",
            "org.apache.commons:commons-dbcp2:2.14.0",
            "org.apache.commons.dbcp2.BasicDataSource",
            List.of(
                "username=x",
                "password=x",
                "driverClassName=StubDriver",
                "url=" + URL,
                "maxTotal=" + LIMIT,
                "maxWaitMillis=" + PATIENCE,
                "jmxName=orders"),
            true),
        new Pool(
            "tomcat-jdbc",
            "org.apache.tomcat:tomcat-jdbc:11.0.27",
            "org.apache.tomcat.jdbc.pool.DataSource",
            List.of(
                "username=x",
                "password=x",
                "driverClassName=StubDriver",
                "url=" + URL,
                "maxActive=" + LIMIT,
                "maxWait=" + PATIENCE,
                "name=orders"),
            false),
        new Pool(
            "c3p0",
            "com.mchange:c3p0:0.14.1",
            "com.mchange.v2.c3p0.ComboPooledDataSource",
            List.of(
                "user=x",
                "password=x",
                "driverClass=StubDriver",
                "jdbcUrl=" + URL,
                "maxPoolSize=" + LIMIT,
                "checkoutTimeout=" + PATIENCE),
            true),
        new Pool(
            "druid",
            "com.alibaba:druid:1.2.28",
            "com.alibaba.druid.pool.DruidDataSource",
            List.of(
                "username=x",
                "password=x",
                "driverClassName=StubDriver",
                "url=" + URL,
                "maxActive=" + LIMIT,
                "maxWait=" + PATIENCE,
                "name=orders"),
            true),
        new Pool(
            "agroal",
            "io.agroal:agroal-pool:3.2.1",
            "io.agroal.pool.DataSource",
            List.of(
                "jdbcUrl=" + URL,
                "providerClassName=StubDriver",
                "maxSize=" + LIMIT,
                "acquisitionTimeout_ms=" + PATIENCE),
            true),
        new Pool(
            "vibur",
            "org.vibur:vibur-dbcp:26.0",
            "org.vibur.dbcp.ViburDBCPDataSource",
            List.of(
                "username=x",
                "password=x",
                "jdbcUrl=" + URL,
                "poolMaxSize=" + LIMIT,
                "poolInitialSize=1",
                "connectionTimeoutInMs=" + PATIENCE,
                "acquireRetryAttempts=0",
                "start"),
            false),
        new Pool(
            "oracle-ucp",
            "com.oracle.database.jdbc:ucp11:23.26.4.0.0 com.oracle.database.jdbc:ojdbc11:23.26.4.0.0",
            "oracle.ucp.jdbc.PoolDataSourceImpl",
            List.of(
                "user=x",
                "password=x",
                "connectionFactoryClassName=StubDriver",
                "URL=" + URL,
                "maxPoolSize=" + LIMIT,
                "connectionWaitTimeout=" + PATIENCE / 1000),
            false));
  }

  /** What the application must be told. */
  List<String> arguments() {
    List<String> all = new ArrayList<>(List.of("" + LIMIT, "" + PATIENCE, type));
    all.addAll(properties);
    return all;
  }
}
