package dev.loadline.agent.host;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control groups that one controller puts this process in, from the innermost outwards. */
final class Hierarchy {

  private static final int DEEPEST = 64;

  private final boolean unified;
  private final List<File> groups;

  private Hierarchy(boolean unified, List<File> groups) {
    this.unified = unified;
    this.groups = groups;
  }

  /** Whether this is version 2. */
  boolean unified() {
    return unified;
  }

  List<File> groups() {
    return groups;
  }

  /** The chain of a controller of version 1 where it is mounted so, else of version 2; or null. */
  static @Nullable Hierarchy of(File root, String controller) {
    String paths = PlainFile.text(new File(root, "proc/self/cgroup"));
    String mounts = PlainFile.text(new File(root, "proc/self/mountinfo"));
    if (paths == null || mounts == null) {
      return null;
    }
    Hierarchy legacy = find(root, paths, mounts, controller, false);
    return legacy != null ? legacy : find(root, paths, mounts, controller, true);
  }

  private static @Nullable Hierarchy find(
      File root, String paths, String mounts, String controller, boolean unified) {
    String path = path(paths, controller, unified);
    if (path == null) {
      return null;
    }
    for (String line : mounts.split("\n", -1)) {
      String[] halves = line.split(" - ", 2);
      String[] front = halves[0].split(" ", -1);
      if (halves.length == 2 && front.length > 4 && fits(halves[1], controller, unified)) {
        return new Hierarchy(unified, chain(new File(root, front[4]), inside(path, front[3])));
      }
    }
    return null;
  }

  private static boolean fits(String back, String controller, boolean unified) {
    String[] fields = back.split(" ", -1);
    return unified
        ? fields[0].equals("cgroup2")
        : fields[0].equals("cgroup")
            && fields.length > 2
            && Arrays.asList(fields[2].split(",", -1)).contains(controller);
  }

  private static @Nullable String path(String paths, String controller, boolean unified) {
    for (String line : paths.split("\n", -1)) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3
          && (unified
              ? fields[0].equals("0") && fields[1].isEmpty()
              : Arrays.asList(fields[1].split(",", -1)).contains(controller))) {
        return fields[2];
      }
    }
    return null;
  }

  /** The path below what is mounted; a container may see the host's path but only its own group. */
  private static String inside(String path, String mounted) {
    if (mounted.equals("/")) {
      return path;
    }
    boolean below = path.equals(mounted) || path.startsWith(mounted + "/");
    return below ? path.substring(mounted.length()) : "/";
  }

  private static List<File> chain(File mount, String path) {
    List<File> groups = new ArrayList<>();
    groups.add(mount);
    File group = mount;
    for (String name : path.split("/", DEEPEST)) {
      if (name.equals("..")) {
        break;
      }
      if (!name.isEmpty()) {
        group = new File(group, name);
        groups.add(group);
      }
    }
    Collections.reverse(groups);
    return groups;
  }
}
