package dev.loadline.advisor.document.markdown;

import java.util.regex.Pattern;

/** Whether a passage speaks of what is, of what shall be, or reckons. */
enum Stance {
  CURRENT,
  ADVISED,
  RECKONED,
  OPEN;

  private static final Pattern SURE_CURRENT =
      Pattern.compile(
          "\\b(?:already|current(?:ly)? (?:state|config|setting|setup|limit|implement|deploy"
              + "|architect|infra|stack)|today|as[- ]is|out of the box|existing|status quo|in place"
              + "|strengths|we (?:run|have|use)|installed|problems?\\b|issues?\\b|gaps?\\b)");
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(?:recommend|propos|solution|suggest|increas|improv|quick win|quick scaling|optimi[sz]"
              + "|action plan|phase \\d|next step|to handle|should|must\\b|required|fix(?:es|ed)?\\b"
              + "|upgrad|targets?\\b|future|step \\d|short[- ]term|long[- ]term|immediate"
              + "|scaling (?:option|plan|guide|path|strateg|phase|step)|scale[- ](?:up|out)\\b"
              + "|(?:horizontal|vertical) scaling|level \\d|option \\d|rais(?:e|ing)|enable|to ?do\\b"
              + "|roadmap|mitigat|remed|after\\b|planned|add(?:ing)?\\b|more workers|migrat|want"
              + "|production deployment|ideas?\\b|proposal)");
  private static final Pattern ORDER =
      Pattern.compile(
          "^(?:\\d+[.)] )?(?:configure|set|use|add|implement|deploy|enable|increase|raise|switch|move"
              + "|migrate|reduce|tune|install|introduce|bump|lower|double|put)\\b");
  private static final Pattern NOW =
      Pattern.compile(
          "\\b(?:current|now\\b|default|in production|actual|present\\b|before\\b|baseline)");
  private static final Pattern PRESENT =
      Pattern.compile(
          "\\b(?:configur|setup|settings|architecture|stack|limits?\\b|deployment|environment|overview"
              + "|inventory|per[- ]user|topology|infrastructure|runs?\\b)");
  private static final Pattern SUMS =
      Pattern.compile("\\b(?:calculat|estimat|example|if\\b|assum|theoretical|worked|method \\d)");

  /**
   * The nearest that says either.
   *
   * @param own what the passage itself says, such as a comment beside a setting
   */
  static Stance of(String own, Context context) {
    Stance said = said(Plain.lower(own));
    if (said == OPEN && PRESENT.matcher(Plain.lower(own)).find()) {
      said = present(context);
    }
    for (String text : context.outward()) {
      if (said != OPEN) {
        return said;
      }
      said = said(text);
      if (said == OPEN && PRESENT.matcher(text).find()) {
        said = present(context);
      }
    }
    return said;
  }

  /** "Configuration" may be one that is advised, farther above. */
  private static Stance present(Context context) {
    return underAdvice(context) ? ADVISED : CURRENT;
  }

  static Stance said(String text) {
    boolean advice = ADVICE.matcher(text).find() || ORDER.matcher(text).find();
    if (SURE_CURRENT.matcher(text).find()) {
      return CURRENT;
    }
    if (advice) {
      return ADVISED;
    }
    if (SUMS.matcher(text).find()) {
      return RECKONED;
    }
    return NOW.matcher(text).find() ? CURRENT : OPEN;
  }

  /** Whether anything above it gives advice, however near the passage comes to the present. */
  static boolean underAdvice(Context context) {
    return context.outward().stream().anyMatch(text -> said(text) == ADVISED);
  }
}
