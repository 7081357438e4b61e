package dev.loadline.advisor.document.markdown;

/**
 * A line with figures or settings that nothing was read from.
 *
 * @param line in the document, from 1
 * @param text of the line, shortened
 * @param why what could not be told
 */
public record Unread(int line, String text, String why) {}
