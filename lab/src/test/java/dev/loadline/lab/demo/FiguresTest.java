package dev.loadline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final String ANSWER =
      """
      {"objective": "p95 < 300 ms",
       "demand": {"value": 60.2},
       "capacity": {"value": 146.6, "low": 141.3, "high": 152.3, "verdict": "point", "explanation": "15 / 0.1023"},
       "safe_capacity": {"value": 81.4, "low": 77.0, "high": 87.0, "explanation": "8.4 of 15 busy"},
       "headroom": {"value": 0.244, "explanation": "1 - 61.5 / 81.4"}}
      """;

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void aFigureIsOneLine() throws JsonProcessingException {
    assertThat(Figures.line(json(ANSWER)))
        .isEqualTo(
            "headroom 24 %: demand 60.2 of safe 81.4 requests/s; full at 146.6 (141.3–152.3)");
  }

  @Test
  void withoutAFigureTheReasonIsTold() throws JsonProcessingException {
    JsonNode unknown =
        json(
            "{\"capacity\": {\"value\": null, \"verdict\": \"unknown\", \"explanation\": \"12 of 30 seconds measured\"}}");
    assertThat(Figures.line(unknown)).isEqualTo("unknown: 12 of 30 seconds measured");
    assertThat(Figures.line(MissingNode.getInstance())).isEqualTo("unknown: nothing measured yet");
  }

  @Test
  void theDocumentsFigureStandsBesideTheMeasured() throws JsonProcessingException {
    JsonNode document =
        json(
            "{\"claims\": [{\"id\": \"000-08\", \"stated\": \"150 requests/second\", \"says\": \"15 connections x 10\"}]}");
    assertThat(Figures.claim(json(ANSWER), document))
        .isEqualTo(
            "says 150 requests/second (15 connections x 10); measured 146.6 (141.3–152.3) requests/s");
    assertThat(Figures.explained(json(ANSWER), document))
        .contains("15 / 0.1023", "8.4 of 15 busy", "1 - 61.5 / 81.4");
  }

  @Test
  void aDocumentWithoutTheClaimIsToldSo() throws JsonProcessingException {
    assertThat(Figures.claim(json(ANSWER), json("{}"))).isEqualTo("has no claim 000-08");
  }
}
