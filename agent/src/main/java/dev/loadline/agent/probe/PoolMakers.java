package dev.loadline.agent.probe;

import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of pools that have none themselves, from what made them: the configuration that they were
 * made of, or their maker's name and the address that it keeps them under, e.g. {@code
 * http-shop.example:443}. All is held weakly; what is not known here goes by number.
 */
final class PoolMakers {

  private static final int MOST = 64;

  private final String name;
  private final @Nullable String pools;
  private final @Nullable String address;
  private List<Made> all = new ArrayList<>();

  /**
   * @param name the field of the configuration, or with {@code pools} of the maker, that has a name
   * @param pools the field of the maker that is a map whose values are the pools
   * @param address the field of a key in that map that is an address
   */
  PoolMakers(String name, @Nullable String pools, @Nullable String address) {
    this.name = name;
    this.pools = pools;
    this.address = address;
  }

  /** A pool is made; once in its life. */
  synchronized void made(Object pool, Object maker, @Nullable Object configuration) {
    List<Made> next = new ArrayList<>();
    for (Made each : all) {
      if (each.pool.get() != null && each.pool.get() != pool) {
        next.add(each);
      }
    }
    if (next.size() < MOST) {
      Object own = pools == null ? Reader.read(configuration, name) : null;
      next.add(new Made(pool, maker, own instanceof String ? (String) own : null));
    }
    all = next;
  }

  /** The name for this pool, or null if there is none; asked by the agent's own thread. */
  @Nullable String name(Object pool) {
    Made made = find(pool);
    if (made == null || pools == null || address == null) {
      return made == null ? null : made.name;
    }
    Object maker = made.maker.get();
    Object map = Reader.read(maker, pools);
    for (Map.Entry<?, ?> each : map instanceof Map ? ((Map<?, ?>) map).entrySet() : none()) {
      if (each.getValue() == pool) {
        return text(Reader.read(maker, name), Reader.read(each.getKey(), address));
      }
    }
    return null;
  }

  private synchronized @Nullable Made find(Object pool) {
    for (Made each : all) {
      if (each.pool.get() == pool) {
        return each;
      }
    }
    return null;
  }

  private static List<Map.Entry<?, ?>> none() {
    return new ArrayList<>();
  }

  private static @Nullable String text(@Nullable Object name, @Nullable Object at) {
    if (!(at instanceof InetSocketAddress)) {
      return null;
    }
    InetSocketAddress address = (InetSocketAddress) at;
    String place = address.getHostString() + ":" + address.getPort();
    return name instanceof String ? name + "-" + place : place;
  }

  private static final class Made {

    final WeakReference<Object> pool;
    final WeakReference<Object> maker;
    final @Nullable String name;

    Made(Object pool, Object maker, @Nullable String name) {
      this.pool = new WeakReference<>(pool);
      this.maker = new WeakReference<>(maker);
      this.name = name;
    }
  }
}
