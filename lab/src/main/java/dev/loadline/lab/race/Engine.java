package dev.loadline.lab.race;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Something that scrapes targets and keeps what it reads. */
interface Engine {

  /** As the table calls it. */
  String name();

  /** Whether it is installed here. */
  boolean present();

  /** The command line, with whatever files it needs written into {@code directory}. */
  List<String> command(Path directory, Targets targets, Duration interval) throws IOException;
}
