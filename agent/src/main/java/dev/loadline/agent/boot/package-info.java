/** What application classes may reach: the one seam between them and the agent, JDK types only. */
package dev.loadline.agent.boot;
