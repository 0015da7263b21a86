import { checkCode } from './check-code.ts';
import { describeEvent } from './describe-event.ts';
import { findEvents } from './find-events.ts';
import { listUncovered } from './list-uncovered.ts';
import { proposeEvent } from './propose-event.ts';
import type { AgentTool } from './tool.ts';

/** Everything that a coding agent can ask, in the order in which it is documented. */
export const agentTools: readonly AgentTool[] = [findEvents, describeEvent, checkCode, listUncovered, proposeEvent];
