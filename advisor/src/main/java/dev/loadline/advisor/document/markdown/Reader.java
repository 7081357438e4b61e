package dev.loadline.advisor.document.markdown;

import java.util.List;

/** Reads one form in which documents state things. */
interface Reader {

  void read(List<Passage> passages, Findings findings);
}
