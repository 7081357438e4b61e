package dev.loadline.lab.part;

import dev.loadline.lab.shop.Shop;

/**
 * The order shop in a JVM of its own. Arguments: JDBC URL, seed of its hold times. Announces its
 * HTTP address.
 */
public final class ShopProcess {
  private ShopProcess() {}

  public static void main(String[] arguments) {
    Shop shop = Shop.open(Shop.Settings.of(arguments[0], Long.parseLong(arguments[1])));
    System.out.println(ChildJvm.READY + "http://127.0.0.1:" + shop.port());
    Lifeline.holdOn(System.in);
  }
}
