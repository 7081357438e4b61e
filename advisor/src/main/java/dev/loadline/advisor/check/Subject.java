package dev.loadline.advisor.check;

import dev.loadline.advisor.document.ModelFile;
import java.util.List;

/**
 * What rules look at.
 *
 * @param file the model
 * @param claims recomputed
 * @param beside other documents that are checked with it; they may speak of the same things
 */
public record Subject(ModelFile file, List<CheckedClaim> claims, List<ModelFile> beside) {

  public Subject {
    claims = List.copyOf(claims);
    beside = List.copyOf(beside);
  }
}
