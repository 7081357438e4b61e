package dev.loadline.agent.probe;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks a set of names before a probe or anything of Byte Buddy is loaded: an application that uses
 * none of the libraries never pays for them.
 */
final class Gate implements ClassFileTransformer {

  private final Engine engine;
  private final HookedTypes types;
  private final Set<String> internalNames = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private final Set<String> triggers = new HashSet<>();
  private final Deferred deferred = new Deferred();
  private @Nullable ClassFileTransformer weaver;

  Gate(HookedTypes types, Engine engine) {
    this.types = types;
    this.engine = engine;
    for (String type : types.all()) {
      String trigger = types.trigger(type);
      if (trigger == null) {
        internalNames.add(internal(type));
      } else {
        triggers.add(trigger);
        deferred.add(type, trigger);
      }
    }
  }

  private static String internal(String type) {
    return type.replace('.', '/');
  }

  /** A class was there before the gate, and others may have waited for it. */
  void loaded(String type) {
    if (triggers.contains(type)) {
      deferred.loaded(internal(type));
    }
  }

  /** Lets classes in that waited for one that is loaded now; their names. */
  Set<String> open() {
    Set<String> opened = deferred.take();
    for (String type : opened) {
      internalNames.add(internal(type));
    }
    return opened;
  }

  boolean names(Class<?> type) {
    String name = type.getName();
    return types.all().contains(name) && internalNames.contains(internal(name));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] code) {
    if (name == null) {
      return null;
    }
    deferred.loaded(name);
    if (!internalNames.contains(name)) {
      return null;
    }
    try {
      return weaver().transform(loader, name, redefined, domain, code);
    } catch (Throwable failure) {
      engine.broke(name.replace('/', '.'), failure);
      return null;
    }
  }

  /** Asks for the probes first, with no lock held: whoever loads them may load what is woven. */
  private ClassFileTransformer weaver() {
    Hook[] hooks = engine.all();
    synchronized (this) {
      if (weaver == null) {
        weaver = Weaver.transformer(hooks, types.all());
      }
      return weaver;
    }
  }
}
