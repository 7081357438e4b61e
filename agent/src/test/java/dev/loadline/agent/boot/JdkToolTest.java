package dev.loadline.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdkToolTest {

  @Test
  void toolsAreKnownByTheirModuleOrBeforeModulesByTheirClass() {
    assertThat(JdkTool.is("java.base", "java.base/sun.security.tools.keytool.Main -list")).isTrue();
    assertThat(JdkTool.is("jdk.compiler", "jdk.compiler/com.sun.tools.javac.Main A.java")).isTrue();
    assertThat(JdkTool.is(null, "com.sun.tools.javac.Main A.java")).isTrue();
    assertThat(JdkTool.is(null, "sun.tools.jcmd.JCmd 7 help")).isTrue();
  }

  @Test
  void applicationsAreNotTools() {
    assertThat(JdkTool.is(null, "app.jar jdk.compiler")).isFalse();
    assertThat(JdkTool.is(null, null)).isFalse();
    assertThat(JdkTool.is("com.example", "com.example/com.example.Main")).isFalse();
    assertThat(JdkTool.is("jdk.compiler", "jdk.compiler/com.sun.tools.javac.launcher.Main A.java"))
        .as("java A.java")
        .isFalse();
  }
}
