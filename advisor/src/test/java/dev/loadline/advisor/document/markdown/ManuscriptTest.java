package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.yaml.ProblemsException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n"})
  void anEmptyDocumentIsRefused(String text) {
    refused(text, "doc.md:1: the document is empty; name a Markdown file");
  }

  @Test
  void aNulIsRefusedWithItsLine() {
    refused(
        "# A\n- pool: 5\u0000 connections\n",
        "doc.md:2: the control character U+0000; save the document as UTF-8 text");
  }

  @Test
  void aBinaryIsRefused() {
    byte[] elf = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xFF, (byte) 0xFE};
    refused(
        new String(elf, StandardCharsets.UTF_8),
        "doc.md:1: the control character U+0002; save the document as UTF-8 text");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    refused(
        new String(new byte[] {'a', (byte) 0xFF}, StandardCharsets.UTF_8),
        "doc.md:1: bytes that are not UTF-8; save the document as UTF-8 text");
  }

  @Test
  void oneLineOf100MegabytesIsRefused() {
    refused("x".repeat(100_000_000), "doc.md:1: larger than 3 MiB; split the document");
  }

  @Test
  void aLineBeyond64KibibytesIsRefused() {
    refused(
        "a\n" + "x".repeat(65_537),
        "doc.md:2: a line longer than 64 KiB; this is no written document");
  }

  @Test
  void moreThan20000LinesAreRefused() {
    refused("a\n".repeat(20_001), "doc.md:20001: more than 20,000 lines; split the document");
  }

  @Test
  void aListOf51LevelsIsRefused() {
    refused(
        "- a\n" + " ".repeat(200) + "- b\n",
        "doc.md:2: a list nested deeper than 50 levels; flatten it");
  }

  @Test
  void moreThan2000FiguresAreRefused() {
    refused(
        "- Pool: 5 connections, 6 users, 7 rps\n".repeat(2_000),
        "doc.md:667: more than 2,000 figures; split the document");
  }

  @Test
  void lineEndsOfAllKindsAreCounted() {
    assertThat(Manuscript.lines("doc.md", "\uFEFFa\rb\r\nc\n\nd\u2028d"))
        .containsExactly("a", "b", "c", "", "d\u2028d");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "> ", "- ", "1. ", "> - "})
  void noDepthOfContainersIsTooMuch(String container) {
    String line = container.repeat(60_000 / container.length());

    assertThat(MarkdownImport.read("doc.md", line + "a\n\n- Pool: 5 connections\n").facts())
        .extracting(Fact::line)
        .containsExactly(3);
  }

  @Test
  void aDepthOf100000IsRefused() {
    refused(
        ">".repeat(100_000), "doc.md:1: a line longer than 64 KiB; this is no written document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "*a **b ", "`", "|a", "![a](", "<a ", "(", "_a_"})
  void noNestingOfInlinesIsTooMuch(String inline) {
    String line = inline.repeat(60_000 / inline.length());

    assertThat(MarkdownImport.read("doc.md", line + "\n\n- Pool: 5 connections\n").facts())
        .extracting(Fact::line)
        .containsExactly(3);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> MarkdownImport.read("doc.md", text))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(message);
  }
}
