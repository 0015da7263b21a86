/**
 * Makes a thousand things wrong in a product and its plan, and tells which ones are not noticed:
 *
 *   npm run mutate -- <folder> <calls.json> [how many] [--checker]
 *
 * `calls.json` is what somebody who has read the code knows of its calls, in the shape of `tracklint calls --format json`; what
 * that command itself prints serves as well, but then calls that are not recognised are not missed. The folder is not written to.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../../server/src/node/host.ts';
import { NodeTypeChecker } from '../../server/src/node/type-checker.ts';
import { rules } from '../../server/src/rules/index.ts';
import { typeWave } from '../../server/src/workspace/type-wave.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { planOf, type SeenCall } from './mutations.ts';
import { survivorsIn } from './survivors.ts';

const [folder = '.', list = 'calls.json', count = '1000', ...flags] = process.argv.slice(2);
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const root = `${pathToFileURL(resolve(folder)).href}/`;
const uriOf = (file: string): string => pathToFileURL(resolve(folder, file)).href;

const { calls } = JSON.parse(readFileSync(list, 'utf8')) as { readonly calls: readonly SeenCall[] };
const present = calls.filter(({ file }) => existsSync(resolve(folder, file)));
const planFile = 'tracking-plan.yaml';
const plan = planOf(present);
const texts = new Map(present.map(({ file }) => [file, readFileSync(resolve(folder, file), 'utf8')]));

const workspace = new Workspace(nodeHost(log), { ruleIds: rules.map(({ id }) => id) });
workspace.setFolders([root]);
await workspace.load();
await workspace.update(uriOf(planFile), JSON.stringify(plan));
const checker = flags.includes('--checker') ? new NodeTypeChecker({ trusted: true, folders: [root], log }) : undefined;
if (checker) await typeWave(workspace, checker, workspace.snapshot.codeFiles.keys());

const settle = async (file: string, text: string): Promise<void> => {
  checker?.change(uriOf(file), text);
  if (checker) await typeWave(workspace, checker, [uriOf(file)]);
};
const product = { workspace, uriOf, planFile, calls: present, plan, texts, settle };
const { tried, survivors, byKind } = await survivorsIn(product, Number(count), Number(process.env.SEED ?? 1));
await checker?.dispose();

for (const { what, call } of survivors) process.stdout.write(`not noticed: ${call.file}:${call.line}: ${what}\n`);
for (const [kind, { tried: all, found }] of byKind) process.stdout.write(`${found} of ${all}: ${kind}\n`);
const share = ((100 * (tried - survivors.length)) / tried).toFixed(1);
process.stdout.write(`${tried - survivors.length} of ${tried} were noticed (${share} %).\n`);
