package dev.loadline.collector.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Of {@code /proc/<pid>/stat}.
 *
 * @param state {@code R} running, {@code D} in the kernel, {@code S} asleep
 * @param cpuSeconds of all threads, in user and system mode
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcessStat(char state, double cpuSeconds) {
  private static final double TICKS_PER_SECOND = 100;

  static ProcessStat read(Path process) throws IOException {
    return parse(Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1));
  }

  /** The name of the program stands in parentheses and may hold blanks and parentheses. */
  static ProcessStat parse(String stat) throws IOException {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    if (fields.length < 13) {
      throw new IOException("not a process: " + stat);
    }
    double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    return new ProcessStat(fields[0].charAt(0), ticks / TICKS_PER_SECOND);
  }

  boolean runs() {
    return state == 'R' || state == 'D';
  }
}
