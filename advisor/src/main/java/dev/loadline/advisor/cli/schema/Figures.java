package dev.loadline.advisor.cli.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.BytesPerSecond;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.DollarsPerTime;
import dev.loadline.advisor.document.unit.PerSecond;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import java.util.List;
import java.util.Map;

/**
 * Figures with their units. The pattern holds what every figure has in common; whether its unit
 * fits is told by {@code check}.
 */
final class Figures {
  private static final String NUMBER = "\\d{1,15}(\\.\\d{1,9})?";
  private static final String RANGE = NUMBER + "\\s*-\\s*" + NUMBER;
  private static final String FORM =
      "^\\s*([<>]=\\s*)?(%s\\s*\\(\\s*%s\\s*\\)|%s|%s)\\s*([^\\d\\s].*)?$"
          .formatted(NUMBER, RANGE, RANGE, NUMBER);

  private static final Map<Class<?>, Said> KNOWN =
      Map.of(
          Amount.class,
          new Said("A figure with its unit.", false, "150 requests/second", ">= 10000 users"),
          Bytes.class,
          new Said("An amount of data; kB is 1,000 and KiB 1,024 bytes.", true, "3 MB", "2-5 MB"),
          BytesPerSecond.class,
          new Said("Data per time.", true, "30 kB/s", "100 Mbit/s"),
          Count.class,
          new Said("A number of something.", false, "15 connections", "100-200 users", "4"),
          DollarsPerTime.class,
          new Said("A cost.", true, "50-100 dollars/month"),
          PerSecond.class,
          new Said("A rate.", true, "60/min", "3 (2-5) requests/minute"),
          Seconds.class,
          new Said("A time.", true, "100 ms", "50-200 ms", "100 (50-200) ms"),
          Share.class,
          new Said("A part of a whole, 0 to 100 %.", false, "60 %", "70-80 %", "0.6"));

  private Figures() {}

  private record Said(String description, boolean needsUnit, List<String> examples) {
    Said(String description, boolean needsUnit, String... examples) {
      this(description, needsUnit, List.of(examples));
    }
  }

  static boolean knows(Class<?> type) {
    return KNOWN.containsKey(type);
  }

  /** A bare number is one only where a number without a unit means something. */
  static ObjectNode of(Class<?> type) {
    Said said = KNOWN.get(type);
    if (said == null) {
      throw new IllegalArgumentException(type + " is no figure");
    }
    ObjectNode node = Nodes.object();
    if (said.needsUnit) {
      node.put("type", "string");
    } else {
      node.set("type", Nodes.words(List.of("string", "number")));
      node.put("minimum", 0);
    }
    node.put("pattern", FORM);
    node.put(
        "description",
        said.description
            + " A range is written 50-200; 100 (50-200) says with"
            + " which value of it sums are made.");
    node.set("examples", Nodes.words(said.examples));
    return node;
  }
}
