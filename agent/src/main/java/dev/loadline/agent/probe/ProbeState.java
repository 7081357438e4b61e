package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How a probe fares in this application: {@code absent}, {@code matched} or {@code broken}. */
public final class ProbeState {

  private final String name;
  private final Set<String> required = new TreeSet<>();
  private @Nullable List<String> any;
  private final Set<String> woven = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private volatile @Nullable Broken broken;
  private boolean busy;
  private boolean anything;

  ProbeState(String name) {
    this.name = name;
  }

  void require(String type) {
    required.add(type);
  }

  /** Of these classes at least one. */
  void requireAny(String... types) {
    any = Arrays.asList(types);
  }

  void wove(String type) {
    woven.add(type);
  }

  boolean wove(Point point) {
    return woven.contains(point.type());
  }

  boolean seen(String type) {
    return woven.contains(type);
  }

  /** The first required class without which a hold would never end, or null. */
  @Nullable String missing() {
    for (String type : required) {
      if (!woven.contains(type)) {
        return type;
      }
    }
    return any == null || !Collections.disjoint(any, woven) ? null : any.get(0);
  }

  void broke(String type, String member, String version) {
    if (broken == null) {
      broken = new Broken(type, member, version);
    }
  }

  boolean works() {
    return broken == null;
  }

  void measuresBusy() {
    busy = true;
  }

  void poolsAnything() {
    anything = true;
  }

  /** Whether the pools are known to be of a database. */
  public boolean ofDatabase() {
    return !anything;
  }

  /** Whether the probe sees when what is held really works. */
  public boolean busy() {
    return busy;
  }

  /** The probe's library. */
  public String name() {
    return name;
  }

  /** One word for the state. */
  public String word() {
    return broken != null ? "broken" : woven.isEmpty() ? "absent" : "matched";
  }

  /** Why it is broken, or null. */
  public @Nullable Broken broken() {
    return broken;
  }

  /** The classes found and hooked, sorted. */
  public Set<String> classes() {
    return new TreeSet<>(woven);
  }

  /** What a probe needed and this version of the library has not. */
  public static final class Broken {

    private final String type;
    private final String member;
    private final String version;

    Broken(String type, String member, String version) {
      this.type = type;
      this.member = member;
      this.version = version;
    }

    /** The class that is not as expected. */
    public String type() {
      return type;
    }

    /** The member that it lacks, or what else is wrong. */
    public String member() {
      return member;
    }

    /** The archive that the class came from, e.g. HikariCP-2.3.13.jar. */
    public String version() {
      return version;
    }
  }
}
