package com.mongodb.internal.connection;

/** A pool as one of MongoDB's, but what it hands out is of a class that the agent does not know. */
public final class DefaultConnectionPool {

  public static void main(String[] arguments) throws Exception {
    DefaultConnectionPool pool = new DefaultConnectionPool();
    System.out.println(pool.get() == null ? "none" : "got one");
    System.out.println("ready");
    System.in.read();
    pool.close();
    System.exit(0);
  }

  public Object get() {
    return new Object();
  }

  public void close() {}
}
