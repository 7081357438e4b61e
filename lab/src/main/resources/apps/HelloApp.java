/** Uses no library at all. */
public final class HelloApp {

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
