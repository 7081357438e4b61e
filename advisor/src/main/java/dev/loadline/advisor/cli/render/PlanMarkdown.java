package dev.loadline.advisor.cli.render;

import static dev.loadline.advisor.cli.render.MarkdownText.code;
import static dev.loadline.advisor.cli.render.MarkdownText.plain;

import dev.loadline.advisor.plan.Prospect;
import dev.loadline.advisor.plan.Sizing;
import dev.loadline.advisor.plan.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as a comment on a pull request. */
public final class PlanMarkdown {

  private PlanMarkdown() {}

  public static String of(Planned planned) {
    WhatIf whatIf = planned.whatIf();
    MarkdownText text = new MarkdownText();
    text.line("### Plan for %s: %s", plain(whatIf.model()), answer(whatIf));
    if (!whatIf.changes().isEmpty()) {
      text.line("");
      text.row("change", "from", "to");
      text.row("---", "---", "---");
      whatIf
          .changes()
          .forEach(
              change ->
                  text.row(
                      code(change.path()),
                      plain(change.from() == null ? "not set" : change.from()),
                      plain(change.to())));
    }
    prospects(text, whatIf.before(), whatIf.after());
    text.line("");
    text.line("%s", plain("Before: " + whatIf.before().capacity().explanation()));
    text.line("");
    text.line("%s", plain("After: " + whatIf.after().capacity().explanation()));
    offers(text, whatIf);
    Sizing sizing = planned.sizing();
    if (sizing != null) {
      sizing(text, sizing);
    }
    details(text, "Not modelled", whatIf.notModelled());
    return text.toString();
  }

  private static String answer(WhatIf whatIf) {
    if (whatIf.refused() != null) {
      return "refused, " + plain(whatIf.refused());
    }
    return whatIf.changes().isEmpty()
        ? plain(Figured.text(whatIf.after().capacity()))
        : plain(
            "%s, then %s"
                .formatted(Figured.text(whatIf.factor()), word(whatIf.after().bottleneck())));
  }

  private static void prospects(MarkdownText text, Prospect before, Prospect after) {
    text.line("");
    text.row("", "before", "after");
    text.row("---", "---", "---");
    text.row(
        "capacity", plain(Figured.text(before.capacity())), plain(Figured.text(after.capacity())));
    after
        .users()
        .forEach(
            (profile, users) ->
                text.row(
                    "users " + plain(profile),
                    plain(Figured.text(PlanText.before(before.users(), profile, users))),
                    plain(Figured.text(users))));
    text.row("bottleneck", code(word(before.bottleneck())), code(word(after.bottleneck())));
    text.row("next", code(word(before.next())), code(word(after.next())));
    text.row("cost", plain(Figured.text(before.cost())), plain(Figured.text(after.cost())));
  }

  private static String word(@Nullable String resource) {
    return resource == null ? "none known" : resource;
  }

  private static void offers(MarkdownText text, WhatIf whatIf) {
    if (!whatIf.offers().isEmpty()) {
      text.line("");
      text.line("What would fit:");
      text.line("");
      whatIf.offers().forEach(offer -> text.line("- %s", plain(offer)));
    }
  }

  private static void sizing(MarkdownText text, Sizing sizing) {
    text.line("");
    text.line("#### What it takes %s", plain(PlanText.question(sizing)));
    text.line("");
    text.row("resource", "needed", "now", "sum");
    text.row("---", "---", "---", "---");
    sizing
        .needs()
        .forEach(
            need ->
                text.row(
                    code(need.resource()),
                    plain(PlanText.needed(need)),
                    Double.isNaN(need.now()) ? "not stated" : Figured.round(need.now()),
                    plain(need.because())));
    text.line("");
    text.row("way", "cost", "carries", "then", "changes");
    text.row("---", "---", "---", "---", "---");
    sizing
        .ways()
        .forEach(
            way ->
                text.row(
                    plain(way.name()),
                    plain(Figured.text(way.cost())),
                    plain(Figured.text(PlanText.carried(way))),
                    code(word(way.bottleneck())),
                    way.refused() == null
                        ? code(PlanText.set(way))
                        : plain("refused: " + way.refused())));
    details(text, "The document recommends", sizing.documented());
    details(text, "Unknown", sizing.unknown());
  }

  private static void details(MarkdownText text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.line("");
      text.line("<details><summary>%s</summary>", title);
      text.line("");
      lines.forEach(line -> text.line("- %s", plain(line)));
      text.line("");
      text.line("</details>");
    }
  }
}
