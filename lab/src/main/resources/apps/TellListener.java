import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Writes each test's end to a file at once, so that a run that hangs has told what came before. */
public final class TellListener implements TestExecutionListener {

  private final PrintStream out;

  public TellListener() throws IOException {
    out = new PrintStream(new FileOutputStream(System.getProperty("lab.results")), true, "UTF-8");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean successful = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    if (test.isTest() || !successful) {
      String why = result.getThrowable().map(Throwable::toString).orElse("");
      tell(result.getStatus().toString(), test, why);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tell("SKIPPED", test, reason);
  }

  private synchronized void tell(String status, TestIdentifier test, String why) {
    out.println(status + "\t" + test.getUniqueId() + "\t" + why.replaceAll("\\s+", " "));
  }
}
