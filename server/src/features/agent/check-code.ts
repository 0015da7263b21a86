import { plainName } from '../../base/words.ts';
import type { Uri } from '../../base/text.ts';
import { canonicalUri, encodePath } from '../../base/uri.ts';
import { languages } from '../../code/languages/index.ts';
import { check } from '../../rules/check.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { plural } from '../describe.ts';
import { noPlan } from './plan-events.ts';
import { placeText, textIn, type AgentDesk, type AgentTool } from './tool.ts';

export const checkCode: AgentTool = {
  name: 'check_code',
  title: 'Check code against the tracking plan',
  description:
    'Checks the tracking calls in a file, or in a snippet that is not saved yet, against the tracking plan: unknown events, missing or wrong properties, and how to repair them. Ask this after you wrote or changed a tracking call.',
  input: {
    type: 'object',
    properties: {
      path: {
        type: 'string',
        description:
          'Path of a file, relative to the project. For a snippet: where it is going to stand, so that its imports are understood.',
      },
      code: { type: 'string', description: 'The text to check instead of what the file holds.' },
      language: {
        type: 'string',
        description: 'Language of a snippet without a path, such as `typescript` or `python`.',
      },
    },
    additionalProperties: false,
  },
  run: async (desk, input) => {
    if (desk.workspace.snapshot.plans.length === 0) return noPlan;
    const code = textIn(input, 'code');
    const uri = uriOf(desk, input);
    if (uri === undefined) return 'Say the path of a file, or give code and its language.';
    if (code === undefined) {
      const { snapshot } = desk.workspace;
      return snapshot.text(uri) === undefined && !snapshot.codeFiles.has(uri)
        ? `${placeText(desk, uri, 0).replace(/:1$/, '')} holds no tracking call that is recognised, or is no file of the project.`
        : report(snapshot, uri);
    }
    // Nothing waits between these lines, so nobody else sees the text.
    desk.workspace.change(uri, code);
    const answer = report(desk.workspace.snapshot, uri);
    const open = desk.openText(uri);
    if (open === undefined) await desk.workspace.close(uri);
    else desk.workspace.change(uri, open);
    return answer;
  },
};

function uriOf({ root }: AgentDesk, input: Readonly<Record<string, unknown>>): Uri | undefined {
  const path = textIn(input, 'path')?.replaceAll('\\', '/');
  if (path !== undefined) {
    const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(path);
    return canonicalUri(
      isAbsolute ? `file://${encodePath(path.replace(/^(?!\/)/, '/'))}` : root + encodePath(path.replace(/^\.\//, '')),
    );
  }
  const wanted = plainName(textIn(input, 'language') ?? '');
  const language = languages.find(({ id, title }) => plainName(id) === wanted || plainName(title) === wanted);
  return textIn(input, 'code') === undefined || !language ? undefined : `${root}snippet${language.extensions[0] ?? ''}`;
}

function report(snapshot: Snapshot, uri: Uri): string {
  const findings = check(uri, snapshot).filter(finding => finding.uri === uri);
  const calls = snapshot.calls(uri).filter(call => !call.forwards);
  const plan = snapshot.planFor(uri);
  const counted = `${calls.length} tracking ${calls.length === 1 ? 'call is' : 'calls are'} recognised`;
  if (!plan) return `${counted}. No tracking plan belongs to this file.`;
  const unknown = calls.filter(call => call.event.dynamic !== undefined).length;
  const lines = findings.map(({ range, severity, rule, message, fixes }) => {
    const titles = (fixes?.() ?? []).map(({ title }) => title);
    const repair = titles.length > 0 ? ` Possible repairs: ${titles.join('; ')}.` : '';
    return `- line ${range.start.line + 1}, ${severity} ${rule}: ${message}${repair}`;
  });
  return [
    `${counted}, ${findings.length === 0 ? 'and nothing is wrong' : `with ${plural(findings.length, 'finding')}`}.`,
    ...(unknown > 0 ? [`${unknown} of them have a name that is made at run time and were not checked.`] : []),
    ...lines,
  ].join('\n');
}
