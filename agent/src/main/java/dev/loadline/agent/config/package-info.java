/** Settings of the agent and where they come from. */
package dev.loadline.agent.config;
